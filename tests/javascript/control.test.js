/* Controls: positions of a slider and the values they stand for. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { sliderPosition, sliderValue } from "../../assets/controls/control.js";

const rate = { isLog: true, low: 1e-5, high: 10, whole: false };
const steps = { isLog: true, low: 1, high: 2000, whole: true };
const decay = { isLog: false, low: 0, high: 0.999, whole: false };

test("a slider in decades has its exponent as position", () => {
  assert.equal(sliderPosition(rate, 0.001), -3);
  assert.equal(sliderPosition(decay, 0.9), 0.9);
});

test("a position gives a value with as few digits as keep the positions apart", () => {
  const values = [-1.3, -1.275, -1, -0.975, -0.95].map((position) => sliderValue(rate, position));
  assert.deepEqual(values, [0.05, 0.053, 0.1, 0.106, 0.112]);
  assert.equal(sliderValue(decay, 0.1 + 0.2), 0.3);
});

test("a value stays within the limits", () => {
  assert.equal(sliderValue(rate, 1.2), 10);
  assert.equal(sliderValue(rate, -6), 1e-5);
  assert.equal(sliderValue(decay, 1), 0.999);
});

test("whole values are whole", () => {
  assert.deepEqual(
    [0, 0.2, 2, 3.4].map((position) => sliderValue(steps, position)),
    [1, 2, 100, 2000],
  );
});
