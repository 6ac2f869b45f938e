/* Arrangement of a picture: the title above, the figure, the legend below. */
import { createLegendPart, createTitlePart } from "./caption_part.js";

/** @typedef {{sheet: import("./sheet.js").PictureSheet, x: number, y: number}} PlacedSheet */
/** A part of a picture: what is drawn once, and what moves in a replay.
    @typedef {{width: number, height: number, still: PlacedSheet[], moving: PlacedSheet[],
    drawStill: () => void, draw: () => void}} Part */
/** @typedef {{part: Part, x: number, y: number, isRound?: boolean}} PlacedPart `isRound`: with round corners */
/** @typedef {object} PictureOptions
    @property {string} extent
    @property {boolean} hasCaption
    @property {boolean} isReplay with the iteration
    @property {string} address
    @property {import("./sheet.js").Medium} medium */
/** @typedef {object} Arranged
    @property {PageTheme & {runs: RunColours[]}} theme
    @property {import("./caption.js").Caption} caption
    @property {number} width of the figure
    @property {Part | null} [counter] at the right of the title
    @property {(y: number) => PlacedPart[]} bodyAt the figure, below what is that high */

export const margin = 20;
export const gutter = 24;

/** The title and the iteration, in one line.
    @param {Arranged} arranged
    @param {PictureOptions} options
    @returns {PlacedPart[]} */
const headOf = ({ theme, caption, width, counter = null }, { hasCaption, medium }) => {
  const taken = counter ? counter.width + gutter : 0;
  const title = hasCaption ? createTitlePart(caption, theme, width, taken, medium) : null;
  return [
    ...(counter ? [{ part: counter, x: width - counter.width, y: 0 }] : []),
    ...(title ? [{ part: title, x: 0, y: 0 }] : []),
  ];
};

/** Where the lowest part ends.
    @param {PlacedPart[]} parts */
const footOf = (parts) => Math.max(0, ...parts.map(({ part, y }) => y + part.height));

/** Lay a picture out and draw it.
    @param {Arranged} arranged
    @param {PictureOptions} options */
export const arrange = (arranged, options) => {
  const { theme, caption, width, bodyAt } = arranged;
  const parts = headOf(arranged, options);
  parts.push(...bodyAt(footOf(parts)));
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
  const size = { width: Math.round(width + 2 * margin), height: Math.round(footOf(parts) + 2 * margin) };
  return { ...size, theme, caption, placed, draw };
};

/** @typedef {ReturnType<typeof arrange>} Picture */
