import assert from "node:assert/strict";
import { test } from "node:test";
import { createHistory } from "../../assets/state/history.js";

test("undo and redo walk through what was recorded", () => {
  const history = createHistory({ eta: 1 });
  history.record({ eta: 2 });
  history.record({ eta: 3 });
  assert.deepEqual(history.undo(), { eta: 2 });
  assert.deepEqual(history.undo(), { eta: 1 });
  assert.equal(history.undo(), null);
  assert.equal(history.canUndo(), false);
  assert.deepEqual(history.redo(), { eta: 2 });
  assert.deepEqual(history.redo(), { eta: 3 });
  assert.equal(history.redo(), null);
});

test("the present state is recorded once, and a later change of it changes nothing", () => {
  const state = { start: [1, 2] };
  const history = createHistory(state);
  history.record({ start: [1, 2] });
  assert.equal(history.canUndo(), false);
  state.start[0] = 9;
  history.record(state);
  assert.deepEqual(history.undo(), { start: [1, 2] });
});

test("a new state ends what could be redone", () => {
  const history = createHistory(0);
  history.record(1);
  history.undo();
  history.record(2);
  assert.equal(history.canRedo(), false);
  assert.equal(history.undo(), 0);
});

test("the oldest states are given up", () => {
  const history = createHistory(0);
  for (let k = 1; k <= 500; k++) history.record(k);
  let oldest = 500;
  for (let found = history.undo(); found !== null; found = history.undo()) oldest = found;
  assert.equal(oldest, 301);
});
