/* Curve geometry: the values of a curve as heights in pixels, its path, and the room that it takes. */
import { createSimplifier } from "../view/simplify.js";

/** Canvases fail on large coordinates: a curve leaves its plot towards a point so far outside. */
const farthest = 1e4;

/** @typedef {{ys: Float64Array, from: number, rows: number}} Heights of a curve by iteration, in pixels */
/** @typedef {{tops: Float64Array, bottoms: Float64Array}} Envelope of a curve in equal columns of the plot */

/** Fill the heights of a curve; NaN where it has no value.
    @param {Float64Array} ys
    @param {{values: ArrayLike<number>, from: number, rows: number}} curve
    @param {(value: number) => number} scale
    @returns {Heights} */
export const fillHeights = (ys, { values, from, rows }, scale) => {
  for (let t = from; t < rows; t++) ys[t] = Math.max(-farthest, Math.min(farthest, scale(values[t])));
  return { ys, from, rows };
};

/** The height at a place between two iterations; at the last one beyond the end.
    @param {Heights} heights
    @param {number} t */
export const heightAt = ({ ys, from, rows }, t) => {
  const place = Math.max(from, Math.min(rows - 1, t));
  const low = Math.floor(place);
  const part = place - low;
  return part ? ys[low] + part * (ys[low + 1] - ys[low]) : ys[low];
};

/** The path of a curve, and its length upwards and downwards. Points in one half of a pixel are drawn as the line
    from the lowest to the highest, and of points on a straight line only the ends.
    @param {Heights} heights
    @param {(t: number) => number} x */
export const curvePath = ({ ys, from, rows }, x) => {
  const path = new Path2D();
  const { begin, push, end } = createSimplifier((pixel, y) => path.lineTo(pixel, y));
  let column = Number.NaN;
  let low = 0;
  let high = 0;
  let isDrawing = false;
  let climb = 0;
  let last = Number.NaN;
  for (let t = from; t < rows; t++) {
    const y = ys[t];
    if (Number.isNaN(y)) {
      end();
      isDrawing = false;
      continue;
    }
    if (isDrawing) climb += Math.abs(y - last);
    last = y;
    const pixel = x(t);
    const half = Math.floor(2 * pixel);
    if (isDrawing && half === column) {
      if (y < low || y > high) push(pixel, y);
      low = Math.min(low, y);
      high = Math.max(high, y);
      continue;
    }
    if (isDrawing) push(pixel, y);
    else {
      path.moveTo(pixel, y);
      begin(pixel, y);
    }
    isDrawing = true;
    column = half;
    low = high = y;
  }
  end();
  return { path, climb };
};

/** Fill the room that a curve takes in each column of its plot; NaN where it is not.
    @param {Envelope} envelope
    @param {Heights} heights
    @param {number} steps on the whole width */
export const fillEnvelope = ({ tops, bottoms }, heights, steps) => {
  const { ys, from, rows } = heights;
  for (let k = 0; k < tops.length; k++) {
    const [first, last] = [(k * steps) / tops.length, ((k + 1) * steps) / tops.length];
    tops[k] = bottoms[k] = Number.NaN;
    if (last < from || first > rows - 1) continue;
    const ends = [heightAt(heights, first), heightAt(heights, last)];
    let [top, bottom] = ends[0] < ends[1] ? ends : [ends[1], ends[0]];
    for (let t = Math.max(from, Math.ceil(first)); t <= Math.min(rows - 1, last); t++) {
      if (ys[t] < top) top = ys[t];
      if (ys[t] > bottom) bottom = ys[t];
    }
    tops[k] = top;
    bottoms[k] = bottom;
  }
};
