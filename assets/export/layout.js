/* Layout of a picture: the function above, surface and curves side by side or one above the other, the legend below. */
import { captionOf } from "./caption.js";
import { createCounterPart, createLegendPart, createTitlePart } from "./caption_part.js";
import { createCurvesPart, curvesSize } from "./curves_part.js";
import { subjectOf } from "./subject.js";
import { createSurfacePart } from "./surface_part.js";

/** @typedef {"whole" | "surface" | "curves"} Extent */
/** @typedef {{sheet: import("./sheet.js").PictureSheet, x: number, y: number}} PlacedSheet */
/** A part of a picture: what is drawn once, and what moves in a replay.
    @typedef {{width: number, height: number, still: PlacedSheet[], moving: PlacedSheet[],
    drawStill: () => void, draw: () => void}} Part */
/** @typedef {{part: Part, x: number, y: number, isRound?: boolean}} PlacedPart `isRound`: with round corners */
/** @typedef {object} PictureOptions
    @property {Extent} extent
    @property {boolean} hasCaption
    @property {boolean} isReplay with the iteration
    @property {string} address
    @property {import("./sheet.js").Medium} medium */

const margin = 20;
const gutter = 24;
/** Narrower surfaces stand above the curves and not beside them. */
const wide = 420;
const least = 320;

/** @param {Playground} playground
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

/** The title and the iteration, in one line.
    @param {Playground} subject
    @param {import("./caption.js").Caption} caption
    @param {number} width
    @param {PictureOptions} options
    @returns {PlacedPart[]} */
const headOf = (subject, caption, width, { hasCaption, isReplay, medium }) => {
  const counter = isReplay ? createCounterPart(subject, medium) : null;
  const taken = counter ? counter.width + gutter : 0;
  const title = hasCaption ? createTitlePart(caption, subject.theme, width, taken, medium) : null;
  return [
    ...(counter ? [{ part: counter, x: width - counter.width, y: 0 }] : []),
    ...(title ? [{ part: title, x: 0, y: 0 }] : []),
  ];
};

/** Surface and curves.
    @param {Playground} subject
    @param {number} width
    @param {number} y
    @param {PictureOptions} options
    @returns {PlacedPart[]} */
const bodyOf = (subject, width, y, { extent, medium }) => {
  const seen = curvesSize();
  if (extent === "curves") return [{ part: createCurvesPart(subject, medium, seen), x: 0, y }];
  const surface = createSurfacePart(subject, medium);
  const first = { part: surface, x: 0, y, isRound: true };
  if (extent === "surface") return [first];
  if (isSideBySide(subject, extent)) {
    const size = { width: seen.width, height: Math.max(surface.height, least) };
    return [first, { part: createCurvesPart(subject, medium, size), x: surface.width + gutter, y }];
  }
  const curves = createCurvesPart(subject, medium, { ...seen, width });
  return [first, { part: curves, x: 0, y: y + surface.height + gutter / 2 }];
};

/** Where the lowest part ends.
    @param {PlacedPart[]} parts */
const footOf = (parts) => Math.max(0, ...parts.map(({ part, y }) => y + part.height));

/** Lay a picture out and draw it.
    @param {Playground} playground
    @param {PictureOptions} options */
export const createPicture = (playground, options) => {
  const subject = subjectOf(playground);
  const { theme } = subject;
  const width = innerWidth(playground, options.extent);
  const caption = captionOf(subject, options.address);
  const parts = headOf(subject, caption, width, options);
  parts.push(...bodyOf(subject, width, footOf(parts), options));
  if (options.hasCaption)
    parts.push({ part: createLegendPart(caption, theme, width, options.medium), x: 0, y: footOf(parts) });

  const draw = () => {
    for (const { part } of parts) part.draw();
  };
  for (const { part } of parts) part.drawStill();
  draw();
  const placed = parts.flatMap(({ part, x, y, isRound = false }) =>
    [part.still, part.moving].flatMap((sheets, k) =>
      sheets.map((one) => ({
        sheet: one.sheet,
        x: margin + x + one.x,
        y: margin + y + one.y,
        isStill: k === 0,
        isRound,
      })),
    ),
  );
  const size = {
    width: pictureWidth(playground, options.extent),
    height: Math.round(footOf(parts) + 2 * margin),
  };
  return { ...size, theme, subject, caption, placed, draw };
};

/** @typedef {ReturnType<typeof createPicture>} Picture */
