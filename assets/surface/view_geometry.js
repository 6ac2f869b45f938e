/* View geometry: a view in an address says what has to be seen; a stage shows it widened to its own shape, with one
   scale on both axes. To pan or zoom moves and scales the view and never changes its shape: so address, reload and
   picture agree on every stage. */
import { tidy } from "../view/scales.js";

/** The smallest part of the plane of a shape that shows a view around its centre.
    @param {View} view
    @param {number} aspect width divided by height
    @returns {View} */
export const widened = ([left, right, bottom, top], aspect) => {
  const [across, up] = [(left + right) / 2, (bottom + top) / 2];
  const half = Math.max((right - left) / aspect, top - bottom) / 2;
  return [across - half * aspect, across + half * aspect, up - half, up + half];
};

/** A view scaled around a point, which keeps its place.
    @param {View} view
    @param {number} factor
    @param {Point} [point] the centre without
    @returns {View} */
export const scaled = (view, factor, point) => {
  const [left, right, bottom, top] = view;
  const [x, y] = point ?? [(left + right) / 2, (bottom + top) / 2];
  return [
    x + (left - x) * factor,
    x + (right - x) * factor,
    y + (bottom - y) * factor,
    y + (top - y) * factor,
  ];
};

/** @param {View} view
    @param {number} dx
    @param {number} dy
    @returns {View} */
export const shifted = ([left, right, bottom, top], dx, dy) => [left + dx, right + dx, bottom + dy, top + dy];

/** A view to a hundredth of a pixel, without the digits beyond.
    @param {View} view
    @returns {View} */
export const tidied = ([left, right, bottom, top]) => {
  const extent = Math.min(right - left, top - bottom);
  return [tidy(left, extent), tidy(right, extent), tidy(bottom, extent), tidy(top, extent)];
};

/** Whether two views are the same to less than a pixel.
    @param {View} view
    @param {View} other */
export const isSame = (view, other) => {
  const within = 1e-3 * Math.min(other[1] - other[0], other[3] - other[2]);
  return view.every((value, k) => Math.abs(value - other[k]) < within);
};

/** From values to pixels and back, on a stage that shows a part of the plane of its own shape.
    @param {View} seen
    @param {{width: number, height: number}} size
    @returns {PlotMapping} */
export const mappingOf = ([left, right, bottom, top], { width, height }) => {
  const scale = width / (right - left);
  return {
    left: 0,
    top: 0,
    width,
    height,
    x: (value) => (value - left) * scale,
    y: (value) => (top - value) * scale,
    valueX: (pixel) => tidy(left + pixel / scale, right - left),
    valueY: (pixel) => tidy(top - pixel / scale, top - bottom),
  };
};

const mostFar = 3;

/** The view that shows points with some room around them, or null where there is no room between them.
    @param {Iterable<Point>} points
    @param {View} home points very far from it are left out: a run that has diverged has no place in a view
    @returns {View | null} */
export const fitted = (points, home) => {
  const [farLeft, farRight, farBottom, farTop] = scaled(widened(home, 1), 2 * mostFar);
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of points) {
    if (!(x >= farLeft && x <= farRight && y >= farBottom && y <= farTop)) continue;
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [bottom, top] = [Math.min(bottom, y), Math.max(top, y)];
  }
  const room = 0.1 * Math.max(right - left, top - bottom);
  if (!(room > 0)) return null;
  return tidied([left - room, right + room, bottom - room, top + room]);
};
