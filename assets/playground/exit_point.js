/* Exit point: where a run that ends outside the frame leaves it for good. */

const margin = 9;
/** Pixels of a diverging run may be too large to compute with. */
const largest = 1e100;

/** @typedef {{left: number, top: number, width: number, height: number}} Frame */
/** @typedef {{row: number, x: number, y: number, turn: number}} Exit `row` is the last one inside; `turn` the
    direction of the step from there, in radians */

/** @param {Frame} frame
    @param {number} x
    @param {number} y */
export const isInside = ({ left, top, width, height }, x, y) =>
  x > left && y > top && x < left + width && y < top + height;

/** The share of a way from `from` in a direction after which it is beyond a bound.
    @param {number} from
    @param {number} delta
    @param {number} low
    @param {number} high */
const shareTo = (from, delta, low, high) =>
  delta > 0 ? (high - from) / delta : delta < 0 ? (low - from) / delta : Number.POSITIVE_INFINITY;

/** @param {number} pixel */
const bounded = (pixel) => Math.max(-largest, Math.min(largest, pixel));

/** Where a run leaves the frame for good before a row, or null where that row lies inside, or none before it.
    @param {PlotMapping} map whose plotting area is the frame
    @param {Pick<Trajectory, "columns">} trajectory
    @param {number} last row
    @returns {Exit | null} */
export const exitPoint = (map, { columns: { w1, w2 } }, last) => {
  let row = last;
  while (row >= 0 && !isInside(map, map.x(w1[row]), map.y(w2[row]))) row--;
  if (row < 0 || row === last) return null;
  const [x, y] = [map.x(w1[row]), map.y(w2[row])];
  const dx = bounded(map.x(w1[row + 1])) - x;
  const dy = bounded(map.y(w2[row + 1])) - y;
  if (Number.isNaN(dx + dy)) return null;
  const share = Math.min(
    shareTo(x, dx, map.left + margin, map.left + map.width - margin),
    shareTo(y, dy, map.top + margin, map.top + map.height - margin),
  );
  const step = Math.max(0, share);
  return { row, x: x + step * dx, y: y + step * dy, turn: Math.atan2(dy, dx) };
};

/** Whether a run goes off for good: it diverged, or its error has grown a thousandfold.
    @param {Trajectory} trajectory */
export const isLost = ({ columns: { E }, rows, stopped }) =>
  Boolean(stopped?.startsWith("diverged")) || !(Math.abs(E[rows - 1]) < 1e3 * (Math.abs(E[0]) + 1));
