/* Contour labels: the values of strong lines, one above the other along one ray, where they hide nothing. */
import { rounded } from "../view/numbers.js";
import { toneAt } from "./contour_lines.js";

const rays = 24;
const firstAngle = 0.09;
const stride = 2;
const nearest = 14;
const apart = 40;
const most = 7;
const clearance = 34;
const edge = { x: 26, top: 16, bottom: 30 };
const chip = { height: 12, room: 3 };
/** Digits of a label. */
const fewest = 4;
const exactly = 12;

/** @typedef {{text: string, w1: number, w2: number, turn: number, tone: number}} ContourLabel */
/** @typedef {{points: Point[], boxes: Box[]}} Clear pixels that labels keep away from */

/** The height of the ground in parts of a level at any place, between the points of the grid.
    @param {ContourTrace} trace
    @returns {(w1: number, w2: number) => number} NaN where E has no value */
export const heightOf = ({ region: [left, right, bottom, top], z }) => {
  const across = (z[0].length - 1) / (right - left);
  const up = (z.length - 1) / (top - bottom);
  return (w1, w2) => {
    const [x, y] = [(w1 - left) * across, (w2 - bottom) * up];
    const [column, row] = [Math.floor(x), Math.floor(y)];
    const [below, above] = [z[row], z[row + 1]];
    if (!below || !above) return Number.NaN;
    const [a, b, c, d] = [below[column], below[column + 1], above[column], above[column + 1]];
    if (a == null || b == null || c == null || d == null) return Number.NaN;
    const [u, v] = [x - column, y - row];
    return (a + (b - a) * u) * (1 - v) + (c + (d - c) * u) * v;
  };
};

/** The digits that tell levels apart: four, or more where the surface is seen from near.
    @param {number[]} levels */
const digitsOf = (levels) => {
  for (let digits = fewest; digits < exactly; digits++) {
    const texts = new Set(levels.map((level) => rounded(level, digits)));
    if (texts.size === levels.length) return digits;
  }
  return exactly;
};

/** Whether a place is clear of points and boxes.
    @param {Clear} clear
    @param {number} x
    @param {number} y */
const isClear = ({ points, boxes }, x, y) =>
  points.every(([u, v]) => Math.hypot(u - x, v - y) >= clearance) &&
  boxes.every(
    ({ left, top, width, height }) =>
      x < left - clearance ||
      x > left + width + clearance ||
      y < top - edge.top ||
      y > top + height + edge.top,
  );

/** Choose the ray with most labels, upright ones if it can be.
    @param {ContourTrace} trace
    @param {PlotMapping} map
    @param {Point[]} origins where rays may begin, such as minima; the first in sight is taken, or the middle
    @param {Clear} clear
    @returns {ContourLabel[]} */
export const placeLabels = (trace, map, origins, clear) => {
  const { size, levels, strong } = trace;
  const height = heightOf(trace);
  const isStrong = new Set(strong);
  // Straight, since a mapping rounds: this is asked for thousands of places.
  const [left, top] = [map.valueX(0), map.valueY(0)];
  const unit = (map.valueX(map.width) - left) / map.width;
  /** @type {(x: number, y: number) => boolean} */
  const isInside = (x, y) =>
    x > edge.x && x < map.width - edge.x && y > edge.top && y < map.height - edge.bottom;
  /** @type {(x: number, y: number) => number} */
  const at = (x, y) => height(left + x * unit, top - y * unit) / size;
  const [x0, y0] = origins.map(([w1, w2]) => [map.x(w1), map.y(w2)]).find(([x, y]) => isInside(x, y)) ?? [
    map.width / 2,
    map.height / 2,
  ];
  /** @type {{score: number, found: {level: number, x: number, y: number}[]}} */
  let best = { score: -1, found: [] };
  for (let k = 0; k < rays; k++) {
    const angle = (k / rays) * 2 * Math.PI + firstAngle;
    /** @type {typeof best.found} */
    const found = [];
    let last = -apart;
    let before = Number.NaN;
    for (let r = nearest; r < map.width + map.height; r += stride) {
      const [x, y] = [x0 + r * Math.cos(angle), y0 - r * Math.sin(angle)];
      if (!isInside(x, y)) break;
      const now = at(x, y);
      const level = Math.floor(Math.max(before, now));
      // One line was crossed, and no other beside it.
      const isCrossed = Math.floor(Math.min(before, now)) === level - 1;
      before = now;
      if (!isCrossed || !isStrong.has(level) || r - last < apart) continue;
      if (found.some((one) => one.level === level) || !isClear(clear, x, y)) continue;
      found.push({ level, x, y });
      last = r;
    }
    const up = Math.sin(angle);
    const score = Math.min(found.length, 6) + 0.25 * Math.abs(up) + (up > 0 ? 0.1 : 0);
    if (score > best.score) best = { score, found };
  }
  const labelled = best.found.slice(0, most);
  const digits = digitsOf(labelled.map(({ level }) => levels[level]));
  return labelled.map(({ level, x, y }, k) => {
    const across = at(x + stride, y) - at(x - stride, y);
    const up = at(x, y - stride) - at(x, y + stride);
    const turn = Math.atan2(across, up);
    const upright = turn > Math.PI / 2 ? turn - Math.PI : turn < -Math.PI / 2 ? turn + Math.PI : turn;
    return {
      text: `${k ? "" : "E = "}${rounded(levels[level], digits)}`,
      w1: map.valueX(x),
      w2: map.valueY(y),
      turn: upright,
      tone: toneAt(trace, level),
    };
  });
};

/** Draw labels along their lines, each on a chip of its ground.
    @param {CanvasRenderingContext2D} context
    @param {PlotMapping} map
    @param {ContourLabel[]} labels
    @param {{colours: GroundColours, font: string}} look */
export const drawContourLabels = (context, map, labels, { colours, font }) => {
  context.font = font;
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (const { text, w1, w2, turn, tone } of labels) {
    const half = context.measureText(text).width / 2 + chip.room;
    context.save();
    context.translate(map.x(w1), map.y(w2));
    context.rotate(turn);
    context.fillStyle = colours.flat[Math.round(tone * (colours.flat.length - 1))];
    context.beginPath();
    context.roundRect(-half, -chip.height / 2, 2 * half, chip.height, chip.height / 2);
    context.fill();
    context.fillStyle = colours.label;
    context.fillText(text, 0, 0.5);
    context.restore();
  }
};
