/* Picture: a layout as a canvas, or as an SVG document. */
import { fontFaces } from "./fonts.js";
import { coordinate, withRecordedPaths } from "./recorded_path.js";
import { element, escaped } from "./recorder.js";

/** @typedef {import("./arrangement.js").PictureOptions} PictureOptions */
/** @typedef {import("./arrangement.js").Picture} Picture */
/** @typedef {import("./sources.js").ExportSource} ExportSource */

/** Of the surface's corners. */
const radius = 6;

/** Put sheets of a picture together, pixel by pixel.
    @param {CanvasRenderingContext2D} context
    @param {Picture["placed"]} placed
    @param {number} scale */
export const putTogether = (context, placed, scale) => {
  for (const { sheet, isRound, ...place } of placed) {
    const [x, y] = [Math.round(place.x * scale), Math.round(place.y * scale)];
    context.save();
    if (isRound) {
      context.beginPath();
      context.roundRect(x, y, sheet.canvas.width, sheet.canvas.height, radius * scale);
      context.clip();
    }
    context.drawImage(sheet.canvas, x, y);
    context.restore();
  }
};

/** A picture as a canvas.
    @param {ExportSource} source
    @param {Omit<PictureOptions, "medium"> & {scale: number, isTransparent: boolean}} options */
export const pictureCanvas = (source, { scale, isTransparent, ...options }) => {
  const picture = source.createPicture({ ...options, medium: { scale, isSvg: false } });
  const canvas = document.createElement("canvas");
  canvas.width = picture.width * scale;
  canvas.height = picture.height * scale;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  if (!isTransparent) {
    context.fillStyle = picture.theme.paper;
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  putTogether(context, picture.placed, scale);
  return canvas;
};

/** A picture as an SVG document that needs nothing else.
    @param {ExportSource} source
    @param {Omit<PictureOptions, "medium"> & {isTransparent: boolean}} options */
export const pictureSvg = async (source, { isTransparent, ...options }) => {
  const faces = await fontFaces();
  let document = "";
  withRecordedPaths(() => {
    const picture = source.createPicture({ ...options, medium: { scale: 1, isSvg: true } });
    const { width, height, caption, theme, placed } = picture;
    const rounded = placed.find(({ isRound }) => isRound);
    const frame = rounded && { x: rounded.x, y: rounded.y, ...rounded.sheet.size(), rx: radius };
    const runs = caption.runs.map(({ name, settings, outcome }) => `${name}, ${settings}: ${outcome}`);
    document = element(
      "svg",
      { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}` },
      [
        element("title", {}, escaped(caption.title)),
        element("desc", {}, escaped([...runs, caption.facts, caption.address].join("\n"))),
        element("style", {}, `${faces}\ntext { white-space: pre; }`),
        frame && element("clipPath", { id: "frame" }, element("rect", frame)),
        isTransparent ? "" : element("rect", { width, height, fill: theme.paper }),
        ...placed.map(({ sheet, x, y, isRound }) => {
          const drawn = element(
            "g",
            { transform: `translate(${coordinate(x)} ${coordinate(y)})` },
            sheet.svg(),
          );
          return isRound ? element("g", { "clip-path": "url(#frame)" }, drawn) : drawn;
        }),
      ]
        .filter(Boolean)
        .join("\n"),
    );
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${document}\n`;
};
