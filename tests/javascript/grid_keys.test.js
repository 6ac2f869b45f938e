import assert from "node:assert/strict";
import { test } from "node:test";
import { placeAfter } from "../../assets/playground/grid_keys.js";

const grid = { columns: 5, count: 16 };

test("arrows lead to the neighbours, and nowhere at an edge", () => {
  assert.equal(placeAfter("ArrowRight", 0, grid), 1);
  assert.equal(placeAfter("ArrowRight", 4, grid), 5);
  assert.equal(placeAfter("ArrowLeft", 0, grid), 0);
  assert.equal(placeAfter("ArrowDown", 3, grid), 8);
  assert.equal(placeAfter("ArrowDown", 10, grid), 15);
  assert.equal(placeAfter("ArrowDown", 11, grid), 11);
  assert.equal(placeAfter("ArrowUp", 8, grid), 3);
  assert.equal(placeAfter("ArrowUp", 4, grid), 4);
  assert.equal(placeAfter("ArrowRight", 15, grid), 15);
});

test("Home and End lead to the first and the last, other keys nowhere", () => {
  assert.equal(placeAfter("Home", 7, grid), 0);
  assert.equal(placeAfter("End", 7, grid), 15);
  assert.equal(placeAfter("Enter", 7, grid), null);
});
