/* Thumbnail of a surface: its ground and lines as the surface has them, small and square. */
import { zeroLine } from "../view/marching_squares.js";
import { toneAt } from "./contour_lines.js";
import { paintGround, shadesOfTones } from "./ground.js";

/** @typedef {Pick<SurfaceAnswer, "trace" | "minima">} SurfacePicture */

/** More points along a side than this are not seen. */
const mostPoints = 72;
/** With more levels than this only the strong ones are drawn. */
const mostLevels = 14;
/** In less room, in pixels, only lines and tones are drawn, and of lines the strong ones. */
const tiny = 40;
const lineWidth = 0.8;
const dot = 1.9;

/** The square in the middle of a trace, with fewer points.
    @param {ContourTrace} trace
    @returns {ContourTrace} */
const coarse = (trace) => {
  const [rows, columns] = [trace.z.length, trace.z[0].length];
  const side = Math.min(rows, columns);
  const every = Math.ceil(side / mostPoints);
  const count = Math.floor((side - 1) / every) + 1;
  const [bottom, left] = [(rows - side) >> 1, (columns - side) >> 1];
  const places = Array.from({ length: count }, (_, k) => k * every);
  const z = places.map((row) => places.map((column) => trace.z[bottom + row][left + column]));
  const [w1, , w2] = trace.region;
  const dx = (trace.region[1] - w1) / (columns - 1);
  const dy = (trace.region[3] - w2) / (rows - 1);
  const extent = (count - 1) * every;
  return {
    ...trace,
    z,
    region: [w1 + left * dx, w1 + (left + extent) * dx, w2 + bottom * dy, w2 + (bottom + extent) * dy],
  };
};

/** The levels whose lines are drawn; the dotted ones are thin lines here.
    @param {ContourTrace} trace
    @param {boolean} isTiny */
const shownLevels = ({ levels, dotted, strong }, isTiny) => {
  const lines = Math.max(0, levels.length - 2);
  if (isTiny || lines - dotted > mostLevels) return strong;
  return Array.from({ length: lines }, (_, k) => 1 + k);
};

/** Draw a surface into a canvas that is laid out as a square.
    @param {HTMLCanvasElement} canvas
    @param {SurfacePicture} picture
    @param {GroundColours} colours */
export const drawThumbnail = (canvas, { trace, minima }, colours) => {
  const side = canvas.clientWidth;
  if (!side) return;
  const scale = window.devicePixelRatio || 1;
  canvas.width = canvas.height = Math.round(side * scale);
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.setTransform(scale, 0, 0, scale, 0, 0);
  const small = coarse(trace);
  const ground = document.createElement("canvas");
  paintGround(ground, small, shadesOfTones(small, colours));
  context.imageSmoothingQuality = "high";
  context.drawImage(ground, 0, 0, side, side);

  const count = small.z.length;
  const heights = small.z.toReversed().flat();
  const isTiny = side < tiny;
  const { line } = colours;
  context.lineWidth = lineWidth;
  context.strokeStyle = line.colour;
  for (const level of shownLevels(trace, isTiny)) {
    const strength = isTiny || trace.strong.includes(level) ? 1 : line.thin;
    context.globalAlpha = strength * (line.low + (line.high - line.low) * toneAt(trace, level));
    const above = heights.map((height) => (height ?? Number.NaN) - level * trace.size);
    context.stroke(zeroLine(above, count, { left: 0, top: 0, width: side, height: side }));
  }
  context.globalAlpha = 1;
  if (isTiny) return;
  const [left, right, bottom, top] = small.region;
  context.fillStyle = colours.label;
  for (const [w1, w2] of minima) {
    context.beginPath();
    const [x, y] = [(w1 - left) / (right - left), (top - w2) / (top - bottom)];
    context.arc(x * side, y * side, dot, 0, 2 * Math.PI);
    context.fill();
  }
};
