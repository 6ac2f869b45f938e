/* Joined lines: segments in any order and direction become whole lines. */
import assert from "node:assert/strict";
import { test } from "node:test";
import "./support/path2d.js";
import { createJoinedLines } from "../../assets/surface/joined_lines.js";

/** @param {number[][]} segments
    @returns {any[]} */
const joined = (segments) => {
  const lines = createJoinedLines();
  for (const [x0, y0, x1, y1] of segments) {
    lines.moveTo(x0, y0);
    lines.lineTo(x1, y1);
  }
  return /** @type {any} */ (lines.path()).segments;
};

test("segments that meet become one line, whatever their directions", () => {
  assert.deepEqual(
    joined([
      [1, 0, 2, 0],
      [1, 0, 0, 0],
      [3, 1, 2, 1e-9],
    ]),
    [
      ["M", 0, 0],
      ["L", 1, 0],
      ["L", 2, 0],
      ["L", 3, 1],
    ],
  );
});

test("a ring ends where it begins", () => {
  const ring = joined([
    [0, 0, 1, 0],
    [1, 1, 0, 0],
    [1, 0, 1, 1],
  ]);
  assert.equal(ring.filter(([command]) => command === "M").length, 1);
  assert.deepEqual(ring[0].slice(1), ring.at(-1).slice(1));
});

test("lines apart from each other stay apart, and what has no length is left out", () => {
  const apart = joined([
    [0, 0, 1, 0],
    [5, 5, 6, 5],
    [7, 7, 7, 7],
  ]);
  assert.equal(apart.filter(([command]) => command === "M").length, 2);
  assert.equal(apart.length, 4);
});
