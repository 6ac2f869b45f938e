/* Frame of a chart of the tour: ticks, zones, the axis of the iterations or of the control, with its name and value. */
import { drawTicks } from "../playground/plot_marks.js";
import { drawHaloText } from "../view/halo_text.js";

/** @typedef {import("./look.js").TourTheme} TourTheme */
/** @typedef {import("./chart_plot.js").PlotContent} PlotContent */

const track = { width: 4, alpha: 0.42 };

/** @param {TourTheme} theme */
export const smallFont = ({ unit, words }) => `${0.84 * unit}px ${words}`;

/** The middle of an axis' name.
    @param {Box} area
    @param {TourTheme} theme */
const nameAt = ({ top, height }, { unit }) => top + height + 2.34 * unit;

/** The room of a plot inside its canvas.
    @param {{width: number, height: number}} canvas
    @param {TourTheme} theme
    @returns {Box} */
export const plotArea = ({ width, height }, { unit, isCompact }) => {
  const left = isCompact ? 44 : Math.round((48 * unit) / 14);
  return {
    left,
    top: 12,
    width: Math.max(1, width - left - 14),
    height: Math.max(1, height - 12 - Math.round(((isCompact ? 40 : 42) * unit) / 14)),
  };
};

/** @param {CanvasRenderingContext2D} context
    @param {PlotContent} content
    @param {TourTheme} theme */
const drawZones = (context, { area, zones }, theme) => {
  for (const { left, width, label } of zones) {
    context.fillStyle = theme.grid;
    context.globalAlpha = 0.6;
    context.fillRect(left, area.top, width, area.height);
    context.globalAlpha = 1;
    context.font = smallFont(theme);
    context.textAlign = "center";
    context.textBaseline = "middle";
    const half = context.measureText(label).width / 2;
    const middle = Math.min(left + width / 2, area.left + area.width - half);
    drawHaloText(context, label, Math.max(middle, area.left + half), area.top + 0.72 * theme.unit, {
      fill: theme.quiet,
      halo: theme.paper,
    });
  }
};

/** Name and value of the control, below its axis.
    @param {CanvasRenderingContext2D} context
    @param {NonNullable<PlotContent["control"]>} control
    @param {Box} area
    @param {number} y
    @param {TourTheme} theme */
const drawName = (context, { symbol, value, label }, area, y, theme) => {
  const plain = `${0.94 * theme.unit}px ${theme.words}`;
  const bold = `650 ${plain}`;
  const parts = [
    { text: symbol ? `${symbol} = ` : "", font: plain },
    { text: value, font: bold },
    { text: label ? ` · ${label}` : "", font: plain },
  ].map(({ text, font }) => {
    context.font = font;
    return { text, font, width: context.measureText(text).width };
  });
  const width = parts.reduce((sum, part) => sum + part.width, 0);
  let x = Math.max(4, Math.min(area.left + (area.width - width) / 2, area.left + area.width + 12 - width));
  context.textAlign = "left";
  context.fillStyle = theme.movable;
  for (const part of parts) {
    context.font = part.font;
    context.fillText(part.text, x, y);
    x += part.width;
  }
};

/** What a frame is made of, but for the theme.
    @param {PlotContent} content
    @returns {unknown[]} */
export const frameParts = ({ area, scale, ticks, across, title, control, zones }) => [
  ...[area.left, area.top, area.width, area.height, title, control !== null],
  ...ticks.flatMap(({ value, label }) => [scale(value), label]),
  ...across.flatMap(({ x, label }) => [x, label]),
  ...zones.flatMap(({ left, width, label }) => [left, width, label]),
];

/** Draw what lies below the curves.
    @param {CanvasRenderingContext2D} context
    @param {PlotContent} content
    @param {TourTheme} theme */
export const drawFrame = (context, content, theme) => {
  const { area, scale, ticks, across, title, control } = content;
  const bottom = area.top + area.height;
  const shifted = ticks.filter(({ value }) => Math.abs(scale(value) - bottom) > 1 || !control);
  drawTicks(context, { ticks: shifted, scale, area }, { ...theme, font: smallFont(theme) });
  drawZones(context, content, theme);
  context.fillStyle = theme.quiet;
  context.strokeStyle = theme.quiet;
  context.lineWidth = 1;
  context.font = smallFont(theme);
  context.textBaseline = "middle";
  const [from, length] = control ? [bottom + 5, 4] : [bottom, 4];
  for (const { x, label } of across) {
    const half = context.measureText(label).width / 2;
    context.globalAlpha = 0.6;
    context.beginPath();
    context.moveTo(Math.round(x) + 0.5, from);
    context.lineTo(Math.round(x) + 0.5, from + length);
    context.stroke();
    context.globalAlpha = 1;
    context.textAlign = "center";
    context.fillText(label, Math.min(x, area.left + area.width + 13 - half), bottom + 1.25 * theme.unit);
  }
  if (control) {
    context.globalAlpha = track.alpha;
    context.strokeStyle = theme.movable;
    context.lineWidth = track.width;
    context.lineCap = "round";
    context.beginPath();
    context.moveTo(area.left, bottom);
    context.lineTo(area.left + area.width, bottom);
    context.stroke();
    context.globalAlpha = 1;
    context.lineCap = "butt";
  } else {
    context.beginPath();
    context.moveTo(area.left, bottom + 0.5);
    context.lineTo(area.left + area.width, bottom + 0.5);
    context.stroke();
  }
  if (control) return;
  context.textAlign = "center";
  context.fillStyle = theme.quiet;
  context.fillText(title, area.left + area.width / 2, nameAt(area, theme));
};

/** Draw name and value of the control.
    @param {CanvasRenderingContext2D} context
    @param {PlotContent} content
    @param {TourTheme} theme */
export const drawControlName = (context, { area, control }, theme) => {
  context.textBaseline = "middle";
  if (control) drawName(context, control, area, nameAt(area, theme), theme);
};
