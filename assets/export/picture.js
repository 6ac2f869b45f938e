/* Picture: surface, curves or both with their caption, laid out, as a canvas or as an SVG document. */
import { captionOf } from "./caption.js";
import { createCounterPart, createLegendPart, createTitlePart } from "./caption_part.js";
import { curvesSize, createCurvesPart } from "./curves_part.js";
import { fontFaces } from "./fonts.js";
import { coordinate, withRecordedPaths } from "./recorded_path.js";
import { element, escaped } from "./recorder.js";
import { subjectOf } from "./subject.js";
import { createSurfacePart } from "./surface_part.js";

/** @typedef {"whole" | "surface" | "curves"} Extent */
/** @typedef {{sheet: import("./sheet.js").PictureSheet, x: number, y: number}} PlacedSheet */
/** @typedef {{width: number, height: number, still: PlacedSheet[], moving: PlacedSheet[],
    drawStill: () => void, draw: () => void}} Part */
/** @typedef {object} PictureOptions
    @property {Extent} extent
    @property {boolean} hasCaption
    @property {boolean} isReplay with the iteration
    @property {string} address
    @property {import("./sheet.js").Medium} medium */

const margin = 20;
const gutter = 24;
const radius = 6;
/** Narrower surfaces stand above the curves and not beside them. */
const wide = 420;

/** Whether the curves stand beside the surface.
    @param {Playground} playground
    @param {Extent} extent */
const isSideBySide = ({ plot }, extent) => extent === "whole" && plot.mapping().width >= wide;

/** @param {Playground} playground
    @param {Extent} extent */
const innerWidth = (playground, extent) => {
  const [surface, curves] = [playground.plot.mapping().width, curvesSize().width];
  if (isSideBySide(playground, extent)) return surface + gutter + curves;
  return extent === "curves" ? curves : surface;
};

/** How wide a picture becomes, in CSS pixels.
    @param {Playground} playground
    @param {Extent} extent */
export const pictureWidth = (playground, extent) => Math.round(innerWidth(playground, extent) + 2 * margin);

/** Lay a picture out.
    @param {Playground} playground
    @param {PictureOptions} options */
export const createPicture = (playground, { extent, hasCaption, isReplay, address, medium }) => {
  const subject = subjectOf(playground);
  const { theme } = subject;
  /** @type {(PlacedSheet & {isStill: boolean, isRound: boolean})[]} */
  const placed = [];
  /** @type {Part[]} */
  const parts = [];
  /** @param {Part} part @param {number} x @param {number} y @param {boolean} [isRound] */
  const add = (part, x, y, isRound = false) => {
    parts.push(part);
    for (const [sheets, isStill] of /** @type {[PlacedSheet[], boolean][]} */ ([
      [part.still, true],
      [part.moving, false],
    ]))
      for (const one of sheets)
        placed.push({ sheet: one.sheet, x: margin + x + one.x, y: margin + y + one.y, isStill, isRound });
  };

  const surface = extent === "curves" ? null : createSurfacePart(subject, medium);
  const isBeside = isSideBySide(playground, extent);
  const seen = curvesSize();
  const width = innerWidth(playground, extent);
  const caption = captionOf(subject, address);
  let y = 0;
  const counter = isReplay ? createCounterPart(subject, medium) : null;
  if (counter) add(counter, width - counter.width, 0);
  if (hasCaption) {
    const title = createTitlePart(caption, theme, width, counter ? counter.width + gutter : 0, medium);
    add(title, 0, 0);
    y = title.height;
  } else if (counter) y = counter.height;
  let below = y;
  if (surface) {
    add(surface, 0, y, true);
    below += surface.height;
  }
  if (extent !== "surface") {
    const curves = createCurvesPart(subject, medium, {
      width: isBeside ? seen.width : width,
      height: isBeside && surface ? Math.max(surface.height, 320) : seen.height,
    });
    if (isBeside && surface) add(curves, surface.width + gutter, y);
    else add(curves, 0, surface ? below + gutter / 2 : below);
    below = Math.max(below, (isBeside || !surface ? y : below + gutter / 2) + curves.height);
  }
  if (hasCaption) {
    const legend = createLegendPart(caption, theme, width, medium);
    add(legend, 0, below);
    below += legend.height;
  }
  const size = { width: pictureWidth(playground, extent), height: Math.round(below + 2 * margin) };
  const draw = () => {
    for (const part of parts) part.draw();
  };
  for (const part of parts) part.drawStill();
  draw();
  return { ...size, theme, subject, caption, placed, draw };
};

/** @typedef {ReturnType<typeof createPicture>} Picture */

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
    @param {Playground} playground
    @param {Omit<PictureOptions, "medium"> & {scale: number, isTransparent: boolean}} options */
export const pictureCanvas = (playground, { scale, isTransparent, ...options }) => {
  const picture = createPicture(playground, { ...options, medium: { scale, isSvg: false } });
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
    @param {Playground} playground
    @param {Omit<PictureOptions, "medium"> & {isTransparent: boolean}} options */
export const pictureSvg = async (playground, { isTransparent, ...options }) => {
  const faces = await fontFaces();
  let document = "";
  withRecordedPaths(() => {
    const picture = createPicture(playground, { ...options, medium: { scale: 1, isSvg: true } });
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
