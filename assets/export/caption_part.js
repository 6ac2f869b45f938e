/* The caption in a picture: the function above, with the iteration of a replay; below, the runs as a legend, what they
   have in common, and the address. */
import { drawGlyph } from "../view/glyphs.js";
import { linesOf } from "./lines.js";
import { createSheet } from "./sheet.js";

/** Sizes and distances, in rems. */
const size = { title: 1.35, words: 0.95, small: 0.82 };
const line = { title: 1.9, run: 1.55, fact: 1.4, small: 1.15 };
const glyph = { room: 1.3, radius: 5 };
const gap = 14;

/** @typedef {import("./caption.js").Caption} Caption */
/** @typedef {import("./sheet.js").Medium} Medium */

/** @param {PageTheme} theme */
const fontsOf = ({ unit, words, math }) => ({
  title: `${size.title * unit}px ${math}`,
  name: `650 ${size.words * unit}px ${words}`,
  words: `${size.words * unit}px ${words}`,
  small: `${size.small * unit}px ${words}`,
});

/** @param {string} font
    @returns {(text: string) => number} */
const measure = (font) => {
  const context = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  context.font = font;
  return (text) => context.measureText(text).width;
};

/** The function.
    @param {Caption} caption
    @param {PageTheme} theme
    @param {number} width
    @param {number} taken of the first line, at its right
    @param {Medium} medium */
export const createTitlePart = ({ title }, theme, width, taken, medium) => {
  const { unit } = theme;
  const { title: font } = fontsOf(theme);
  const lines = linesOf(measure(font), title, width - taken);
  const height = lines.length * line.title * unit;
  const sheet = createSheet({ width, height }, medium, "title");
  const drawStill = () => {
    const { context } = sheet;
    context.font = font;
    context.fillStyle = theme.ink;
    context.textBaseline = "alphabetic";
    for (const [k, text] of lines.entries()) context.fillText(text, 0, (k * line.title + 1.2) * unit);
  };
  return { width, height, still: [{ sheet, x: 0, y: 0 }], moving: [], drawStill, draw: () => {} };
};

/** The iteration of a replay.
    @param {Playground} subject
    @param {Medium} medium */
export const createCounterPart = (subject, medium) => {
  const { theme, state } = subject;
  const { name: font } = fontsOf(theme);
  const words = (/** @type {number} */ t) => `step ${t} of ${state.steps}`;
  const [width, height] = [Math.ceil(measure(font)(words(state.steps))) + 2, line.title * theme.unit];
  const sheet = createSheet({ width, height }, medium, "counter");
  const draw = () => {
    const { context } = sheet;
    context.clearRect(0, 0, width, height);
    context.font = font;
    context.fillStyle = theme.ink;
    context.textAlign = "right";
    context.textBaseline = "alphabetic";
    context.fillText(words(Math.round(subject.time.t)), width, 1.2 * theme.unit);
  };
  return { width, height, still: [], moving: [{ sheet, x: 0, y: 0 }], drawStill: () => {}, draw };
};

/** The runs and what they have in common.
    @param {Caption} caption
    @param {PageTheme & {runs: RunColours[]}} theme
    @param {number} width
    @param {Medium} medium */
export const createLegendPart = ({ runs, facts, address }, theme, width, medium) => {
  const { unit } = theme;
  const fonts = fontsOf(theme);
  const [nameWidth, wordsWidth, smallWidth] = [fonts.name, fonts.words, fonts.small].map(measure);
  const indent = glyph.room * unit;
  const widestName = Math.max(0, ...runs.map(({ name }) => nameWidth(name)));
  const column = indent + widestName + gap;
  const widest = (/** @type {"settings" | "outcome"} */ part) =>
    Math.max(0, ...runs.map((run) => wordsWidth(run[part])));
  const last = column + widest("settings") + 1.5 * gap;
  const isOneLine = last + widest("outcome") <= width;
  /** @type {((context: CanvasRenderingContext2D) => void)[]} */
  const drawn = [];
  let y = 0.5 * unit;
  /** @param {string} text @param {string} font @param {string} fill @param {number} x @param {"left" | "right"} [align] */
  const write = (text, font, fill, x, align = "left") => {
    const base = y;
    drawn.push((context) => {
      context.font = font;
      context.fillStyle = fill;
      context.textAlign = align;
      context.fillText(text, x, base);
    });
  };
  for (const { place, name, settings, outcome } of runs) {
    const { colour } = theme.runs[place];
    y += line.run * unit;
    const middle = y - 0.32 * unit;
    drawn.push((context) =>
      drawGlyph(context, place, glyph.radius + 1, middle, glyph.radius, colour, theme.panel),
    );
    write(name, fonts.name, colour, indent);
    if (isOneLine) {
      write(settings, fonts.words, theme.quiet, column);
      write(outcome, fonts.words, theme.ink, last);
      continue;
    }
    const isBeside = indent + nameWidth(name) + gap + wordsWidth(outcome) <= width;
    if (isBeside) write(outcome, fonts.words, theme.ink, width, "right");
    for (const text of [
      ...(isBeside ? [] : linesOf(wordsWidth, outcome, width - indent)),
      ...linesOf(wordsWidth, settings, width - indent),
    ]) {
      y += line.fact * unit;
      write(text, fonts.words, theme.quiet, indent);
    }
  }
  y += 0.3 * unit;
  for (const text of linesOf(wordsWidth, facts, width)) {
    y += line.fact * unit;
    write(text, fonts.words, theme.ink, 0);
  }
  y += 0.2 * unit;
  for (const text of linesOf(smallWidth, address, width)) {
    y += line.small * unit;
    write(text, fonts.small, theme.quiet, 0);
  }
  const height = y + 0.4 * unit;
  const sheet = createSheet({ width, height }, medium, "legend");
  const drawStill = () => {
    sheet.context.textBaseline = "alphabetic";
    for (const draw of drawn) draw(sheet.context);
  };
  return { width, height, still: [{ sheet, x: 0, y: 0 }], moving: [], drawStill, draw: () => {} };
};
