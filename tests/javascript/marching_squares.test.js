/* Marching squares: the zero line between the centres of cells. */
import assert from "node:assert/strict";
import { test } from "node:test";
import "./support/path2d.js";
import { zeroLine } from "../../assets/view/marching_squares.js";

const box = { left: 100, top: 10, width: 20, height: 20 };
const line = (values, cells) => zeroLine(values, cells, box).segments;

test("a map without a change of sign has no line", () => {
  assert.deepEqual(line([1, 2, 3, 4], 2), []);
  assert.deepEqual(line([-1, 0, -3, -4], 2), []);
});

test("a line crosses the sides where the values would be zero", () => {
  // Centres of the cells are at 105 and 115, 15 and 25: from -1 to 3, zero is a quarter of the way.
  assert.deepEqual(line([-1, 3, -1, 3], 2), [
    ["M", 107.5, 15],
    ["L", 107.5, 25],
  ]);
  assert.deepEqual(line([4, 4, -4, -4], 2), [
    ["M", 115, 20],
    ["L", 105, 20],
  ]);
});

test("a corner is cut off", () => {
  assert.deepEqual(line([1, -1, -1, -1], 2), [
    ["M", 110, 15],
    ["L", 105, 20],
  ]);
});

test("two opposite corners have a line each", () => {
  assert.deepEqual(line([1, -1, -1, 1], 2), [
    ["M", 110, 15],
    ["L", 115, 20],
    ["M", 110, 25],
    ["L", 105, 20],
  ]);
});

test("beside an infinite value the line goes through the centre of the finite one", () => {
  assert.deepEqual(line([1, Number.NEGATIVE_INFINITY, 1, Number.NEGATIVE_INFINITY], 2), [
    ["M", 105, 15],
    ["L", 105, 25],
  ]);
});

test("a larger map has the lines of all its squares", () => {
  const circle = Array.from(
    { length: 25 },
    (_, k) => 2.5 - Math.hypot((k % 5) - 2, Math.floor(k / 5) - 2) ** 2,
  );
  const lines = zeroLine(circle, 5, { left: 0, top: 0, width: 5, height: 5 }).segments;
  assert.equal(lines.length, 24);
  for (const [, x, y] of lines) assert.ok(Math.abs(Math.hypot(x - 2.5, y - 2.5) - 1.55) < 0.15);
});
