/* Polyline: the path through the points of a run, without what could not be seen. */
import { createSimplifier } from "./simplify.js";

const closest = 1.2;
const farthest = 1e5;

/** @typedef {Pick<PlotMapping, "x" | "y">} Mapping */

/** A number for the spot that a pixel lies in.
    @param {number} x
    @param {number} y
    @param {number} size of a spot, in pixels */
const spotOf = (x, y, size) => (Math.round(x / size) & 0xffff) * 65536 + (Math.round(y / size) & 0xffff);

/** The path through the rows from first to last. It leaves out points that fall on one spot or on a straight line, and
    segments that were drawn before: a limit cycle runs along the same few a thousand times.
    @param {Mapping} map
    @param {ArrayLike<number> | null} xs the row's number without
    @param {ArrayLike<number>} ys
    @param {number} first
    @param {number} last */
export const polyline = (map, xs, ys, first, last) => {
  const path = new Path2D();
  const drawn = new Set();
  let x0 = NaN;
  let y0 = NaN;
  let from = 0;
  const { begin, push, end } = createSimplifier((x, y) => {
    const to = spotOf(x, y, closest);
    // A point far outside is drawn nearer, in the same direction: canvases fail on large coordinates.
    const far = Math.max(Math.abs(x - x0), Math.abs(y - y0)) / farthest;
    if (far > 1) [x, y] = [x0 + (x - x0) / far, y0 + (y - y0) / far];
    const segment = Math.min(from, to) * 1048583 + Math.max(from, to);
    if (drawn.has(segment)) path.moveTo(x, y);
    else path.lineTo(x, y);
    drawn.add(segment);
    [from, x0, y0] = [to, x, y];
  });

  let isBegun = false;
  let lastX = NaN;
  let lastY = NaN;
  for (let t = first; t <= last; t++) {
    const x = map.x(xs ? xs[t] : t);
    const y = map.y(ys[t]);
    if (Number.isNaN(x + y)) continue;
    if (t < last && Math.abs(x - lastX) < closest && Math.abs(y - lastY) < closest) continue;
    if (isBegun) push(x, y);
    else {
      path.moveTo(x, y);
      begin(x, y);
      [from, x0, y0] = [spotOf(x, y, closest), x, y];
    }
    isBegun = true;
    lastX = x;
    lastY = y;
  }
  end();
  return path;
};
