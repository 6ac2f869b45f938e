/* Scales: from values to pixels and back. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { axisScale, tidy } from "../../assets/view/scales.js";

test("a linear axis maps its range to its length", () => {
  const scale = axisScale({ type: "linear", range: [-10, 30] }, 50, 200);
  assert.deepEqual([-10, 0, 30, 50].map(scale), [50, 100, 250, 350]);
});

test("an axis that runs upwards has its lowest value below", () => {
  const scale = axisScale({ type: "linear", range: [0, 4] }, 308, -300);
  assert.deepEqual([0, 1, 4].map(scale), [308, 233, 8]);
});

test("a logarithmic axis has its range in decades", () => {
  const scale = axisScale({ type: "log", range: [-2, 3] }, 0, 500);
  assert.deepEqual([0.01, 1, 1000].map(scale), [0, 200, 500]);
  assert.equal(scale(0), Number.NEGATIVE_INFINITY);
  assert.ok(Number.isNaN(scale(-1)));
});

test("a value of a pixel has no more digits than its axis can show", () => {
  assert.equal(tidy(1 / 3, 40), 0.333);
  assert.equal(tidy(1 / 3, 0.004), 0.3333333);
  assert.equal(tidy(123456.789, 2e6), 123457);
  assert.equal(tidy(-2e-9, 40), -0);
});
