/* Step arrow: true to scale, cut at the frame, enlarged where it is too short to see. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { stepArrow } from "../../assets/playground/step_arrow.js";

const frame = { left: 0, top: 0, width: 400, height: 400 };

test("an arrow is true to scale", () => {
  const { x1, y1, ux, uy, times, isCut } = stepArrow(frame, 100, 100, 130, 140);
  assert.deepEqual([x1, y1, ux, uy, times, isCut], [130, 140, 0.6, 0.8, 1, false]);
});

test("a long arrow is cut before the frame, in its direction", () => {
  const { x1, y1, isCut } = stepArrow(frame, 100, 100, 1100, 100);
  assert.deepEqual([x1, y1, isCut], [386, 100, true]);
});

test("a short arrow is enlarged and says how often", () => {
  const { x1, y1, times, isCut } = stepArrow(frame, 100, 100, 100, 102);
  assert.deepEqual([x1, y1, times, isCut], [100, 116, 8, false]);
});

test("there is no arrow without a length, with one that is no number, or from outside", () => {
  assert.equal(stepArrow(frame, 100, 100, 100, 100), null);
  assert.equal(stepArrow(frame, 100, 100, Number.NaN, 100), null);
  assert.equal(stepArrow(frame, 100, 100, Infinity, 100), null);
  assert.equal(stepArrow(frame, -5, 100, 100, 100), null);
});
