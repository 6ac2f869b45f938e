/* Plot of a chart of the tour: ticks, zones, curves with their names, a cursor on the control's axis, points with their
   numbers. What to draw comes in pixels. */
import { curvePath } from "../playground/curve_geometry.js";
import { clear } from "../view/canvas.js";
import { drawEdgeArrowhead, drawGlyph } from "../view/glyphs.js";
import { createBackdrop } from "./chart_backdrop.js";
import { drawControlName } from "./chart_frame.js";
import { curveAt, namesFor } from "./chart_hits.js";
import { createChartNames } from "./chart_names.js";
import { emphasis } from "./emphasis.js";
import { controlKey } from "./formula_symbols.js";

/** @typedef {import("./look.js").TourTheme} TourTheme */
/** @typedef {import("../playground/curve_geometry.js").Heights} Heights */
/** A curve; `x` gives the pixel of an index of its heights.
    @typedef {{heights: Heights, x: (index: number) => number, colour: string, width: number, isDashed: boolean,
      alpha: number, names: string[], label: string}} PlotCurve */
/** @typedef {{x: number, y: number, colour: string, place: number, names: string[], text: string}} PlotPoint */
/** @typedef {{x: number, label: string}} PlotTick */
/** @typedef {{area: Box, scale: (value: number) => number, ticks: import("../view/ticks.js").Tick[], across: PlotTick[],
      title: string, control: {symbol: string, value: string, label: string, x: number} | null,
      zones: {left: number, width: number, label: string}[], level: {y: number, label: string, names: string[]} | null,
      curves: PlotCurve[], points: PlotPoint[], end: number, linked: string | null}} PlotContent
    curves are drawn up to the pixel `end` */

const dash = [5, 3.5];
const overhang = 4;
const pointRadius = 4.6;
/** Above the control's axis, where its range lies. */
const axisReach = 17;

/** @param {import("../view/canvas.js").Sheet} sheet */
export const createPlot = ({ context }) => {
  const names = createChartNames(context);
  /** @type {TourTheme} */
  let theme;
  /** What is drawn.
      @type {PlotContent | null} */
  let drawn = null;

  /** @param {PlotContent} content */
  const lookOf = ({ linked, curves, points, level }) =>
    emphasis(
      linked,
      [...curves, ...points, ...(level ? [level] : [])].map(({ names }) => names),
    );

  const backdrop = createBackdrop(context, (content) => {
    const { curves, area, end, level } = content;
    const look = lookOf(content);
    context.save();
    context.beginPath();
    context.rect(area.left - 1.5, area.top - 2, Math.max(0, end - area.left + 3), area.height + 3);
    context.clip();
    context.lineJoin = "round";
    if (level) {
      context.strokeStyle = theme.quiet;
      const { alpha, extra } = look(level.names);
      context.lineWidth = 1.3 + extra;
      context.globalAlpha = alpha;
      context.setLineDash([5, 4]);
      context.beginPath();
      context.moveTo(area.left, level.y);
      context.lineTo(area.left + area.width, level.y);
      context.stroke();
    }
    for (const { heights, x, colour, width, isDashed, alpha, names } of curves) {
      const { alpha: shown, extra } = look(names);
      context.strokeStyle = colour;
      context.lineWidth = width + extra;
      context.globalAlpha = alpha * shown;
      context.setLineDash(isDashed ? dash : []);
      context.stroke(curvePath(heights, x).path);
    }
    context.restore();
  });

  /** @param {PlotContent} content
      @param {import("./emphasis.js").Emphasis} look */
  const drawPoints = ({ points, area }, look) => {
    const bottom = area.top + area.height;
    for (const { x, y, colour, place, names } of points) {
      if (Number.isNaN(y)) continue;
      context.globalAlpha = look(names).alpha;
      const inside = Math.max(area.top + 1, Math.min(bottom - 1, y));
      if (y >= area.top - 1 && y <= bottom + 1) {
        drawGlyph(context, place, x, inside, pointRadius, colour, theme.paper);
        continue;
      }
      drawEdgeArrowhead(context, x, inside, y < area.top ? -1 : 1, colour, theme.paper);
    }
    context.globalAlpha = 1;
  };

  /** @param {PlotContent} content
      @param {TourTheme} current */
  const draw = (content, current) => {
    theme = current;
    drawn = content;
    const { area, control } = content;
    clear(context);
    const look = lookOf(content);
    backdrop.draw(content, theme);
    drawControlName(context, content, theme);
    if (control) {
      context.strokeStyle = theme.movable;
      context.lineWidth = 1.6;
      context.beginPath();
      context.moveTo(control.x, area.top - overhang);
      context.lineTo(control.x, area.top + area.height);
      context.stroke();
    }
    drawPoints(content, look);
    names.draw(content, look, theme);
  };

  return {
    draw,
    forget: () => {
      names.forget();
      drawn = null;
    },
    /** The names of what is drawn at a place, of a curve or the control's axis, or beside them; none where there is nothing.
        @param {Point} at
        @returns {string[]} */
    namesAt: (at) => {
      if (!drawn) return [];
      const { area, control, curves, end } = drawn;
      if (control && at[1] > area.top + area.height - axisReach) return [controlKey];
      const found = names.curveAt(curves, at) ?? (at[0] <= end ? curveAt(curves, at) : null);
      return found ? namesFor(found, curves) : [];
    },
  };
};
