/* Plot marks: the ticks of a curve plot with their grid lines, and upright lines at an iteration. */

/** Between a label and the plot, in pixels. */
export const tickGap = 8;

const overhang = 6;

/** @param {CanvasRenderingContext2D} context
    @param {Pick<import("./curve_plot.js").PlotContent, "ticks" | "scale" | "area">} content
    @param {Pick<CanvasTheme, "font" | "quiet" | "grid">} theme */
export const drawTicks = (context, { ticks, scale, area: { left, width } }, { font, quiet, grid }) => {
  context.font = font;
  context.textBaseline = "middle";
  context.textAlign = "right";
  context.fillStyle = quiet;
  context.strokeStyle = grid;
  context.lineWidth = 1;
  for (const { value, label } of ticks) {
    const y = Math.round(scale(value)) + 0.5;
    context.beginPath();
    context.moveTo(left, y);
    context.lineTo(left + width, y);
    context.stroke();
    context.fillText(label, left - tickGap, y + 0.5);
  }
};

/** @param {CanvasRenderingContext2D} context
    @param {number} x
    @param {Box} area
    @param {{colour: string, width: number, alpha: number}} style */
export const drawUpright = (context, x, { top, height }, { colour, width, alpha }) => {
  context.globalAlpha = alpha;
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.setLineDash([]);
  context.beginPath();
  context.moveTo(x, top - overhang);
  context.lineTo(x, top + height + overhang);
  context.stroke();
  context.globalAlpha = 1;
};
