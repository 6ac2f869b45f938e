/* The error axis: what of the runs' errors it shows. A log axis is the default and reaches 2.5 decades above
   the start; a linear one ends at three times the first error, or a run that diverges would flatten all
   others. Where E falls below 0, the log axis shows E less its lowest value. */
import { followRange } from "../view/axis_range.js";
import { short } from "../view/numbers.js";

/** @typedef {import("../view/axis_range.js").Axis} Axis */
/** @typedef {{values: ArrayLike<number>, rows: number}} Values */

/** How far above the start a log axis reaches, in decades. */
const decadesAbove = 2.5;

/** How many decades a log axis shows at most: below an offset, differences are rounding noise. */
const mostDecades = 22;
const mostDecadesOfOffset = 10;

/** A log axis is at least so many decades high, or rounding noise would look like a hill. */
const leastDecades = 0.2;

/** How far above the first error a linear axis reaches, in multiples of that error. */
const headroom = 2;

/** A run that falls farther than this, in the same multiples, is cut off below the first error too. */
const abyss = 1e12;

/** The least that the first error counts as. */
const smallest = 1e-9;

/** The lowest and highest finite errors of some runs, and the lowest above zero.
    @param {Values[]} errors */
const extremes = (errors) => {
  let lowest = Infinity;
  let highest = -Infinity;
  let positive = Infinity;
  for (const { values, rows } of errors) {
    for (let t = 0; t < rows; t++) {
      const value = values[t];
      if (value < lowest) lowest = value;
      if (value > highest && value < Infinity) highest = value;
      if (value > 0 && value < positive) positive = value;
    }
  }
  return { lowest, highest, positive };
};

/** The first error, which all runs share.
    @param {Values[]} errors */
const startOf = (errors) => errors.find(({ values }) => Number.isFinite(values[0]))?.values[0] ?? 0;

/** @param {number} start
    @param {number} lowest */
const fallsWithoutEnd = (start, lowest) => lowest < start - abyss * Math.max(Math.abs(start), smallest);

/** What is added to E on a log axis: nothing, or what lifts its lowest value to zero.
    @param {Values[]} errors
    @param {"linear" | "log"} type */
export const errorOffset = (errors, type) => {
  if (type === "linear") return 0;
  const { lowest, highest } = extremes(errors);
  // Without two values there is nothing above the lowest.
  const isLifted = lowest < 0 && highest > lowest && !fallsWithoutEnd(startOf(errors), lowest);
  return isLifted ? -lowest : 0;
};

/** What the axis shows of errors above its offset, as options of an axis range.
    @param {Values[]} errors
    @param {"linear" | "log"} type
    @param {number} offset
    @returns {import("../view/axis_range.js").AxisOptions} */
export const errorAxisOptions = (errors, type, offset = 0) => {
  const start = startOf(errors);
  const { lowest, highest, positive } = extremes(errors);
  if (type === "log") {
    const most = (start > 0 ? start : positive) * 10 ** decadesAbove;
    const floor = Math.min(highest, most) / 10 ** (offset ? mostDecadesOfOffset : mostDecades);
    return { type, bounds: [Math.max(positive, floor), most] };
  }
  const size = Math.max(Math.abs(start), smallest);
  const least = fallsWithoutEnd(start, lowest) ? start - headroom * size : -Infinity;
  return { type, bounds: [least, start + headroom * size], fromZero: true };
};

/** The error axis: the given one while it fits the errors, else a new one. Errors without a value above zero
    have a linear axis.
    @param {Axis | null} axis
    @param {Values[]} errors less the offset
    @param {"linear" | "log"} type
    @param {number} offset
    @returns {Axis} */
export const followErrorAxis = (axis, errors, type, offset) => {
  const { lowest, positive } = extremes(errors);
  const isLinear = type === "log" && (positive === Infinity || fallsWithoutEnd(startOf(errors), lowest));
  const options = errorAxisOptions(errors, isLinear ? "linear" : type, offset);
  const found = followRange(axis, errors, options);
  const [low, high] = found.range;
  if (found.type === "linear" || high - low >= leastDecades) return found;
  const middle = (low + high) / 2;
  return { ...found, range: [middle - leastDecades / 2, middle + leastDecades / 2] };
};

/** What the axis does not show as the reader may expect it, in a sentence; or nothing.
    @param {Values[]} errors as they are
    @param {Axis} axis
    @param {{type: "linear" | "log", offset: number}} asked */
export const errorAxisNote = (errors, axis, { type, offset }) => {
  const { lowest } = extremes(errors);
  if (lowest === Infinity) return "";
  if (type === "log" && axis.type === "linear") {
    const falls = fallsWithoutEnd(startOf(errors), lowest);
    return `E ${falls ? "falls without end" : lowest < 0 ? "is below 0" : "is 0"}: the axis is linear`;
  }
  if (offset) return `axis: E + ${short(offset)}, because E falls to ${short(-offset)}`;
  if (axis.type === "log" && lowest === 0) return "E = 0 lies below a log axis";
  return "";
};
