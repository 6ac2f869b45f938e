/* The ticks of an axis with their labels: round values, all in one style, and never so close that they
   overprint. */
import { exact, exponent, power, scaled } from "./numbers.js";

/** @typedef {{type: "linear" | "log", range: [number, number], whole?: boolean}} AxisLike a log range is in
    decades; a `whole` axis has whole numbers only */
/** @typedef {{value: number, label: string}} Tick */

const verticalGap = 22;
const horizontalGap = 100;
const stepsOfLog = [1, 2, 3, 5, 10, 20, 30, 50, 100, 200, 300];

/** @param {number} value */
const tidy = (value) => Number(value.toPrecision(12));

/** Multiples of 1, 2 or 5 times a power of ten.
    @param {number} low
    @param {number} high
    @param {number} count
    @param {boolean} [whole] whether only whole numbers have a meaning */
const evenValues = (low, high, count, whole = false) => {
  const rough = Math.max((high - low) / count, whole ? 1 : 0);
  const decade = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((times) => times * decade >= rough) ?? 10) * decade;
  const first = Math.ceil(low / step);
  const last = Math.floor(high / step);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => tidy((first + k) * step));
};

/** On an axis in decades: whole ones, parts of one, or even steps, whichever gives most ticks.
    @param {number} low
    @param {number} high
    @param {number} count
    @param {number} length
    @param {number} gap */
const logTicks = (low, high, count, length, gap) => {
  const least = (high - low) / count;
  const step = stepsOfLog.find((round) => round >= least) ?? 500;
  const whole = [];
  for (let k = Math.ceil(low / step); k * step <= high; k++) whole.push(Number(`1e${k * step}`));
  if (whole.length > 2) return whole;
  const parts = [];
  for (let k = Math.floor(low); k <= high; k++)
    parts.push(...[1, 2, 5].map((part) => Number(`${part}e${k}`)));
  /** @param {number} value */
  const pixel = (value) => ((Math.log10(value) - low) / (high - low)) * length;
  const inside = parts.filter((value) => pixel(value) >= 0 && pixel(value) <= length);
  const haveRoom = (/** @type {number[]} */ values) =>
    values.every((value, k) => !k || pixel(value) - pixel(values[k - 1]) >= gap);
  return [inside, evenValues(10 ** low, 10 ** high, count)]
    .filter(haveRoom)
    .reduce((best, found) => (found.length > best.length ? found : best), whole);
};

/** @param {number} size */
const isPlain = (size) => size >= 1e-4 && size < 1e7;

/** The labels of some values: plain as long as all can be, or all with a power of ten.
    @param {number[]} values
    @param {"linear" | "log"} type */
const labelsOf = (values, type) => {
  const sizes = values.map(Math.abs);
  const greatest = Math.max(...sizes);
  if (isPlain(greatest) && (type !== "log" || isPlain(Math.min(...sizes)))) return values.map(exact);
  if (type !== "log") return values.map((value) => scaled(value, exponent(greatest)));
  const round = values.every((value) => Number(`1e${exponent(value)}`) === value);
  return values.map((value) => (round ? power(exponent(value)) : scaled(value, exponent(value))));
};

/** The ticks of an axis with its labels, of which so many fit.
    @param {AxisLike} axis
    @param {number} count
    @param {number} length in pixels
    @param {number} gap in pixels, that two labels need
    @returns {Tick[]} */
const ticks = ({ type, range: [low, high], whole }, count, length, gap) => {
  const values =
    type === "log" ? logTicks(low, high, count, length, gap) : evenValues(low, high, count, whole);
  const labels = labelsOf(values, type);
  return values.map((value, k) => ({ value, label: labels[k] }));
};

/** The ticks of a vertical axis, so many pixels long.
    @param {AxisLike} axis
    @param {number} length */
export const verticalTicks = (axis, length) =>
  ticks(axis, Math.max(2, Math.min(5, length / verticalGap)), length, verticalGap);

/** The ticks of a horizontal axis, so many pixels long.
    @param {AxisLike} axis
    @param {number} length
    @param {number} [gap] between two labels, in pixels */
export const horizontalTicks = (axis, length, gap = horizontalGap) =>
  ticks(axis, Math.max(4, Math.min(9, length / gap)), length, gap);

/** About so many ticks of a linear axis, at least.
    @param {[number, number]} range
    @param {number} count
    @returns {Tick[]} */
export const evenTicks = (range, count) => ticks({ type: "linear", range }, count, 0, 0);
