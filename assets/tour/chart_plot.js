/* Plot of a chart of the tour: ticks, zones, curves with their names, a cursor on the control's axis, points with their
   numbers. What to draw comes in pixels. */
import { curvePath, fillEnvelope } from "../playground/curve_geometry.js";
import { placeLabels, roomAround } from "../playground/curve_labels.js";
import { drawTicks } from "../playground/plot_marks.js";
import { clear } from "../view/canvas.js";
import { drawGlyph } from "../view/glyphs.js";
import { drawHaloText } from "../view/halo_text.js";
import { emphasis } from "./emphasis.js";

/** @typedef {import("./look.js").TourTheme} TourTheme */
/** @typedef {import("../playground/curve_labels.js").Placed} Placed */
/** @typedef {import("../playground/curve_geometry.js").Heights} Heights */
/** A curve; `x` gives the pixel of an index of its heights.
    @typedef {{heights: Heights, x: (index: number) => number, colour: string, width: number, isDashed: boolean,
      alpha: number, names: string[], label: string}} PlotCurve */
/** @typedef {{x: number, y: number, colour: string, place: number, names: string[], text: string}} PlotPoint */
/** @typedef {{x: number, label: string}} PlotTick */
/** @typedef {{area: Box, scale: (value: number) => number, ticks: import("../view/ticks.js").Tick[], across: PlotTick[],
      title: string, control: {symbol: string, value: string, label: string, x: number} | null,
      zones: {left: number, width: number, label: string}[], level: {y: number, label: string} | null,
      curves: PlotCurve[], points: PlotPoint[], end: number, linked: string | null}} PlotContent
    curves are drawn up to the pixel `end` */

const dash = [5, 3.5];
const columns = 64;
const track = { width: 4, alpha: 0.42 };
const overhang = 4;
const pointRadius = 4.6;

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
    height: Math.max(1, height - 12 - Math.round(((isCompact ? 38 : 40) * unit) / 14)),
  };
};

/** @param {import("../view/canvas.js").Sheet} sheet */
export const createPlot = ({ context }) => {
  /** Where names were.
      @type {Map<string, Placed | null>} */
  let last = new Map();
  /** @type {TourTheme} */
  let theme;

  const small = () => `${0.84 * theme.unit}px ${theme.words}`;

  /** @param {PlotContent} content */
  const drawFrame = ({ area, scale, ticks, across, title, control, zones }) => {
    const bottom = area.top + area.height;
    const shifted = ticks.filter(({ value }) => Math.abs(scale(value) - bottom) > 1 || !control);
    drawTicks(context, { ticks: shifted, scale, area }, { ...theme, font: small() });
    for (const { left, width, label } of zones) {
      context.fillStyle = theme.grid;
      context.globalAlpha = 0.6;
      context.fillRect(left, area.top, width, area.height);
      context.globalAlpha = 1;
      context.font = small();
      context.textAlign = "center";
      context.textBaseline = "middle";
      const half = context.measureText(label).width / 2;
      const middle = Math.min(left + width / 2, area.left + area.width - half);
      drawHaloText(context, label, Math.max(middle, area.left + half), area.top + 0.72 * theme.unit, {
        fill: theme.quiet,
        halo: theme.paper,
      });
    }
    context.fillStyle = theme.quiet;
    context.strokeStyle = theme.quiet;
    context.lineWidth = 1;
    context.font = small();
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
    const y = bottom + 2.45 * theme.unit;
    if (control) return drawControlName(control, area, y);
    context.textAlign = "center";
    context.fillStyle = theme.quiet;
    context.fillText(title, area.left + area.width / 2, y);
  };

  /** Name and value of the control, below its axis.
      @param {NonNullable<PlotContent["control"]>} control
      @param {Box} area
      @param {number} y */
  const drawControlName = ({ symbol, value, label }, area, y) => {
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

  /** @param {PlotContent} content
      @param {import("./emphasis.js").Emphasis} look */
  const drawCurves = ({ curves, area, end, level }, look) => {
    context.save();
    context.beginPath();
    context.rect(area.left - 1.5, area.top - 2, Math.max(0, end - area.left + 3), area.height + 3);
    context.clip();
    context.lineJoin = "round";
    if (level) {
      context.strokeStyle = theme.quiet;
      context.lineWidth = 1.3;
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
  };

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
      // Beyond the plot: an arrowhead at its edge.
      const side = y < area.top ? -1 : 1;
      context.beginPath();
      context.moveTo(x, inside + side * 6);
      context.lineTo(x - 5.5, inside - side * 3);
      context.lineTo(x + 5.5, inside - side * 3);
      context.closePath();
      context.lineWidth = 3.4;
      context.strokeStyle = theme.paper;
      context.stroke();
      context.fillStyle = colour;
      context.fill();
    }
    context.globalAlpha = 1;
  };

  /** Numbers beside points and names beside curves, apart from each other.
      @param {PlotContent} content
      @param {import("./emphasis.js").Emphasis} look */
  const drawNames = ({ curves, points, area, level }, look) => {
    const size = 0.9 * theme.unit;
    const font = `600 ${size}px ${theme.words}`;
    context.font = font;
    context.textBaseline = "middle";
    context.textAlign = "left";
    const envelopes = curves.map(({ heights, x }) => {
      const envelope = { tops: new Float64Array(columns), bottoms: new Float64Array(columns) };
      // A curve's indices may begin before the plot: the envelope counts from its left edge.
      const per = x(1) - x(0);
      const from = Math.max(0, Math.round((area.left - x(0)) / per));
      fillEnvelope(
        envelope,
        { ys: heights.ys.subarray(from), from: heights.from - from, rows: heights.rows - from },
        area.width / per,
      );
      return envelope;
    });
    /** @type {Placed[]} */
    const taken = points.map(({ x, y }) => ({ left: x - 6, y, width: 12 }));
    for (const { x, y, text, colour, names } of points) {
      if (!text || Number.isNaN(y)) continue;
      const width = context.measureText(text).width;
      const middle = Math.max(area.top + 2, Math.min(area.top + area.height - 2, y));
      const [place] = [
        [10, -0.9],
        [10, 0.9],
        [-10 - width, -0.9],
        [-10 - width, 0.9],
      ]
        .map(([dx, dy]) => ({ left: x + dx, y: middle + dy * size, width }))
        .filter(({ left, y: at }) => {
          const isIn = left > area.left - 4 && left + width < area.left + area.width + 12;
          return isIn && at > area.top - 4 && at < area.top + area.height - 4;
        })
        .map((found) => {
          const clash = taken.some(
            (other) =>
              other.left < found.left + width &&
              found.left < other.left + other.width &&
              Math.abs(other.y - found.y) < 1.1 * size,
          );
          return { found, room: clash ? -1 : Math.min(12, roomAround(envelopes, area, found)) };
        })
        .sort((a, b) => b.room - a.room)
        .map(({ found }) => found);
      if (!place) continue;
      taken.push(place);
      context.globalAlpha = look(names).alpha;
      drawHaloText(context, text, place.left, place.y, { fill: colour, halo: theme.paper });
    }
    const named = curves.flatMap(({ label, colour, names }, curve) =>
      label ? [{ label, colour, names, curve, width: context.measureText(label).width, at: 0.62 }] : [],
    );
    const before = named.map(({ label, curve }) => last.get(`${curve} ${label}`) ?? null);
    const places = placeLabels(named, { envelopes, area, height: theme.unit, taken, last: before });
    last = new Map(named.map(({ label, curve }, k) => [`${curve} ${label}`, places[k]]));
    named.forEach(({ label, colour, names }, k) => {
      const place = places[k];
      context.globalAlpha = look(names).alpha;
      if (place) drawHaloText(context, label, place.left, place.y, { fill: colour, halo: theme.paper });
    });
    context.globalAlpha = 1;
    if (!level?.label) return;
    context.font = small();
    drawHaloText(context, level.label, area.left + 6, level.y - 0.7 * size, {
      fill: theme.quiet,
      halo: theme.paper,
    });
  };

  /** @param {PlotContent} content
      @param {TourTheme} current */
  const draw = (content, current) => {
    theme = current;
    const { area, control, curves, points, linked } = content;
    clear(context);
    const look = emphasis(
      linked,
      [...curves, ...points].map(({ names }) => names),
    );
    drawFrame(content);
    drawCurves(content, look);
    if (control) {
      context.strokeStyle = theme.movable;
      context.lineWidth = 1.6;
      context.beginPath();
      context.moveTo(control.x, area.top - overhang);
      context.lineTo(control.x, area.top + area.height);
      context.stroke();
    }
    drawPoints(content, look);
    drawNames(content, look);
  };

  return { draw, forget: () => last.clear() };
};
