/* Axis ranges: what an axis shows of its values, and when it has to be fitted to them again. */

/** @typedef {{type: "linear" | "log", range: [number, number], isEmpty?: boolean}} Axis a log range is in decades */
/** @typedef {{values: ArrayLike<number>, rows: number}} Values the first rows of a column */
/** @typedef {[number, number]} Bounds the lowest and highest value that an axis may show */
/** @typedef {{type: "linear" | "log", bounds?: Bounds, fromZero?: boolean, room?: number}} AxisOptions
    `room` is left free above and below, as a part of the range */

/** @type {Bounds} */
export const unbounded = [-Infinity, Infinity];
const usualRoom = 0.05;
const leastFilled = 0.3;

/** The lowest and highest of some values: what is beyond the bounds counts as the bound, and decades
    have no place for 0 and below.
    @param {Values[]} columns
    @param {AxisOptions} options
    @returns {[number, number]} */
const extent = (columns, { type, bounds: [least, most] = unbounded }) => {
  let low = Infinity;
  let high = -Infinity;
  for (const { values, rows } of columns) {
    for (let t = 0; t < rows; t++) {
      const value = Math.max(least, Math.min(most, values[t]));
      if (value === Infinity || (type === "log" && value <= 0)) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return type === "log" ? [Math.log10(low), Math.log10(high)] : [low, high];
};

/** The range that shows all values, or null where there are none.
    @param {Values[]} columns
    @param {AxisOptions} options
    @returns {[number, number] | null} */
export const fitRange = (columns, options) => {
  const { bounds = unbounded, fromZero = false, room = usualRoom } = options;
  let [low, high] = extent(columns, options);
  if (!(high >= low)) return null;
  if (fromZero) [low, high] = [Math.min(low, 0), Math.max(high, 0)];
  const gap = (high - low || Math.abs(high) || 1) * room;
  // Without room at a bound: a curve must be seen to leave the plot there, not to end.
  const endsLow = low === bounds[0] || (fromZero && low === 0);
  return [endsLow ? low : low - gap, high === bounds[1] ? high : high + gap];
};

/** Whether an axis shows all values, neither cut off nor squeezed.
    @param {Axis} axis
    @param {Values[]} columns
    @param {AxisOptions} options */
const fits = ({ range: [from, to] }, columns, options) => {
  const [low, high] = extent(columns, options).map((value) => (value - from) / (to - from));
  return Number.isFinite(high) && high <= 1 && high > leastFilled && low >= 0;
};

/** The axis for some values: the given one while it fits them, else a new one. While there is nothing
    to show, the given one stays.
    @param {Axis | null} axis
    @param {Values[]} columns
    @param {AxisOptions} options
    @returns {Axis} */
export const followRange = (axis, columns, options) => {
  const { type } = options;
  const given = axis?.type === type ? axis : null;
  if (given && fits(given, columns, options)) return given;
  const range = fitRange(columns, options);
  return range ? { type, range } : (given ?? { type, range: [0, 1], isEmpty: true });
};
