/* Curve names: the names beside the curves of a plot, and the iteration from which a run leads. */
import { drawHaloText } from "../view/halo_text.js";
import { heightAt } from "./curve_geometry.js";
import { placeLabels, roomAround } from "./curve_labels.js";

/** @typedef {import("./curve_labels.js").Placed} Placed */
/** @typedef {import("./curve_plot.js").PlotContent} PlotContent */
/** @typedef {{heights: import("./curve_geometry.js").Heights[],
    envelopes: import("./curve_geometry.js").Envelope[], x: (t: number) => number, tickFont: string,
    isKept: boolean}} Drawn names stay where they are while the curves are the same */

const nameSize = 0.9;
const markGap = 8;
const markRadius = 3.4;

/** @param {CanvasRenderingContext2D} context */
export const createCurveNames = (context) => {
  /** Where the names are.
      @type {Map<string, Placed | null>} */
  let lastPlaces = new Map();

  /** @param {string} text
      @param {Placed} place
      @param {string} fill
      @param {PlaygroundTheme} theme */
  const drawText = (text, { left, y }, fill, { halo }) => {
    context.textAlign = "left";
    context.textBaseline = "middle";
    drawHaloText(context, text, left, y, { fill, halo });
  };

  /** Draw the iteration from which a run leads; returns the places that it takes.
      @param {PlotContent} content
      @param {Drawn} drawn
      @param {PlaygroundTheme} theme
      @returns {Placed[]} */
  const drawMark = ({ mark, area }, { heights, envelopes, x, tickFont }, theme) => {
    if (!mark) return [];
    const [px, py] = [x(mark.t), heightAt(heights[mark.curve], mark.t)];
    context.font = tickFont;
    const { width } = context.measureText(mark.text);
    const height = theme.unit;
    const isInside = (/** @type {Placed} */ { left, y }) =>
      left > area.left && left + width < area.left + area.width && y > area.top && y < area.top + area.height;
    const room = (/** @type {Placed} */ place) => roomAround(envelopes, area, place);
    const [place] = [
      [-width - markGap, height],
      [markGap, -height],
      [markGap, height],
      [-width - markGap, -height],
    ]
      .map(([dx, dy]) => ({ left: px + dx, y: py + dy, width }))
      .filter(isInside)
      .sort((a, b) => room(b) - room(a));
    if (mark.isShown) {
      if (place) drawText(mark.text, place, theme.ink, theme);
      context.beginPath();
      context.arc(px, py, markRadius, 0, 7);
      context.fillStyle = theme.panel;
      context.fill();
      context.lineWidth = 1.4;
      context.strokeStyle = theme.ink;
      context.stroke();
    }
    const dot = { left: px - markRadius, y: py, width: 2 * markRadius };
    return place ? [place, dot] : [dot];
  };

  /** @param {PlotContent} content
      @param {Drawn} drawn
      @param {PlaygroundTheme} theme */
  const draw = (content, drawn, theme) => {
    const taken = drawMark(content, drawn, theme);
    const { heights, envelopes, isKept } = drawn;
    const names = content.curves.flatMap(({ label, place, colour, isBold, at, from }, curve) => {
      if (!label || heights[curve].rows <= from + 1) return [];
      const font = `${isBold ? 600 : 500} ${nameSize * theme.unit}px ${theme.words}`;
      context.font = font;
      const { width } = context.measureText(label);
      return [{ label, colour, font, curve, width, at, key: `${place} ${label}` }];
    });
    const last = names.map(({ key }) => lastPlaces.get(key) ?? null);
    const places = isKept
      ? last
      : placeLabels(names, { envelopes, area: content.area, height: theme.unit, taken, last });
    lastPlaces = new Map(names.map(({ key }, k) => [key, places[k]]));
    names.forEach(({ label, colour, font }, k) => {
      const place = places[k];
      context.font = font;
      if (place) drawText(label, place, colour, theme);
    });
  };

  /** Place names where they are best, not where they were. */
  const forget = () => lastPlaces.clear();

  return { draw, forget };
};
