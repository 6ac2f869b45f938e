/* Axes on a canvas: ticks with labels, grid lines and titles around a plotting area. */

/** @typedef {import("./ticks.js").Tick} Tick */
/** @typedef {(value: number) => number} Scale from a value to a pixel */
/** @typedef {Pick<CanvasTheme, "font" | "quiet" | "grid">} AxisTheme */

const tickLength = 4;
const labelGap = 7.5;
const labelHeight = 17;
const titleSize = 14;
const titleHeight = 19;
const titleGap = 5;
const rightTitleGap = 11;
const edgeGap = 4;
// The middle of a line of text lies above that of its digits.
const middleOfDigits = 1;

/** A line along pixels, which is one pixel wide.
    @param {CanvasRenderingContext2D} context
    @param {number[]} ends x and y, twice */
const line = (context, ends) => {
  const [x0, y0, x1, y1] = ends.map((end) => Math.round(end) + 0.5);
  context.beginPath();
  context.moveTo(x0, y0);
  context.lineTo(x1, y1);
  context.stroke();
};

/** @param {CanvasRenderingContext2D} context
    @param {AxisTheme} theme
    @param {CanvasTextAlign} align */
const useStyle = (context, { font, quiet, grid }, align) => {
  context.font = font;
  context.fillStyle = quiet;
  context.strokeStyle = grid;
  context.lineWidth = 1;
  context.textAlign = align;
  context.textBaseline = "middle";
};

/** @param {CanvasRenderingContext2D} context
    @param {AxisTheme} theme */
const useTitleFont = (context, { font }) => {
  context.font = font.replace(/^[\d.]+px/, `${titleSize}px`);
  context.textAlign = "center";
};

/** How wide the widest label is.
    @param {CanvasRenderingContext2D} context
    @param {AxisTheme} theme
    @param {Tick[]} ticks */
const widest = (context, theme, ticks) => {
  context.font = theme.font;
  return Math.max(0, ...ticks.map(({ label }) => context.measureText(label).width));
};

/** A title that reads upwards, in the middle of a vertical axis.
    @param {CanvasRenderingContext2D} context
    @param {AxisTheme} theme
    @param {string} title
    @param {number} x
    @param {Box} area */
const verticalTitle = (context, theme, title, x, { top, height }) => {
  useTitleFont(context, theme);
  context.save();
  context.translate(x, top + height / 2);
  context.rotate(-Math.PI / 2);
  context.fillText(title, 0, middleOfDigits);
  context.restore();
};

/** The margin that an axis on the right needs.
    @param {CanvasRenderingContext2D} context
    @param {AxisTheme} theme
    @param {Tick[]} ticks */
export const rightMargin = (context, theme, ticks) =>
  Math.round(labelGap + widest(context, theme, ticks) + rightTitleGap + titleHeight + edgeGap);

/** Draw a horizontal axis below an area, its labels and title no farther out than the canvas reaches.
    @param {CanvasRenderingContext2D} context
    @param {Box} area
    @param {{ticks: Tick[], title: string, scale: Scale, end: {x: number, y: number}}} axis
    @param {AxisTheme} theme */
export const drawBottomAxis = (
  context,
  { left, top, width, height },
  { ticks, title, scale, end },
  theme,
) => {
  const bottom = top + height;
  useStyle(context, theme, "center");
  line(context, [left, bottom, left + width, bottom]);
  for (const { value, label } of ticks) {
    const x = scale(value);
    const isInside = x > left + 1 && x < left + width - 1;
    if (isInside) line(context, [x, top, x, bottom]);
    line(context, [x, bottom, x, bottom + tickLength]);
    context.fillText(label, Math.min(x, end.x - context.measureText(label).width / 2), bottom + labelHeight);
  }
  useTitleFont(context, theme);
  context.fillText(title, left + width / 2, end.y - titleHeight / 2 + middleOfDigits);
};

/** Draw a vertical axis on the left of an area, with grid lines across it.
    @param {CanvasRenderingContext2D} context
    @param {Box} area
    @param {{ticks: Tick[], title: string, scale: Scale}} axis
    @param {AxisTheme} theme */
export const drawLeftAxis = (context, area, { ticks, title, scale }, theme) => {
  const { left, top, width, height } = area;
  useStyle(context, theme, "right");
  line(context, [left, top, left, top + height]);
  for (const { value, label } of ticks) {
    const y = scale(value);
    const isInside = y > top + 1 && y < top + height - 1;
    if (isInside) line(context, [left, y, left + width, y]);
    line(context, [left - tickLength, y, left, y]);
    context.fillText(label, left - labelGap, y + middleOfDigits);
  }
  const x = left - labelGap - widest(context, theme, ticks) - titleGap - titleHeight / 2;
  verticalTitle(context, theme, title, Math.max(titleHeight / 2, x), area);
};

/** Draw a vertical axis on the right of an area, without lines across it: those belong to the left one.
    @param {CanvasRenderingContext2D} context
    @param {Box} area
    @param {{ticks: Tick[], title: string, scale: Scale, end: {x: number}}} axis
    @param {AxisTheme} theme */
export const drawRightAxis = (context, area, { ticks, title, scale, end }, theme) => {
  const edge = area.left + area.width;
  useStyle(context, theme, "left");
  line(context, [edge, area.top, edge, area.top + area.height]);
  for (const { value, label } of ticks) {
    const y = scale(value);
    line(context, [edge, y, edge + tickLength, y]);
    context.fillText(label, edge + labelGap, y + middleOfDigits);
  }
  const x = edge + labelGap + widest(context, theme, ticks) + rightTitleGap + titleHeight / 2;
  verticalTitle(context, theme, title, Math.min(end.x - titleHeight / 2, x), area);
};
