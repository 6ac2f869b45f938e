/* Curve plot: curves against the iteration on a canvas, with the ticks of their axis, names beside them,
   beads at an iteration, and what lies beyond the time of a race as a hairline. */
import { clear } from "../view/canvas.js";
import { drawEdgeArrowhead, drawGlyph } from "../view/glyphs.js";
import { curvePath, fillEnvelope, fillHeights, heightAt } from "./curve_geometry.js";
import { createCurveNames } from "./curve_names.js";
import { drawTicks, drawUpright, tickGap } from "./plot_marks.js";
import { iterationScale } from "./plot_frame.js";
import { isSame } from "./same.js";

/** @typedef {import("./curve_geometry.js").Heights} Heights */
/** @typedef {{values: ArrayLike<number>, from: number, rows: number, place: number, colour: string,
    width: number, isDashed?: boolean, alpha?: number, label: string | null, at: number, isBold: boolean,
    bead: number}} PlotCurve `bead` is the radius of its bead, or 0 */
/** @typedef {{curves: PlotCurve[], scale: (value: number) => number, area: Box, steps: number,
    source: unknown[], ticks: import("../view/ticks.js").Tick[],
    mark: {curve: number, t: number, text: string, isShown: boolean} | null,
    time: PlaygroundTime, marked: number | null, hasCursor: boolean, isCompact: boolean}} PlotContent
    `source` is what the curves are made of: while it is the same, so are their heights and paths */

const columns = 64;
const dash = [5, 3.5];

/** A curve that goes up and down for more pixels is a band, in which dashes are not seen but cost much. */
const longestDashed = 6000;
const hairline = { width: 1.1, alpha: 0.34 };
const tickSize = 0.86;
const cursorWidth = 1.25;

/** The room of a plot inside a canvas.
    @param {{width: number, height: number}} canvas
    @param {{left: number, right: number, isCompact: boolean}} frame
    @returns {Box} */
export const plotArea = ({ width, height }, { left, right, isCompact }) => ({
  left,
  top: isCompact ? 6 : 9,
  width: Math.max(1, width - left - right),
  height: Math.max(1, height - (isCompact ? 12 : 16)),
});

/** @param {import("../view/canvas.js").Sheet} sheet */
export const createCurvePlot = ({ context, fit, size }) => {
  /** @type {{ys: Float64Array, envelope: import("./curve_geometry.js").Envelope}[]} */
  const pool = [];
  const names = createCurveNames(context);
  /** What was made of the source that was drawn last.
      @type {{source: unknown[], heights: Heights[], paths: ReturnType<typeof curvePath>[]}} */
  let made = { source: [], heights: [], paths: [] };
  /** @type {PlaygroundTheme} */
  let theme;

  const tickFont = () => `${tickSize * theme.unit}px ${theme.words}`;

  /** How wide the labels of an axis are, with their gap.
      @param {import("../view/ticks.js").Tick[]} ticks
      @param {PlaygroundTheme} current */
  const labelsWidth = (ticks, current) => {
    theme = current;
    context.font = tickFont();
    return (
      ticks.reduce((most, { label }) => Math.max(most, context.measureText(label).width), 0) + tickGap + 2
    );
  };

  /** Room for a curve's numbers, which is used again and again.
      @param {number} k
      @param {number} rows */
  const room = (k, rows) => {
    if (!pool[k] || pool[k].ys.length < rows) {
      const envelope = { tops: new Float64Array(columns), bottoms: new Float64Array(columns) };
      pool[k] = { ys: new Float64Array(Math.max(rows, 512)), envelope };
    }
    return pool[k];
  };

  /** @param {ReturnType<typeof curvePath>} path
      @param {PlotCurve} curve
      @param {{width: number, alpha: number}} style */
  const stroke = ({ path, climb }, { colour, isDashed }, { width, alpha }) => {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.globalAlpha = alpha;
    context.setLineDash(isDashed && climb < longestDashed ? dash : []);
    context.stroke(path);
  };

  /** Make heights and paths, unless they are there; returns whether they were.
      @param {PlotContent} content
      @param {(t: number) => number} x */
  const make = ({ curves, scale, area, steps, isCompact, source }, x) => {
    const now = [...source, area.left, area.width, area.height, isCompact, theme.unit];
    if (isSame(made.source, now)) return true;
    const heights = curves.map((curve, k) => {
      const { ys, envelope } = room(k, curve.rows);
      const found = fillHeights(ys, curve, scale);
      if (!isCompact) fillEnvelope(envelope, found, steps);
      return found;
    });
    made = { source: now, heights, paths: heights.map((found) => curvePath(found, x)) };
    return false;
  };

  /** @param {PlotContent} content
      @param {(t: number) => number} x */
  const drawCurves = ({ curves, area, time, steps }, x) => {
    const { paths } = made;
    const { height } = size();
    const end = time.isRace ? x(Math.min(time.t, steps)) : Infinity;
    /** @type {(from: number, to: number, draw: () => void) => void} */
    const between = (from, to, draw) => {
      context.save();
      context.beginPath();
      context.rect(from, 0, to - from, height);
      context.clip();
      context.lineJoin = "round";
      draw();
      context.restore();
    };
    const right = area.left + area.width + 3;
    if (end < right) {
      between(end, right, () => {
        curves.forEach((curve, k) => {
          stroke(paths[k], curve, hairline);
        });
      });
    }
    between(area.left - 3, Math.min(end, right), () => {
      curves.forEach((curve, k) => {
        stroke(paths[k], curve, { width: curve.width, alpha: curve.alpha ?? 1 });
      });
    });
  };

  /** @param {PlotContent} content
      @param {Heights[]} heights
      @param {number} t
      @param {(t: number) => number} x */
  const drawBeads = ({ curves, area }, heights, t, x) => {
    curves.forEach(({ bead, place, colour, rows, from }, k) => {
      if (!bead || rows <= from) return;
      const y = heightAt(heights[k], t);
      if (Number.isNaN(y)) return;
      const at = x(Math.min(t, rows - 1));
      const inside = Math.max(area.top, Math.min(area.top + area.height, y));
      if (Math.abs(y - inside) < bead) drawGlyph(context, place, at, inside, bead, colour, theme.panel);
      else drawEdgeArrowhead(context, at, inside, y < inside ? -1 : 1, colour, theme.panel);
    });
  };

  /** @param {PlotContent} content
      @param {PlaygroundTheme} current */
  const draw = (content, current) => {
    theme = current;
    const { area, steps, time, marked, hasCursor, isCompact } = content;
    const x = iterationScale(area, steps);
    const isKept = make(content, x);
    const { heights } = made;
    clear(context);
    drawTicks(context, content, { ...theme, font: tickFont() });
    drawCurves(content, x);
    context.setLineDash([]);
    context.globalAlpha = 1;
    if (!isCompact) {
      const envelopes = heights.map((_, k) => pool[k].envelope);
      names.draw(content, { heights, envelopes, x, tickFont: tickFont(), isKept }, theme);
    }
    if (hasCursor)
      drawUpright(context, x(time.t), area, { colour: theme.ink, width: cursorWidth, alpha: 0.75 });
    if (marked !== null) drawUpright(context, x(marked), area, { colour: theme.quiet, width: 1, alpha: 0.7 });
    drawBeads(content, heights, marked ?? time.t, x);
  };

  /** Make everything again, with names where they are best. */
  const forget = () => {
    made.source = [];
    names.forget();
  };

  return { fit, size, labelsWidth, draw, forget };
};
