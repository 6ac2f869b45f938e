/* Which curve of a chart a pointer is at, and what it is called. */

/** @typedef {import("./chart_plot.js").PlotCurve} PlotCurve */

/** How far from a curve a pointer may be, in pixels. */
export const reach = 8;

/** How far a point is from a line between two others.
    @param {Point} point
    @param {Point} from
    @param {Point} to */
export const distance = ([x, y], [x1, y1], [x2, y2]) => {
  const [along, up] = [x2 - x1, y2 - y1];
  const share = ((x - x1) * along + (y - y1) * up) / (along ** 2 + up ** 2 || 1);
  const inside = Math.max(0, Math.min(1, share));
  return Math.hypot(x - x1 - inside * along, y - y1 - inside * up);
};

/** How far a point is from a curve where that is within reach across; Infinity elsewhere.
    @param {Point} point
    @param {PlotCurve} curve */
const distanceTo = (point, { heights: { ys, from, rows }, x }) => {
  const per = x(1) - x(0);
  /** @param {number} pixel */
  const index = (pixel) => (pixel - x(0)) / per;
  const first = Math.max(from, Math.floor(index(point[0] - reach)));
  const last = Math.min(rows - 2, Math.ceil(index(point[0] + reach)));
  let least = Number.POSITIVE_INFINITY;
  for (let t = first; t <= last; t++) {
    const found = distance(point, [x(t), ys[t]], [x(t + 1), ys[t + 1]]);
    if (found < least) least = found;
  }
  return least;
};

/** The nearest of the curves that are within reach of a point; of equally near ones that above.
    @param {PlotCurve[]} curves
    @param {Point} point
    @returns {PlotCurve | null} */
export const curveAt = (curves, point) => {
  /** @type {PlotCurve | null} */
  let nearest = null;
  let least = reach;
  for (const curve of curves) {
    const found = distanceTo(point, curve);
    if (found <= least) [nearest, least] = [curve, found];
  }
  return nearest;
};

/** What a curve is called, the names that fewest curves share first; of those its own quantity before its run.
    @param {{names: string[]}} curve
    @param {{names: string[]}[]} curves
    @returns {string[]} */
export const namesFor = (curve, curves) => {
  /** @param {string} name */
  const sharers = (name) => curves.filter(({ names }) => names.includes(name)).length;
  return [...curve.names].reverse().sort((one, other) => sharers(one) - sharers(other));
};
