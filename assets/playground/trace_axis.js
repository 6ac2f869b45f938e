/* The axis of the traces: logarithmic for what is positive, linear for one state with a sign, and logarithmic
   on both sides of zero for states of different sizes. */
import { followRange } from "../view/axis_range.js";
import { power, short } from "../view/numbers.js";
import { axisScale } from "../view/scales.js";
import { verticalTicks } from "../view/ticks.js";

/** @typedef {import("../view/axis_range.js").Axis} Axis */
/** @typedef {import("../view/ticks.js").Tick} Tick */
/** @typedef {{values: ArrayLike<number>, rows: number}} Values */
/** @typedef {Axis & {zero?: number}} TraceAxis `zero` is the size below which values count as linear, on an
    axis that is logarithmic on both sides */

/** How many decades an axis with two sides shows on the larger one. */
const decades = 4;
const room = 0.08;
const tickGap = 20;
const plain = [-4, 6];

/** A value in decades from zero.
    @param {number} value
    @param {number} zero */
const signedDecades = (value, zero) => Math.sign(value) * Math.log10(1 + Math.abs(value) / zero);

/** @param {Values[]} curves */
const extremes = (curves) => {
  let [low, high] = [Infinity, -Infinity];
  for (const { values, rows } of curves) {
    for (let t = 1; t < rows; t++) {
      if (values[t] < low) low = values[t];
      if (values[t] > high && values[t] < Infinity) high = values[t];
    }
  }
  return { low, high };
};

/** The axis for some curves: the given one while it fits them, else a new one.
    @param {TraceAxis | null} axis
    @param {Values[]} curves
    @param {boolean} hasSeveral whether they are of several states
    @returns {TraceAxis} */
export const followTraceAxis = (axis, curves, hasSeveral) => {
  const { low, high } = extremes(curves);
  if (low >= 0 && high > 0) return followRange(axis, curves, { type: "log", room });
  if (!hasSeveral || !(high >= low)) return followRange(axis, curves, { type: "linear", room });
  const zero = Math.max(-low, high) / 10 ** decades || 1;
  const ends = [signedDecades(Math.min(low, 0), zero), signedDecades(Math.max(high, 0), zero)];
  const gap = (ends[1] - ends[0]) * room || 1;
  return { type: "linear", range: [ends[0] - gap, ends[1] + gap], zero };
};

/** From values to pixels of a plot.
    @param {TraceAxis} axis
    @param {Box} area
    @returns {(value: number) => number} */
export const traceScale = (axis, { top, height }) => {
  const scale = axisScale(axis, top + height, -height);
  const { zero } = axis;
  return zero ? (value) => scale(signedDecades(value, zero)) : scale;
};

/** The ticks of an axis with two sides: zero and powers of ten, the largest first, as far as there is room.
    @param {TraceAxis} axis
    @param {number} zero
    @param {number} length
    @returns {Tick[]} */
const signedTicks = ({ range: [low, high] }, zero, length) => {
  const first = Math.ceil(Math.log10(zero)) + 1;
  const last = Math.floor(Math.log10(zero * (10 ** Math.max(-low, high) - 1)));
  const isPlain = first >= plain[0] && last <= plain[1];
  /** @type {Tick[]} */
  const ticks = [{ value: 0, label: "0" }];
  /** @param {number} value */
  const pixel = (value) => ((signedDecades(value, zero) - low) / (high - low)) * length;
  for (let k = last; k >= first; k--) {
    for (const sign of [1, -1]) {
      const value = sign * Number(`1e${k}`);
      const at = pixel(value);
      if (at < 0 || at > length || ticks.some((tick) => Math.abs(pixel(tick.value) - at) < tickGap)) continue;
      ticks.push({ value, label: isPlain ? short(value) : `${sign < 0 ? "−" : ""}${power(k)}` });
    }
  }
  return ticks;
};

/** @param {TraceAxis} axis
    @param {number} length in pixels
    @returns {Tick[]} */
export const traceTicks = (axis, length) => {
  if (axis.isEmpty) return [];
  return axis.zero ? signedTicks(axis, axis.zero, length) : verticalTicks(axis, length);
};
