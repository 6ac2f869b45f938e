/* Positions of the tour's controls: shares of the axis, values, keys and texts. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { afterKey, nearest, samples, shareOf, valueAt, valueText } from "../../assets/tour/positions.js";
import { controlOf } from "./support/tour.js";

const linear = controlOf({ low: 0.005, high: 0.1, step: 0.001 });
const log = controlOf({ low: 0.05, high: 5, scale: "log" });
const decay = controlOf({ name: "beta", low: 0.9, high: 1, scale: "decay" });
const step = controlOf({ kind: "step", low: 1, high: 40, step: 1 });

test("a linear axis has whole steps from its lower end", () => {
  assert.equal(valueAt(linear, 0.5), 0.053);
  assert.equal(nearest(linear, 0.07049), 0.07);
  assert.equal(nearest(linear, 3), 0.1);
  assert.equal(shareOf(linear, 0.005), 0);
});

test("a logarithmic axis has values of two digits", () => {
  assert.equal(valueAt(log, 0.5), 0.5);
  assert.equal(valueAt(log, 0.123), 0.088);
  assert.equal(shareOf(log, 5), 1);
});

test("of a decay the rest to 1 is logarithmic, and the end is 1", () => {
  assert.equal(valueAt(decay, 1), 1);
  assert.equal(valueAt(decay, 0), 0.9);
  assert.equal(shareOf(decay, 1), 1);
  assert.ok(Math.abs(shareOf(decay, 0.9999) - 3 / 5.5) < 1e-9);
  assert.equal(valueAt(decay, shareOf(decay, 0.9999)), 0.9999);
  assert.equal(valueAt(controlOf({ low: 0.9, high: 0.999, scale: "decay" }), 1), 0.999);
});

test("samples are evenly spaced, with both ends; iterations are whole numbers", () => {
  assert.deepEqual(samples(controlOf({}), 3), [0, 0.5, 1]);
  assert.deepEqual(samples(controlOf({ kind: "step", low: 1, high: 3 }), 120), [1, 2, 3]);
  assert.equal(samples(decay, 12).at(-1), 1);
});

test("keys lead to the next value, and pages further", () => {
  assert.equal(afterKey(linear, 0.07, "ArrowRight"), 0.071);
  assert.equal(afterKey(linear, 0.07, "ArrowDown"), 0.069);
  assert.equal(afterKey(linear, 0.07, "PageUp"), 0.078);
  assert.equal(afterKey(linear, 0.1, "ArrowUp"), 0.1);
  assert.equal(afterKey(step, 3, "End"), 40);
  assert.equal(afterKey(step, 3, "Home"), 1);
  assert.equal(afterKey(step, 3, "a"), null);
});

test("a key moves a logarithmic value even where two digits are far apart", () => {
  for (const control of [log, decay]) {
    let value = control.low;
    for (let k = 0; k < 200; k++) {
      const next = Number(afterKey(control, value, "ArrowRight"));
      assert.ok(next > value || value === control.high);
      value = next;
    }
    assert.equal(value, control.high);
  }
});

test("values as text", () => {
  assert.equal(valueText(linear, 0.07), "0.07");
  assert.equal(valueText(controlOf({ unit: "°" }), -45), "−45°");
  assert.equal(valueText(decay, 0.9999), "0.9999");
  assert.equal(valueText(decay, 1 - 3.2e-7), "1 − 3.2·10⁻⁷");
  assert.equal(valueText(decay, 1 - 1e-6), "1 − 10⁻⁶");
  assert.equal(valueText(decay, 1), "1");
  assert.equal(valueText(controlOf({ kind: "start" }), [-3, 1.4]), "(−3, 1.4)");
});
