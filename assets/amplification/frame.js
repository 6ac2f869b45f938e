/* Frame of the large map: its plotting area, axes with ticks and titles, and the colour bar above. */
import { short } from "../view/numbers.js";
import { tidy } from "../view/scales.js";
import { scalePosition, scaleTicks } from "./map.js";

/** Margins above and below the plotting area are 30 px more than those beside it (amplification.css). */
const margins = { left: 62, right: 16, top: 62, bottom: 46 };
const tickShares = [-1, -0.5, 0, 0.5, 1];
/** A small map has less of all: its axes are named between their numbers. */
const small = {
  below: 300,
  margins: { left: 36, right: 12, top: 56, bottom: 22 },
  tickShares: [-1, 0, 1],
  gap: 10,
};
const bar = { above: 24, height: 10, gap: 16, beyond: 32 };
const titles = { across: "g₁, gradient at the first step", up: "g₂, gradient at the second step" };

/** The square plotting area on a canvas of a size.
    @param {{width: number, height: number}} size
    @returns {Box} */
export const plotArea = ({ width, height }) => {
  const { left, right, top, bottom } = width < small.below ? small.margins : margins;
  const side = Math.max(1, Math.min(width - left - right, height - top - bottom));
  return { left, top, width: side, height: side };
};

/** Whether a plotting area is that of a small map.
    @param {Box} area */
const isSmall = ({ left }) => left === small.margins.left;

/** From gradients to pixels of the canvas and back; both gradients go from minus to plus the range.
    @param {Box} area
    @param {number} range
    @returns {PlotMapping} */
export const plotMapping = (area, range) => {
  const { left, top, width, height } = area;
  return {
    ...area,
    x: (g1) => left + (g1 / range + 1) * (width / 2),
    y: (g2) => top + (1 - g2 / range) * (height / 2),
    valueX: (pixel) => tidy(((pixel - left) / width) * 2 * range - range, 2 * range),
    valueY: (pixel) => tidy(range - ((pixel - top) / height) * 2 * range, 2 * range),
  };
};

/** @param {MapTheme} theme
    @param {number} size in pixels */
const fontOf = ({ font }, size) => font.replace(/^\d+px/, `${size}px`);

/** Ticks with labels on both axes, and lines where a gradient is zero.
    @param {CanvasRenderingContext2D} context
    @param {Box} area
    @param {number} range
    @param {MapTheme} theme
    @param {number[]} shares of the range, where ticks are
    @returns {number} the width of the widest label */
const drawTicks = (context, { left, top, width, height }, range, theme, shares) => {
  const bottom = top + height;
  let widest = 0;
  context.font = theme.font;
  context.beginPath();
  for (const share of shares) {
    const x = Math.round(left + ((share + 1) / 2) * width) + 0.5;
    const y = Math.round(bottom - ((share + 1) / 2) * height) + 0.5;
    const label = short(share * range);
    context.moveTo(x, bottom);
    context.lineTo(x, share ? bottom + 4 : top);
    context.moveTo(left - 4, y);
    context.lineTo(share ? left : left + width, y);
    context.textAlign = "center";
    context.textBaseline = "top";
    context.fillText(label, x, bottom + 7);
    context.textAlign = "right";
    context.textBaseline = "middle";
    context.fillText(label, left - 7, y);
    widest = Math.max(widest, context.measureText(label).width);
  }
  // The axes themselves, at the left edge and at the lower one.
  context.moveTo(left - 0.5, top);
  context.lineTo(left - 0.5, bottom + 0.5);
  context.lineTo(left + width, bottom + 0.5);
  context.stroke();
  return widest;
};

/** The axes of the large map.
    @param {CanvasRenderingContext2D} context
    @param {Box} area
    @param {number} range
    @param {MapTheme} theme */
export const drawAxes = (context, area, range, theme) => {
  const { left, top, width, height } = area;
  context.fillStyle = theme.quiet;
  context.strokeStyle = theme.grid;
  context.lineWidth = 1;
  const labels = drawTicks(context, area, range, theme, isSmall(area) ? small.tickShares : tickShares);
  context.font = fontOf(theme, 14);
  if (isSmall(area)) {
    context.textBaseline = "top";
    context.textAlign = "center";
    context.fillText("g₁", left + 0.75 * width, top + height + 6);
    context.textBaseline = "middle";
    context.textAlign = "right";
    context.fillText("g₂", left - 7, top + 0.25 * height);
    return;
  }
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  context.fillText(titles.across, left + width / 2, top + height + 40);
  context.save();
  context.translate(Math.max(14, left - labels - 17), top + height / 2);
  context.rotate(-Math.PI / 2);
  context.fillText(titles.up, 0, 0);
  context.restore();
};

/** The stripes of what lies beyond the scale.
    @param {CanvasRenderingContext2D} context
    @param {string} colour
    @param {string} beyond */
export const hatchPattern = (context, colour, beyond) => {
  const tile = document.createElement("canvas");
  const target = /** @type {CanvasRenderingContext2D} */ (tile.getContext("2d"));
  tile.width = tile.height = 6;
  target.fillStyle = colour;
  target.fillRect(0, 0, 6, 6);
  target.fillStyle = beyond;
  for (let k = 0; k < 6; k++) target.fillRect((12 - k) % 6, k, 2, 1);
  return /** @type {CanvasPattern} */ (context.createPattern(tile, "repeat"));
};

/** C with a small a below.
    @param {CanvasRenderingContext2D} context
    @param {number} x
    @param {number} y
    @param {MapTheme} theme */
const drawSymbol = (context, x, y, theme) => {
  context.fillText("C", x, y);
  const after = x + context.measureText("C").width;
  context.font = fontOf(theme, 9);
  context.fillText("a", after, y + 3);
  context.font = theme.font;
};

/** The colour bar above the map: what its ends mean, its colours, its values.
    @param {CanvasRenderingContext2D} context
    @param {Box} area
    @param {ColourScale} scale
    @param {MapTheme} theme */
export const drawColourBar = (context, area, scale, theme) => {
  const { left, top, width } = area;
  const y = top - bar.above - bar.height;
  const gap = isSmall(area) ? small.gap : bar.gap;
  const length = width - gap - bar.beyond;
  const right = left + length;
  const { stops } = theme.colours;
  const gradient = context.createLinearGradient(left, 0, right, 0);
  for (const [k, stop] of stops.entries()) gradient.addColorStop(k / (stops.length - 1), stop);
  context.fillStyle = gradient;
  context.fillRect(left, y, length, bar.height);
  context.fillStyle = theme.hatch;
  context.fillRect(right + gap, y, bar.beyond, bar.height);
  context.font = theme.font;
  context.fillStyle = theme.ink;
  context.textBaseline = "bottom";
  context.textAlign = "left";
  context.fillText("attenuated", left, y - 4);
  const [attenuated, amplified] = ["attenuated", "amplified"].map((word) => context.measureText(word).width);
  const hasRoomBetween = attenuated < length / 2 - 14;
  if (hasRoomBetween) drawSymbol(context, left + length / 2 - 6, y - 4, theme);
  context.textAlign = "right";
  // On a narrow bar also above what is beyond it.
  context.fillText("amplified", attenuated + amplified + 8 < length ? right : left + width, y - 4);
  context.textBaseline = "top";
  context.fillStyle = theme.quiet;
  let taken = Number.NEGATIVE_INFINITY;
  scaleTicks(scale).forEach((value, k) => {
    const x = left + ((scalePosition(scale, value) + 1) / 2) * length;
    context.fillRect(Math.round(x), y + bar.height, 1, 3);
    const text = short(value);
    const { width: wide } = context.measureText(text);
    const start = k === 0 ? x : x - wide / 2;
    if (start < taken + 4) return;
    taken = start + wide;
    context.textAlign = "left";
    context.fillText(text, start, y + bar.height + 4);
  });
  context.textAlign = "center";
  context.fillText("more", right + gap + bar.beyond / 2, y + bar.height + 4);
};
