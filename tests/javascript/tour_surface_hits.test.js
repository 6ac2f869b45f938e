/* What a pointer on the tour's surface is at. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { surfaceNamesAt } from "../../assets/tour/surface_hits.js";
import { runOf, sceneOf, stopOf } from "./support/tour.js";

const map = /** @type {PlotMapping} */ ({
  ...{ width: 400, height: 300 },
  x: (/** @type {number} */ w1) => 100 * w1,
  y: (/** @type {number} */ w2) => 300 - 100 * w2,
});
const trajectories = [
  runOf(
    [
      [1, 1],
      [2, 1],
      [3, 1],
    ],
    {},
  ),
  runOf(
    [
      [1, 1],
      [1, 2],
      [1, 2.5],
    ],
    {},
  ),
];
const state = /** @type {any} */ ({ steps: 2, runs: [{ hidden: false }, { hidden: false }] });

/** @param {Point} at
    @param {Partial<TourScene>} [part]
    @param {Partial<TourStop>} [stop] */
const namesAt = (at, part = {}, stop = {}) =>
  surfaceNamesAt(
    sceneOf({ stop: stopOf(stop), state, trajectories, grown: Infinity, isRevealed: true, ...part }),
    map,
    at,
  );

test("a pointer is at the nearest path within reach", () => {
  assert.deepEqual(namesAt([250, 195]), ["run-0"]);
  assert.deepEqual(namesAt([105, 120]), ["run-1"]);
  assert.deepEqual(namesAt([250, 180]), []);
  const hidden = /** @type {any} */ ({ ...state, runs: [{ hidden: false }, { hidden: true }] });
  assert.deepEqual(namesAt([105, 120], { state: hidden }), []);
});

test("what is not drawn is not pointed at", () => {
  assert.deepEqual(namesAt([250, 200], { grown: 1 }), []);
  assert.deepEqual(namesAt([150, 200], {}, { last: 1 }), []);
  assert.deepEqual(namesAt([250, 200], {}, { last: 1 }), ["run-0"]);
  assert.deepEqual(namesAt([250, 200], { isRevealed: false }), []);
});

test("the edges are the axes of the weights", () => {
  assert.deepEqual(namesAt([250, 290]), ["w1"]);
  assert.deepEqual(namesAt([10, 100]), ["w2"]);
});
