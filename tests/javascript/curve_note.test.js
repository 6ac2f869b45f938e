/* The note on the error plot: what its axis cannot show of a run. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { curveNote } from "../../assets/playground/curve_note.js";

const note = (errors, axis) => curveNote({ columns: { E: errors }, rows: errors.length }, axis);
const linear = { type: "linear", bounds: [-3, 3] };

test("a linear axis says from when a run is above or below it", () => {
  assert.equal(note([1, 2, 3], linear), "");
  assert.equal(note([1, 4, 5, 6], linear), "E > 3 from t = 1: a log axis shows it");
  assert.equal(note([1, 4, 2], linear), "E > 3 at t = 1: a log axis shows it");
  assert.equal(note([1, 4, 2, 5, 2], linear), "E > 3 at 2 steps, first at t = 1: a log axis shows it");
  assert.equal(note([1, -4, -5], linear), "E < -3 from t = 1: below this axis".replace("-", "−"));
});

test("a log axis has no place for 0 and below", () => {
  const log = { type: "log", bounds: [-Infinity, Infinity] };
  assert.equal(note([1, 0.1], log), "");
  assert.equal(note([1, 0, -1], log), "E ≤ 0 from t = 1: not on a log axis");
  assert.equal(note([-1, -2], log), "E ≤ 0 throughout: not on a log axis");
});
