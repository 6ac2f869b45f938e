/* The curves in a picture: error and rates against the iteration, one above the other on one axis. */
import { createErrorChart } from "../playground/error_chart.js";
import { drawIterations } from "../playground/scrubber.js";
import { createTraceChart } from "../playground/trace_chart.js";
import { byId } from "../view/dom.js";
import { createSheet } from "./sheet.js";

const room = { head: 2.1, axis: 2.8, ticks: 1.7, least: 3.1, right: 12 };
/** The share of the height that the errors have. */
const upper = 0.55;
const usual = { width: 420, height: 480, least: 320 };

/** How large the curves are on the page; a small window has none or has them too flat for a picture. */
export const curvesSize = () => {
  const { width, height } = byId("time").getBoundingClientRect();
  return { width: Math.max(usual.least, width || usual.width), height: Math.max(usual.height, height - 44) };
};

/** @param {CanvasRenderingContext2D} context
    @param {PlaygroundTheme} theme
    @param {{y: number, width: number, title: string, words: string}} head */
const drawHead = (context, { unit, words: family, math, ink, quiet }, { y, width, title, words }) => {
  let x = 0;
  context.textAlign = "left";
  context.textBaseline = "alphabetic";
  /** @param {string} text @param {string} font @param {string} colour */
  const write = (text, font, colour) => {
    context.font = font;
    context.fillStyle = colour;
    context.fillText(text, x, y);
    x += context.measureText(text).width;
  };
  const [, name, letter] = /** @type {RegExpExecArray} */ (/^(.*?)( E)?$/.exec(title));
  write(name, `650 ${1.02 * unit}px ${family}`, ink);
  if (letter) write(" 𝐸", `${1.1 * unit}px ${math}`, ink);
  context.font = `${0.93 * unit}px ${family}`;
  x += 10;
  // What is said beside a title is left out where it would be cut off.
  if (x + context.measureText(words).width <= width) write(words, context.font, quiet);
};

/** @param {Playground} subject
    @param {import("./sheet.js").Medium} medium
    @param {{width: number, height: number}} size */
export const createCurvesPart = (subject, medium, { width, height }) => {
  const { theme, state } = subject;
  const { unit } = theme;
  const charts = height - (2 * room.head + room.axis) * unit;
  const heights = [Math.round(upper * charts), Math.round((1 - upper) * charts)];
  const frame = { left: 0, right: room.right, isCompact: false, hasCursorElement: false };
  const words = createSheet({ width, height }, medium, "words");
  const axis = createSheet({ width, height: room.ticks * unit }, medium, "axis");
  const sheets = heights.map((high, k) => createSheet({ width, height: high }, medium, `chart-${k}`));
  const errors = createErrorChart(subject, frame, sheets[0]);
  const traces = createTraceChart(subject, frame, sheets[1]);
  const tops = [room.head * unit, 2 * room.head * unit + heights[0]];
  const foot = height - room.axis * unit;

  const drawStill = () => {
    frame.left = Math.ceil(Math.max(room.least * unit, errors.prepare(), traces.prepare()));
    const [finding, title, rates, note] = ["error-finding", "trace-title", "trace-finding", "error-note"].map(
      (id) => byId(id).textContent,
    );
    const { context } = words;
    drawHead(context, theme, { y: 1.25 * unit, width, title: "Error E", words: finding });
    drawHead(context, theme, { y: tops[1] - 0.85 * unit, width, title, words: rates });
    context.font = `${0.86 * unit}px ${theme.words}`;
    context.fillStyle = theme.quiet;
    if (note) context.fillText(note, frame.left + 4, tops[0] + heights[0] - 10);
    drawIterations(axis, frame, state.steps, theme);
    context.textAlign = "center";
    context.fillText("iteration", frame.left + (width - frame.left - frame.right) / 2, height - 0.3 * unit);
  };
  const draw = () => {
    errors.prepare();
    traces.prepare();
    errors.draw();
    traces.draw();
  };
  return {
    width,
    height,
    still: [
      { sheet: words, x: 0, y: 0 },
      { sheet: axis, x: 0, y: foot },
    ],
    moving: sheets.map((sheet, k) => ({ sheet, x: 0, y: tops[k] })),
    drawStill,
    draw,
  };
};
