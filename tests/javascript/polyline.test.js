/* Polylines leave out what could not be seen: points on one spot, and segments drawn before. */
import assert from "node:assert/strict";
import { test } from "node:test";
import "./support/path2d.js";
import { polyline } from "../../assets/view/polyline.js";

const identity = { x: (value) => value, y: (value) => value };
const segments = (xs, ys, last = ys.length - 1) => polyline(identity, xs, ys, 0, last).segments;

test("points that stand apart are joined in their order", () => {
  assert.deepEqual(segments([0, 10, 10], [0, 0, 20]), [
    ["M", 0, 0],
    ["L", 10, 0],
    ["L", 10, 20],
  ]);
});

test("without xs, points are at the number of their row", () => {
  const map = { x: (value) => 10 * value, y: (value) => value };
  assert.deepEqual(polyline(map, null, [5, 6, 7, 8], 1, 2).segments, [
    ["M", 10, 6],
    ["L", 20, 7],
  ]);
});

test("points within a pixel, and on a straight line, are left out, but never the last one", () => {
  assert.deepEqual(segments([0, 0.5, 1, 1.1, 5, 5.2], [0, 0.4, 0.8, 0.9, 0, 2]), [
    ["M", 0, 0],
    ["L", 5, 0],
    ["L", 5.2, 2],
  ]);
  assert.deepEqual(segments([0, 4, 9, 12], [0, 0, 0, 0]), [
    ["M", 0, 0],
    ["L", 12, 0],
  ]);
});

test("a cycle is drawn once", () => {
  const corners = [
    [0, 0],
    [50, 0],
    [50, 50],
  ];
  const xs = Array.from({ length: 300 }, (_, t) => corners[t % 3][0]);
  const ys = Array.from({ length: 300 }, (_, t) => corners[t % 3][1]);
  const drawn = segments(xs, ys);
  assert.deepEqual(drawn.slice(0, 4), [
    ["M", 0, 0],
    ["L", 50, 0],
    ["L", 50, 50],
    ["L", 0, 0],
  ]);
  assert.deepEqual(new Set(drawn.slice(4).map(([command]) => command)), new Set(["M"]));
});

test("a segment that goes there and back is drawn once", () => {
  assert.deepEqual(segments([0, 30, 0], [0, 0, 0]).at(-1), ["M", 0, 0]);
});

test("rows without a number are left out", () => {
  assert.deepEqual(segments([0, Number.NaN, 20], [0, 10, 20]), [
    ["M", 0, 0],
    ["L", 20, 20],
  ]);
});

test("a point far outside is drawn nearer, in the same direction", () => {
  assert.deepEqual(segments([0, 3e8], [0, -1e8]), [
    ["M", 0, 0],
    ["L", 1e5, -1e5 / 3],
  ]);
});
