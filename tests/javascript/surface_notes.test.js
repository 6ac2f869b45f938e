/* Notes on the surface: a start beyond the frame is pointed at from its edge. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawNotes } from "../../assets/playground/surface_notes.js";

const map = { left: 0, top: 0, width: 500, height: 400, x: (w1) => 100 * w1, y: (w2) => 400 - 100 * w2 };

/** What is written and how far arrowheads are turned, for a start. */
const drawn = (start, buttons) => {
  const found = { lines: [], turns: [], moves: [] };
  const context = new Proxy(
    {},
    {
      get: (_, name) => {
        if (name === "measureText") return () => ({ width: 80 });
        if (name === "fillText") return (text, x, y) => found.lines.push([text, x, y]);
        if (name === "rotate") return (turn) => found.turns.push(turn);
        if (name === "translate") return (x, y) => found.moves.push([x, y]);
        return () => {};
      },
      set: () => true,
    },
  );
  const theme = { unit: 14, words: "sans-serif", ink: "black", halo: "white" };
  const state = { start, runs: [] };
  const places = drawNotes(
    context,
    map,
    { state, theme, time: { isRace: false }, isFirstScene: false },
    buttons,
  );
  return { ...found, places };
};

test("a start in sight is not pointed at", () => {
  assert.deepEqual(drawn([2, 2]), { lines: [], turns: [], moves: [], places: [] });
});

test("a start beyond the frame is pointed at from the nearest spot of it", () => {
  const right = drawn([1e6, 2]);
  assert.deepEqual(right.lines, [["start is out of sight", 468, 200]]);
  assert.deepEqual([right.moves, right.turns], [[[484, 200]], [0]]);
  assert.equal(right.places.length, 1);
  const button = { x: 470, y: 190, width: 20, height: 20 };
  assert.deepEqual(drawn([1e6, 2], [button, { ...button, y: 210 }]).moves, [[484, 246]]);
  const above = drawn([1, 30]);
  assert.deepEqual(above.moves, [[100, 16]]);
  assert.equal(above.turns[0], -Math.PI / 2);
  assert.deepEqual(above.lines, [["start is out of sight", 116, 16]]);
});
