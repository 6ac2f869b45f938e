/* Axes of the tour's charts: ranges that fit what is shown, and ticks that have room. */
import { fitRange, followRange } from "../view/axis_range.js";
import { power, short } from "../view/numbers.js";
import { horizontalTicks, verticalTicks } from "../view/ticks.js";

/** @typedef {import("../view/axis_range.js").Axis} Axis */
/** @typedef {import("../view/axis_range.js").Values} Values */
/** @typedef {import("../view/ticks.js").Tick} Tick */

const room = 0.06;
/** Of the control's axis: so near to each other two ticks have their labels, in pixels. */
const between = 14;
const perCharacter = 7;
const perTick = 64;
const mostNines = 12;
/** How far above the start's error a chart of errors reaches; below it, or below the highest value, curves and
    responses. */
const decades = { above: 2.5, curves: 7, responses: 13 };
const leastDecades = 2;

/** A range in decades, at least two of them.
    @param {[number, number]} range
    @returns {[number, number]} */
const opened = ([low, high]) => {
  const more = (leastDecades - (high - low)) / 2;
  return more > 0 ? [low - more, high + more] : [low, high];
};

/** The vertical axis of curves: the one before while it fits them, or a new one.
    @param {Axis | null} before
    @param {Values[]} columns
    @param {{quantity: string, type: "log" | "linear", bounds?: [number, number]}} chart
    @returns {Axis} */
export const curvesAxis = (before, columns, { quantity, type, bounds }) => {
  const numbers = columns
    .flatMap(({ values, rows }) => Array.from(values).slice(0, rows))
    .filter(Number.isFinite);
  const isError = quantity === "error";
  const start = columns[0]?.values[0] ?? 0;
  if (type === "linear" || (isError && numbers.some((E) => E < 0))) {
    const most = start + 2 * Math.max(Math.abs(start), Number.MIN_VALUE);
    return followRange(before, columns, {
      type: "linear",
      room,
      bounds: isError ? [Number.NEGATIVE_INFINITY, most] : bounds,
    });
  }
  const most = isError ? start * 10 ** decades.above : Number.POSITIVE_INFINITY;
  const highest = isError ? start : Math.max(...numbers);
  const least = Math.min(...numbers.filter((value) => value > 0));
  return followRange(before, columns, {
    type,
    room,
    bounds: [Math.max(least, highest / 10 ** decades.curves), most],
  });
};

/** The vertical axis of responses, the same at every setting.
    @param {Values[]} columns
    @param {{type: "log" | "linear", start: number | null}} chart `start` is the error of the start, where the columns
      are errors
    @returns {Axis} */
export const responseAxis = (columns, { type, start }) => {
  if (type === "linear") {
    const range = fitRange(columns, { type, room, fromZero: true });
    if (!range) return { type, range: [0, 1], isEmpty: true };
    // A curve at zero would lie on the track of the control, which is the axis.
    const isAtZero = columns.some(({ values, rows }) => Array.from(values).slice(0, rows).includes(0));
    const [low, high] = range;
    return { type, range: low === 0 && isAtZero ? [-2 * room * high, high] : range, isEmpty: false };
  }
  const positive = columns.flatMap(({ values, rows }) =>
    Array.from(values)
      .slice(0, rows)
      .filter((value) => value > 0 && value < Number.POSITIVE_INFINITY),
  );
  const most = Math.min(Math.max(...positive), start === null ? Infinity : start * 10 ** decades.above);
  const least = Math.max(Math.min(...positive), (start ?? most) / 10 ** decades.responses);
  if (!positive.length || !(least <= most)) return { type, range: [-1, 1], isEmpty: true };
  const [low, high] = [Math.log10(least), Math.log10(most)];
  const gap = room * (high - low);
  // The lowest point has its number, above the track of the control.
  return { type, range: opened([low - 3 * gap, start === null ? high + gap : high]) };
};

/** @param {Axis} axis
    @param {number} height
    @param {string} [unit]
    @returns {Tick[]} */
export const heightTicks = (axis, height, unit = "") =>
  axis.isEmpty ? [] : verticalTicks(axis, height).map(({ value, label }) => ({ value, label: label + unit }));

/** Ticks of iterations.
    @param {[number, number]} range
    @param {number} width
    @returns {Tick[]} */
export const iterationTicks = (range, width) =>
  horizontalTicks({ type: "linear", range, whole: true }, width, perTick);

/** Values of a control's axis that may be ticks, the most wanted ones first.
    @param {TourControl} control
    @param {number[]} wanted
    @param {number} width
    @returns {number[]} */
const candidates = ({ scale, low, high }, wanted, width) => {
  if (wanted.length) return wanted;
  if (scale === "decay") {
    const nines = Array.from({ length: mostNines }, (_, k) => 1 - Number(`1e${-k - 1}`));
    return [low, high, ...nines].filter((value) => value >= low && value <= high);
  }
  const isLog = scale === "log";
  /** @type {[number, number]} */
  const range = isLog ? [Math.log10(low), Math.log10(high)] : [low, high];
  const ticks = horizontalTicks({ type: isLog ? "log" : "linear", range }, width, perTick);
  return [low, high, ...ticks.map(({ value }) => value)];
};

/** @param {TourControl} control
    @param {number} value */
const labelOf = ({ scale, unit }, value) => {
  const nines = scale === "decay" && value < 1 ? Math.round(-Math.log10(1 - value)) : 0;
  return (nines > 4 ? `1 − ${power(-nines)}` : short(value)) + unit;
};

/** The ticks of a control's axis; one that has no room beside those before it is left out.
    @param {TourControl} control
    @param {number[]} wanted chosen where there are none
    @param {number} width in pixels
    @param {(value: number) => number} shareOf
    @returns {Tick[]} */
export const controlTicks = (control, wanted, width, shareOf) => {
  /** @type {(Tick & {x: number, half: number})[]} */
  const placed = [];
  for (const value of candidates(control, wanted, width)) {
    const label = labelOf(control, value);
    const [x, half] = [shareOf(value) * width, (label.length * perCharacter) / 2];
    if (placed.every((other) => Math.abs(other.x - x) >= half + other.half + between))
      placed.push({ value, label, x, half });
  }
  return placed.map(({ value, label }) => ({ value, label })).sort((a, b) => a.value - b.value);
};
