/* Names in a chart of the tour: numbers beside points and names beside curves, apart from each other. */
import { fillEnvelope } from "../playground/curve_geometry.js";
import { placeLabels, roomAround } from "../playground/curve_labels.js";
import { drawHaloText } from "../view/halo_text.js";
import { smallFont } from "./chart_frame.js";

/** @typedef {import("./look.js").TourTheme} TourTheme */
/** @typedef {import("./chart_plot.js").PlotContent} PlotContent */
/** @typedef {import("./emphasis.js").Emphasis} Emphasis */
/** @typedef {import("../playground/curve_labels.js").Placed} Placed */
/** @typedef {import("../playground/curve_labels.js").Envelope} Envelope */

const columns = 64;
const gap = 10;
/** Of a curve under its own name, in pixels. */
const levelWithin = 3;
/** How far above the plot the middle of a number may be, within the canvas. */
const above = 9;
const mostRoom = 12;
/** Of room, for a number that is not right beside its point; one nearer to another point pays its distance, too. */
const farCost = 3;
const clear = 5;
/** From the middle of a name: how far above and below it still is meant, in pixels. */
const nameReach = 9;
/** Of the plot's width: where a name is best. */
const best = 0.62;

/** @typedef {WeakMap<PlotContent["curves"][number], {width: number, envelope: Envelope}>} Kept of curves that are
    drawn again */

/** The room that a curve takes in each column of the plot.
    @param {PlotContent["curves"][number]} curve
    @param {Box} area
    @param {Kept} kept
    @returns {Envelope} */
const envelopeOf = (curve, { left, width }, kept) => {
  const known = kept.get(curve);
  if (known?.width === width) return known.envelope;
  const { heights, x } = curve;
  const envelope = { tops: new Float64Array(columns), bottoms: new Float64Array(columns) };
  const per = x(1) - x(0);
  // A curve's indices may begin before the plot: the envelope counts from its left edge.
  const before = Math.max(0, Math.round((left - x(0)) / per));
  const ys = heights.ys.subarray(before);
  const from = Math.max(0, heights.from - before);
  fillEnvelope(envelope, { ys, from, rows: heights.rows - before }, width / per);
  kept.set(curve, { width, envelope });
  return envelope;
};

/** Whether a text would lie on another.
    @param {Placed} one
    @param {Placed} other
    @param {number} height */
const isOn = (one, other, height) =>
  other.left < one.left + one.width &&
  one.left < other.left + other.width &&
  Math.abs(other.y - one.y) < height;

/** Where the number of a point has most room, near to it and to no other point, if it has any.
    @param {{x: number, y: number}} point
    @param {number} width
    @param {{area: Box, envelopes: Envelope[], taken: Placed[], others: {y: number}[], size: number}} options `others`
      are the other points
    @returns {Placed | undefined} */
export const placeBeside = ({ x, y }, width, { area, envelopes, taken, others, size }) => {
  const middle = Math.max(area.top + 2, Math.min(area.top + area.height - 2, y));
  const right = area.left + area.width;
  return [gap, -gap - width]
    .flatMap((dx) =>
      [-0.9, 0.9, -1.7, 1.7, -2.5, 2.5].map((dy) => ({ left: x + dx, y: middle + dy * size, width })),
    )
    .filter((place) => place.left > area.left - 4 && place.left + width < right + 12)
    .filter((place) => place.y > area.top - above && place.y < area.top + area.height - 4)
    .filter((place) => !taken.some((other) => isOn(place, other, 1.1 * size)))
    .map((place) => {
      const own = Math.abs(place.y - middle);
      const isNearOther = others.some((other) => Math.abs(place.y - other.y) < own);
      const cost = (own > size ? farCost : 0) + (isNearOther ? own : 0);
      return { place, score: Math.min(mostRoom, roomAround(envelopes, area, place)) - cost };
    })
    .sort((a, b) => b.score - a.score)[0]?.place;
};

/** Where the name of a curve without room beside it interrupts the curve, which is level there; null where nothing is.
    @param {number} curve
    @param {number} width
    @param {{area: Box, envelopes: Envelope[], taken: Placed[], size: number}} options
    @returns {Placed | null} */
export const placeOnCurve = (curve, width, { area, envelopes, taken, size }) => {
  const { tops, bottoms } = envelopes[curve];
  const others = envelopes.filter((_, k) => k !== curve);
  const wide = Math.ceil((width / area.width) * columns) + 1;
  const places = Array.from({ length: Math.max(0, columns - wide) }, (_, k) => {
    const [high, low] = [Math.min(...tops.subarray(k, k + wide)), Math.max(...bottoms.subarray(k, k + wide))];
    const place = { left: area.left + (k / columns) * area.width, y: (high + low) / 2, width };
    return { place, isLevel: low - high <= levelWithin };
  });
  const found = places
    .filter(({ place, isLevel }) => isLevel && roomAround(others, area, place) >= size / 2)
    .filter(({ place }) => !taken.some((other) => isOn(place, other, 1.1 * size)))
    .map(({ place }) => ({
      place,
      away: Math.abs((place.left + width / 2 - area.left) / area.width - best),
    }));
  return found.sort((a, b) => a.away - b.away)[0]?.place ?? null;
};

/** Numbers above each other stand in the order of their points.
    @param {{y: number, place: Placed}[]} numbers */
export const sortAbove = (numbers) => {
  for (let k = numbers.length; k > 1; k--) {
    for (let n = 1; n < k; n++) {
      const [one, other] = [numbers[n - 1], numbers[n]].map(({ place }) => place);
      if (one.y <= other.y || !isOn(one, { ...other, y: one.y }, 1)) continue;
      [one.y, other.y] = [other.y, one.y];
    }
  }
};

/** @param {CanvasRenderingContext2D} context */
export const createChartNames = (context) => {
  /** Where names were.
      @type {Map<string, Placed | null>} */
  let last = new Map();
  /** @type {Kept} */
  const kept = new WeakMap();

  /** @param {PlotContent} content
      @param {Emphasis} look
      @param {TourTheme} theme */
  const draw = ({ curves, points, area, level }, look, theme) => {
    const size = 0.9 * theme.unit;
    context.font = `600 ${size}px ${theme.words}`;
    context.textBaseline = "middle";
    context.textAlign = "left";
    const halo = theme.paper;
    const envelopes = curves.map((curve) => envelopeOf(curve, area, kept));
    /** @type {Placed[]} */
    const taken = points.map(({ x, y }) => ({ left: x - 4, y, width: 8 }));
    const numbers = points.flatMap(({ x, y, text, colour, names }, k) => {
      if (!text || Number.isNaN(y)) return [];
      const { width } = context.measureText(text);
      const others = points.filter((other, n) => n !== k && !Number.isNaN(other.y));
      const free = { taken: taken.filter((_, n) => n !== k), others };
      const place = placeBeside({ x, y }, width, { area, envelopes, size, ...free });
      if (!place) return [];
      taken.push(place);
      return [{ y, text, colour, names, place }];
    });
    sortAbove(numbers.sort((a, b) => a.y - b.y));
    for (const { text, colour, names, place } of numbers) {
      context.globalAlpha = look(names).alpha;
      drawHaloText(context, text, place.left, place.y, { fill: colour, halo });
    }
    const named = curves.flatMap(({ label, colour, names }, curve) =>
      label ? [{ label, colour, names, curve, width: context.measureText(label).width, at: best }] : [],
    );
    const before = named.map(({ label, curve }) => last.get(`${curve} ${label}`) ?? null);
    // Above the axis, which may be the control's.
    const inside = { ...area, height: area.height - clear };
    const places = placeLabels(named, { envelopes, area: inside, height: theme.unit, taken, last: before });
    places.forEach((place, k) => {
      if (place) return;
      const free = { taken: [...taken, ...places.filter((other) => other !== null)], size };
      places[k] = placeOnCurve(named[k].curve, named[k].width, { area: inside, envelopes, ...free });
    });
    last = new Map(named.map(({ label, curve }, k) => [`${curve} ${label}`, places[k]]));
    named.forEach(({ label, colour, names }, k) => {
      const place = places[k];
      context.globalAlpha = look(names).alpha;
      if (place) drawHaloText(context, label, place.left, place.y, { fill: colour, halo });
    });
    context.globalAlpha = 1;
    if (!level?.label) return;
    context.font = smallFont(theme);
    drawHaloText(context, level.label, area.left + 6, level.y - 0.7 * size, { fill: theme.quiet, halo });
  };

  return {
    draw,
    forget: () => last.clear(),
    /** The curve whose name is drawn at a place.
        @param {PlotContent["curves"]} curves
        @param {Point} at */
    curveAt: (curves, [x, y]) =>
      curves.find(({ label }, curve) => {
        const place = last.get(`${curve} ${label}`);
        return (
          place && x >= place.left && x <= place.left + place.width && Math.abs(y - place.y) <= nameReach
        );
      }) ?? null,
  };
};
