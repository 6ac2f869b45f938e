/* The error axis: what a log and a linear axis show of the errors of several runs. */
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  errorAxisNote,
  errorAxisOptions,
  errorOffset,
  followErrorAxis,
} from "../../assets/playground/error_axis.js";

const errors = (...runs) =>
  runs.map((values) => ({ values: Float64Array.from(values), rows: values.length }));

const near = (found, expected) => {
  assert.equal(found.length, expected.length);
  for (const [k, value] of expected.entries()) {
    assert.ok(
      Math.abs(found[k] - value) <= 1e-5 * Math.max(1, Math.abs(value)),
      `${found} is not ${expected}`,
    );
  }
};

const axisOf = (found, type, offset = 0) => followErrorAxis(null, found, type, offset);

test("a linear axis has zero and a little room", () => {
  near(axisOf(errors([4, 1]), "linear").range, [0, 4.2]);
  near(axisOf(errors([-1, -3]), "linear").range, [-3.15, 0.15]);
  near(axisOf(errors([0, 0]), "linear").range, [0, 0.05]);
  assert.equal(axisOf(errors([NaN]), "linear").isEmpty, true);
});

test("a diverging run leaves a linear axis through its top, and the others keep theirs", () => {
  // E = 3 (15 · 5^t)² + 10 (20 · 19^t)², gradient descent with η = 1 on the bowl
  const diverging = Array.from({ length: 101 }, (_, t) => 3 * (15 * 5 ** t) ** 2 + 10 * (20 * 19 ** t) ** 2);
  near(axisOf(errors(diverging), "linear").range, [0, 3 * 4675]);
  near(axisOf(errors(diverging, [4675, 10]), "linear").range, [0, 3 * 4675]);
  near(axisOf(errors([1, 2, 1e200, 1e300, 1e200, 0.5]), "linear").range, [0, 3]);
});

test("a run that falls without end leaves a linear axis through its bottom", () => {
  const falling = errors(Array.from({ length: 101 }, (_, t) => -625 * 1.44 ** t));
  assert.deepEqual(errorAxisOptions(falling, "linear").bounds, [-3 * 625, 625]);
  near(axisOf(falling, "linear").range, [-1875, 0.05 * 1875]);
  const found = axisOf(falling, "log");
  assert.deepEqual([found.type, errorOffset(falling, "log")], ["linear", 0]);
  assert.equal(
    errorAxisNote(falling, found, { type: "log", offset: 0 }),
    "E falls without end: the axis is linear",
  );
});

test("a run that finds a minimum far below is shown in full", () => {
  near(axisOf(errors([1e-6, -0.5, -1]), "linear").range, [-1.05, 0.05]);
});

test("a log axis shows the lowest error of all runs, and at most 2.5 decades above the start", () => {
  const found = axisOf(errors([100, 1e300], [100, 1, 0.01]), "log");
  assert.equal(found.type, "log");
  near(found.range, [-2 - 0.05 * 6.5, 4.5 + 0.05 * 6.5]);
  near(axisOf(errors([100, 200], [100, 1]), "log").range, [-0.05 * Math.log10(200), 1.05 * Math.log10(200)]);
});

test("a log axis shows 22 decades at most, and at least a fifth of one", () => {
  const [low, high] = axisOf(errors([1, 1e-200]), "log").range;
  near([low, high], [-22 * 1.05, 22 * 0.05]);
  near(axisOf(errors([1, 1 + 1e-9]), "log").range, [-0.1, 0.1]);
});

test("where E falls below 0, a log axis shows E less its lowest value, and says so", () => {
  const found = errors([8, 0, -2], [8, 3]);
  assert.equal(errorOffset(found, "log"), 2);
  assert.equal(errorOffset(found, "linear"), 0);
  const axis = axisOf(errors([10, 2, 0], [10, 5]), "log", 2);
  assert.equal(axis.type, "log");
  near(axis.range, [Math.log10(2) - 0.05 * Math.log10(5), 1 + 0.05 * Math.log10(5)]);
  assert.equal(errorAxisNote(found, axis, { type: "log", offset: 2 }), "axis: E + 2, because E falls to −2");
});

test("what a log axis cannot show is said", () => {
  const zero = errors([4, 0, 0]);
  const axis = axisOf(zero, "log");
  assert.equal(errorAxisNote(zero, axis, { type: "log", offset: 0 }), "E = 0 lies below a log axis");
  const constant = errors([0, 0]);
  const linear = axisOf(constant, "log");
  assert.equal(linear.type, "linear");
  assert.equal(errorAxisNote(constant, linear, { type: "log", offset: 0 }), "E is 0: the axis is linear");
  const below = errors([-3, -3]);
  assert.equal(errorOffset(below, "log"), 0);
  assert.equal(
    errorAxisNote(below, axisOf(below, "log"), { type: "log", offset: 0 }),
    "E is below 0: the axis is linear",
  );
  const usual = errors([4, 1]);
  assert.equal(errorAxisNote(usual, axisOf(usual, "log"), { type: "log", offset: 0 }), "");
});

test("an axis stays while it fits", () => {
  const axis = axisOf(errors([100, 1]), "log");
  assert.equal(followErrorAxis(axis, errors([90, 1.5]), "log", 0), axis);
  assert.notEqual(followErrorAxis(axis, errors([90, 0.1]), "log", 0), axis);
});
