import assert from "node:assert/strict";
import { test } from "node:test";
import { curveAt, namesFor } from "../../assets/tour/chart_hits.js";

/** A curve through points that are 10 pixels apart.
    @param {number[]} ys
    @param {string[]} names */
const curve = (ys, names) => ({
  heights: { ys: Float64Array.from(ys), from: 0, rows: ys.length },
  x: (/** @type {number} */ index) => 10 * index,
  ...{ names, colour: "", width: 2, isDashed: false, alpha: 1, label: "" },
});
const flat = curve([20, 20, 20, 20], ["run-0", "s", "w1", "s1"]);
const steep = curve([20, 120, 20, Number.NaN], ["run-0", "s", "w2", "s2"]);
const curves = [flat, steep];

test("a pointer is at the nearest curve within reach, between its points too", () => {
  assert.equal(curveAt(curves, [15, 24]), flat);
  assert.equal(curveAt(curves, [15, 70]), steep);
  assert.equal(curveAt(curves, [13, 74]), steep);
  assert.equal(curveAt(curves, [28.5, 29]), null);
  assert.equal(curveAt(curves, [5, 130]), null);
  assert.equal(curveAt(curves, [28, 20]), flat);
  assert.equal(curveAt([], [0, 0]), null);
});

test("a curve that ends is not pointed at beyond its end, nor before its beginning", () => {
  assert.equal(curveAt([flat], [37, 20]), flat);
  assert.equal(curveAt([flat], [39, 20]), null);
  assert.equal(curveAt([{ ...flat, heights: { ...flat.heights, from: 2 } }], [11, 20]), null);
});

test("names that fewest curves share come first, the quantity before the run", () => {
  assert.deepEqual(namesFor(flat, curves), ["s1", "w1", "s", "run-0"]);
  const two = [curve([1, 2], ["run-0", "E"]), curve([3, 4], ["run-1", "E"])];
  assert.deepEqual(namesFor(two[1], two), ["run-1", "E"]);
  assert.deepEqual(namesFor(two[0], two.slice(0, 1)), ["E", "run-0"]);
});
