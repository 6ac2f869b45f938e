import assert from "node:assert/strict";
import { test } from "node:test";
import {
  fitted,
  isSame,
  mappingOf,
  scaled,
  shifted,
  tidied,
  widened,
} from "../../assets/surface/view_geometry.js";

/** @type {View} */
const view = [-2, 2, -1, 3];

test("a view is widened along one axis, around its centre", () => {
  assert.deepEqual(widened(view, 2), [-4, 4, -1, 3]);
  assert.deepEqual(widened(view, 0.5), [-2, 2, -3, 5]);
  assert.deepEqual(widened(view, 1), view);
});

test("what a zoom is around keeps its place, and a pan its size", () => {
  assert.deepEqual(scaled(view, 0.5), [-1, 1, 0, 2]);
  assert.deepEqual(scaled(view, 0.5, [2, 3]), [0, 2, 1, 3]);
  assert.deepEqual(shifted(view, 1, -1), [-1, 3, -2, 2]);
  // To zoom what is seen, or what has to be seen, comes to the same.
  assert.deepEqual(widened(scaled(view, 3, [1, 1]), 2), scaled(widened(view, 2), 3, [1, 1]));
});

test("a mapping has one scale and leads back", () => {
  const map = mappingOf(widened(view, 2), { width: 800, height: 400 });
  assert.equal(map.x(1) - map.x(0), map.y(0) - map.y(1));
  assert.deepEqual([map.x(-4), map.y(3)], [0, 0]);
  assert.deepEqual([map.valueX(map.x(1.25)), map.valueY(map.y(-0.5))], [1.25, -0.5]);
});

test("views are the same to less than a pixel, and have no digits beyond", () => {
  assert.ok(isSame([-2, 2.0001, -1, 3], view));
  assert.ok(!isSame([-2, 2.1, -1, 3], view));
  assert.deepEqual(tidied([-1 / 3, 1 / 3, 0, 2 / 3]), [-0.33333, 0.33333, 0, 0.66667]);
});

test("a fit shows every point but those of a run that has diverged", () => {
  /** @type {Point[]} */
  const points = [
    [0, 0],
    [10, 5],
    [1e9, 3],
    [Number.NaN, 1],
  ];
  assert.deepEqual(fitted(points, [-5, 5, -5, 5]), [-1, 11, -1, 6]);
  assert.equal(fitted([[1, 1]], view), null);
});
