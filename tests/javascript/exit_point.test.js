/* Exit point: where a run that ends outside the frame crosses it for the last time. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { exitPoint } from "../../assets/playground/exit_point.js";

// One pixel a unit, the frame from (100, 50) to (300, 250).
const map = { left: 100, top: 50, width: 200, height: 200, x: (value) => value, y: (value) => value };
const run = (...points) => ({ columns: { w1: points.map(([x]) => x), w2: points.map(([, y]) => y) } });
const exit = (...points) => exitPoint(map, run(...points), points.length - 1);

test("a run that ends inside does not leave, nor does one that was never inside", () => {
  assert.equal(exit([200, 150], [210, 150]), null);
  assert.equal(exit([200, 150], [900, 150], [210, 150]), null);
  assert.equal(exit([0, 0], [10, 10]), null);
});

test("a run leaves on the way from its last row inside, at a margin to the frame", () => {
  assert.deepEqual(exit([200, 150], [250, 150], [350, 150]), { row: 1, x: 291, y: 150, turn: 0 });
  assert.deepEqual(exit([200, 150], [200, 1e9]), { row: 0, x: 200, y: 241, turn: Math.PI / 2 });
});

test("a way out that is slanted meets the nearer side", () => {
  const { x, y, turn } = exit([200, 150], [400, 50]);
  assert.deepEqual([x, y], [291, 104.5]);
  assert.equal(turn, Math.atan2(-100, 200));
});

test("a run that comes back leaves where it goes for good", () => {
  assert.equal(exit([200, 150], [500, 150], [250, 150], [200, -400]).row, 2);
});

test("a run that stands on the margin leaves from where it stands", () => {
  assert.deepEqual(exit([297, 150], [400, 150]), { row: 0, x: 297, y: 150, turn: 0 });
});

test("rows too large to compute with have a direction, and rows without a number have none", () => {
  assert.deepEqual(exit([200, 150], [-Infinity, 150]), { row: 0, x: 109, y: 150, turn: Math.PI });
  assert.equal(exit([200, 150], [1e300, 1e300]).turn, Math.PI / 4);
  assert.equal(exit([200, 150], [Number.NaN, 150]), null);
});
