/* Drawing of the error curve on its canvas: axes, curves, rings and the label of the level. */
import { drawBottomAxis, drawLeftAxis, drawRightAxis } from "../view/axes.js";
import { clip } from "../view/canvas.js";
import { dashes, drawReference, drawRing, polyline } from "../view/polyline.js";
import { horizontalTicks, verticalTicks } from "../view/ticks.js";

const above = "↑ amplified";
const below = "↓ attenuated";
const labelGap = 3;
const edgeGap = 8;
const lineOverlap = 2;

/** Draw the axes around the plotting area.
    @param {CanvasRenderingContext2D} context
    @param {Box} area
    @param {CurveAxes} axes
    @param {CurveScales} scales
    @param {{width: number, height: number}} canvas
    @param {CanvasTheme} theme */
export const drawAxes = (context, area, axes, scales, { width, height }, theme) => {
  const { x, error, right } = axes;
  const end = { x: width, y: height };
  const ticksOf = (/** @type {TitledAxis} */ axis) => (axis.isEmpty ? [] : verticalTicks(axis, area.height));
  drawBottomAxis(context, area, { ...x, ticks: horizontalTicks(x, area.width), scale: scales.x, end }, theme);
  drawLeftAxis(context, area, { ...error, ticks: ticksOf(error), scale: scales.error }, theme);
  if (right)
    drawRightAxis(context, area, { ...right, ticks: ticksOf(right), scale: scales.right, end }, theme);
};

/** Draw curves, clipped to the plotting area, over the error of a reference run, with rings around
    iterations.
    @param {CanvasRenderingContext2D} context
    @param {Box} area
    @param {CurveScales} scales
    @param {{curves: ShownCurve[], reference: Trajectory | null, rings: number[]}} content
    @param {CanvasTheme} theme */
export const drawCurves = (context, area, scales, { curves, reference, rings }, theme) => {
  clip(context, area, lineOverlap, () => {
    if (reference) {
      const { columns, rows } = reference;
      drawReference(context, polyline({ x: scales.x, y: scales.error }, null, columns.E, 0, rows - 1), theme);
    }
    for (const { group, values, at, rows, style } of curves) {
      const y = group === "error" ? scales.error : scales.right;
      context.lineWidth = style.width;
      context.strokeStyle = style.color;
      context.setLineDash(dashes[style.dash]);
      context.stroke(polyline({ x: scales.x, y }, at, values, 0, rows - 1));
      context.setLineDash([]);
      if (group === "level") continue;
      for (const t of rings) if (t < rows) drawRing(context, scales.x(t), y(values[t]), theme.ink);
    }
  });
};

/** Label the level of the rates, and what lies above and below it.
    @param {CanvasRenderingContext2D} context
    @param {Box} area
    @param {number} y
    @param {string} mark what holds at the level
    @param {CanvasTheme} theme */
export const drawLevelLabel = (context, { left, width }, y, mark, theme) => {
  const right = left + width - edgeGap;
  context.font = theme.font;
  context.fillStyle = theme.quiet;
  context.textAlign = "right";
  context.textBaseline = "bottom";
  context.fillText(`${mark}   ${above}`, right, y - labelGap);
  context.textBaseline = "top";
  context.fillText(below, right, y + labelGap);
};
