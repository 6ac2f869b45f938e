/* Surface hover: which iteration a pixel is near. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { nearestIteration } from "../../assets/playground/surface_hover.js";

const map = { x: (value) => value, y: (value) => 100 - value };
const trajectory = { columns: { w1: [0, 50, 52, 200], w2: [0, 50, 50, 90] }, rows: 3 };
const found = (x, y) => nearestIteration(trajectory, map, x, y)?.t ?? null;

test("the nearest iteration within reach is found", () => {
  assert.equal(found(3, 98), 0);
  assert.equal(found(50, 50), 1);
  assert.equal(found(53, 50), 2);
});

test("of two that are as near, the later one is found: it is drawn on top", () => {
  assert.equal(found(51, 50), 2);
});

test("no iteration is found out of reach, nor a row that does not count", () => {
  assert.equal(found(20, 80), null);
  assert.equal(found(200, 10), null);
});
