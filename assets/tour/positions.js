/* Positions: where values of a stop's control lie on its axis, as shares from 0 to 1, and the values that it takes:
   whole steps on a linear axis, two digits on a logarithmic one. */
import { reading, rounded } from "../view/numbers.js";

/** How many nines a decay has at most; 1 lies half a decade behind. */
const mostNines = 6;

/** Whether a control is a number on an axis.
    @param {TourControl | null} control
    @returns {control is TourControl} */
export const hasAxis = (control) => control !== null && control.kind !== "start" && control.kind !== "guess";

/** Of the axis: the least that a key moves. */
const keyShare = 0.012;
const page = 8;

/** @param {TourControl} control */
const ends = ({ scale, low, high }) => {
  if (scale === "log") return [Math.log10(low), Math.log10(high)];
  if (scale === "decay") return [-Math.log10(1 - low), high < 1 ? -Math.log10(1 - high) : mostNines + 0.5];
  return [low, high];
};

/** @param {TourControl} control
    @param {number} value */
const positionOf = ({ scale }, value) => {
  if (scale === "log") return Math.log10(value);
  if (scale === "decay") return value < 1 ? -Math.log10(1 - value) : mostNines + 0.5;
  return value;
};

/** @param {number} share */
const within = (share) => Math.min(Math.max(share, 0), 1);

/** Where a value lies on the axis, from 0 to 1.
    @param {TourControl} control
    @param {number} value */
export const shareOf = (control, value) => {
  const [from, to] = ends(control);
  return within((positionOf(control, value) - from) / (to - from));
};

/** @param {number} value */
const twoDigits = (value) => Number(value.toPrecision(2));

/** @param {TourControl} control */
export const stepOf = ({ step, low, high }) => step || (high - low) / 100;

/** The value at a share of the axis, with all its digits.
    @param {TourControl} control
    @param {number} share */
const exactAt = (control, share) => {
  const [from, to] = ends(control);
  const position = from + (to - from) * within(share);
  if (control.scale === "log") return 10 ** position;
  if (control.scale === "decay") return position > mostNines + 0.25 ? 1 : 1 - 10 ** -position;
  return position;
};

/** The value that a control takes for any number.
    @param {TourControl} control
    @param {number} value */
export const nearest = (control, value) => {
  const { scale, low, high } = control;
  let found = value;
  if (scale === "log") found = twoDigits(value);
  else if (scale === "decay") found = value < 1 ? Number((1 - twoDigits(1 - value)).toPrecision(15)) : 1;
  else {
    const step = stepOf(control);
    found = Number((low + Math.round((value - low) / step) * step).toPrecision(12));
  }
  return Math.min(Math.max(found, low), high);
};

/** The value at a share of the axis.
    @param {TourControl} control
    @param {number} share */
export const valueAt = (control, share) => nearest(control, exactAt(control, share));

/** Values evenly spaced on the axis, both ends included.
    @param {TourControl} control
    @param {number} count
    @returns {number[]} */
export const samples = (control, count) => {
  const values = Array.from({ length: count }, (_, k) => exactAt(control, k / (count - 1)));
  // Iterations are whole numbers.
  return control.kind === "step" ? [...new Set(values.map(Math.round))] : values;
};

/** Where a key leads from a value, or null for other keys.
    @param {TourControl} control
    @param {number} value
    @param {string} key
    @returns {number | null} */
export const afterKey = (control, value, key) => {
  if (key === "Home") return nearest(control, control.low);
  if (key === "End") return nearest(control, control.high);
  /** @type {Record<string, number>} */
  const turns = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: page, PageDown: -page };
  const turn = turns[key];
  if (!turn) return null;
  if (control.scale === "linear") return nearest(control, value + turn * stepOf(control));
  let share = shareOf(control, value);
  let next = value;
  const end = turn > 0 ? 1 : 0;
  while (next === value && share !== end) {
    share = within(share + turn * keyShare);
    next = valueAt(control, share);
  }
  return next;
};

/** A value as text: 0.07, 25, 45°, 1 − 3.2·10⁻⁷, (−3, 1.4).
    @param {TourControl} control
    @param {TourValue} value */
export const valueText = ({ scale, unit }, value) => {
  if (value === null) return "";
  if (typeof value !== "number") return `(${value.map((w) => rounded(w, 3)).join(", ")})`;
  // Rounded, a decay would be 1.
  const isNear = scale === "decay" && value < 1 && 1 - value < 0.9e-4;
  if (isNear) return `1 − ${rounded(1 - value, 2).replace(/^1·/, "")}`;
  return reading(value) + unit;
};
