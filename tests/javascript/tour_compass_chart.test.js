/* Chart of the directions of steps: which are seen, and how long the longest is. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { compassNamesAt, extentOf, stepsOf, setApart } from "../../assets/tour/compass_chart.js";
import { controlOf, runOf, sceneOf, stopOf } from "./support/tour.js";

/** @type {[number, number][]} */
const points = [
  [0, 0],
  [1, -1],
  [2, 1],
];
const trajectories = [runOf(points, { v1: [NaN, -1, -1], v2: [NaN, 1, -2] })];

/** @param {Partial<TourScene>} part */
const scene = (part) => sceneOf({ trajectories, grown: Infinity, isRevealed: true, ...part });

test("every step is there, against its update", () => {
  assert.deepEqual(stepsOf(scene({}), 0), [
    [1, -1],
    [1, 2],
  ]);
});

test("steps that have not grown, or have to be guessed, are not", () => {
  assert.deepEqual(stepsOf(scene({ grown: 1.7 }), 0), [[1, -1]]);
  const stop = stopOf({ control: controlOf({ kind: "guess" }) });
  assert.deepEqual(stepsOf(scene({ stop, isRevealed: false }), 0), [[1, -1]]);
});

test("the scale is that of all steps from the beginning", () => {
  assert.equal(extentOf(scene({ grown: 1 }), [0]), 2);
});

test("a pointer is at the nearest steps, named by the quantity first where there is one run", () => {
  const both = [...trajectories, runOf(points, { v1: [NaN, 2, 2], v2: [NaN, 0, 0] })];
  const size = { width: 200, height: 200 };
  /** @param {number[]} runs
      @param {Point} at */
  const namesAt = (runs, at) =>
    compassNamesAt(size, { type: "compass", title: "", runs }, scene({ trajectories: both }), at);
  // From the middle, (100, 100): the steps of the first go up and to the right, of the second to the left.
  assert.deepEqual(namesAt([0], [112, 77]), ["v", "run-0"]);
  assert.deepEqual(namesAt([0, 1], [112, 77]), ["run-0", "v"]);
  assert.deepEqual(namesAt([0, 1], [70, 103]), ["run-1", "v"]);
  assert.deepEqual(namesAt([0, 1], [100, 130]), []);
});

test("names that would lie on each other stand below one another", () => {
  const name = (/** @type {number} */ x, /** @type {number} */ y, isLeft = false) => ({
    x,
    y,
    isLeft,
    width: 60,
  });
  const places = setApart([name(10, 52), name(20, 50), name(15, 90), name(200, 51), name(5, 51, true)], 14);
  assert.deepEqual(
    places.map(({ x, y }) => [x, y]),
    [
      [20, 50],
      [200, 51],
      [5, 51],
      [10, 64],
      [15, 90],
    ],
  );
  // Pushed down onto the next one, that one gives way, too.
  const pile = setApart([name(0, 0), name(0, 1), name(0, 2)], 14);
  assert.deepEqual(
    pile.map(({ y }) => y),
    [0, 14, 28],
  );
});
