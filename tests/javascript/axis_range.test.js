/* Axis ranges: an axis stays while it fits its values, and is fitted again when it does not. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { fitRange, followRange } from "../../assets/view/axis_range.js";

const column = (...values) => ({ values, rows: values.length });
const linear = { type: "linear" };

test("an axis stays while it shows all values", () => {
  const axis = { type: "linear", range: [0, 10] };
  assert.equal(followRange(axis, [column(0, 9)], linear), axis);
  assert.equal(followRange(axis, [column(1, 4)], linear), axis);
});

test("an axis that cuts values off, or squeezes them, is fitted again", () => {
  const axis = { type: "linear", range: [0, 10] };
  assert.deepEqual(followRange(axis, [column(0, 20)], linear).range, [-1, 21]);
  assert.deepEqual(followRange(axis, [column(0, 2)], linear).range, [-0.1, 2.1]);
  assert.deepEqual(followRange(axis, [column(-10, 10)], linear).range, [-11, 11]);
});

test("an axis of another type is fitted again", () => {
  const axis = { type: "linear", range: [0, 10] };
  const found = followRange(axis, [column(1, 10)], { type: "log", room: 0.2 });
  assert.deepEqual(found, { type: "log", range: [-0.2, 1.2] });
});

test("an axis stays while there is nothing to show, and says so when there never was", () => {
  const axis = { type: "linear", range: [0, 10] };
  assert.equal(followRange(axis, [column(NaN)], linear), axis);
  assert.deepEqual(followRange(null, [column(NaN)], linear), {
    type: "linear",
    range: [0, 1],
    isEmpty: true,
  });
});

test("only the rows that count are looked at", () => {
  assert.deepEqual(fitRange([{ values: [1, 3, 1000], rows: 2 }], { type: "linear", room: 0 }), [1, 3]);
});
