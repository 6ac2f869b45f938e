/* The error axis: what a linear axis shows of a run's errors. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { errorAxisOptions, errorRange } from "../../assets/playground/error_axis.js";

const trajectory = (errors) => ({ columns: { E: Float64Array.from(errors) }, rows: errors.length });

const near = (found, expected) => {
  assert.equal(found.length, expected.length);
  for (const [k, value] of expected.entries()) {
    assert.ok(
      Math.abs(found[k] - value) <= 1e-5 * Math.max(1, Math.abs(value)),
      `${found} is not ${expected}`,
    );
  }
};

test("a linear axis has zero and a little room", () => {
  near(errorRange(trajectory([4, 1]), "linear"), [0, 4.2]);
  near(errorRange(trajectory([-1, -3]), "linear"), [-3.15, 0.15]);
  near(errorRange(trajectory([0, 0]), "linear"), [0, 0.05]);
  assert.equal(errorRange(trajectory([NaN]), "linear"), null);
  assert.equal(errorRange(trajectory([NaN]), "log"), null);
});

test("a diverging run leaves a linear axis through its top", () => {
  // E = 3 (15 · 5^t)² + 10 (20 · 19^t)², gradient descent with η = 1 on the bowl
  const diverging = Array.from({ length: 101 }, (_, t) => 3 * (15 * 5 ** t) ** 2 + 10 * (20 * 19 ** t) ** 2);
  assert.deepEqual(errorRange(trajectory(diverging), "linear"), [0, 3 * 4675]);
});

test("a run that diverges and comes back keeps the axis of its start", () => {
  assert.deepEqual(errorRange(trajectory([1, 2, 1e200, 1e300, 1e200, 0.5]), "linear"), [0, 3]);
});

test("a run that falls without end leaves through the bottom", () => {
  const falling = trajectory(Array.from({ length: 101 }, (_, t) => -625 * 1.44 ** t));
  assert.deepEqual(errorAxisOptions(falling, "linear").bounds, [-3 * 625, 625]);
  near(errorRange(falling, "linear"), [-1875, 0.05 * 1875]);
});

test("a run that finds a minimum far below is shown in full", () => {
  near(errorRange(trajectory([1e-6, -0.5, -1]), "linear"), [-1.05, 0.05]);
});

test("a run that climbs from zero is not all hidden", () => {
  near(errorRange(trajectory(Array(101).fill(0)), "linear"), [0, 0.05]);
});

test("a log axis shows everything above zero, in decades", () => {
  const { bounds } = errorAxisOptions(trajectory([4, 1e300]), "log");
  assert.deepEqual(bounds, [-Infinity, Infinity]);
  near(errorRange(trajectory([100, 1, 0, -5]), "log"), [-0.1, 2.1]);
});
