/* Surface of the tour: contours that suit what is seen, runs that stay from one stop to the next. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { covers, createContours, fittedLevels } from "../../assets/tour/contours.js";
import { emphasis } from "../../assets/tour/emphasis.js";
import { keptRuns, lastRow } from "../../assets/tour/kept_runs.js";
import { bowl } from "./support/kernels.js";
import { controlOf, runOf, sceneOf, stopOf } from "./support/tour.js";

const kernel = bowl(1, 1);
/** @type {View} */
const view = [-2, 2, -2, 2];
const trace = /** @type {any} */ ({
  region: [-2.1, 2.1, -2.1, 2.1],
  z: [],
  ...{ size: 256, levels: [0, 1, 2, 3, 4, 5, 6, 8], dotted: 0, strong: [2, 4], tones: [0, 1000] },
});

test("contours cover a view inside their region that is not much smaller", () => {
  assert.equal(covers(trace.region, view), true);
  assert.equal(covers(trace.region, [-3, 1, -2, 2]), false);
  assert.equal(covers(trace.region, [-0.5, 0.5, -0.5, 0.5]), false);
});

test("levels stay where they fit, and are doubled or halved where they do not", () => {
  assert.equal(fittedLevels(trace.levels, view, kernel.error), trace.levels);
  assert.deepEqual(fittedLevels(trace.levels, [-4, 4, -4, 4], kernel.error)[1], 4);
  assert.deepEqual(fittedLevels(trace.levels, [-1, 1, -1, 1], kernel.error)[1], 0.25);
});

/** @param {number} k
    @param {Partial<TourScene>} [part] */
const sceneWith = (k, part = {}) => {
  const state = /** @type {any} */ ({ parameters: [{ name: "k", value: k }], start: [0, 0], runs: [] });
  const stop = stopOf({ state: { ...state, parameters: [{ name: "k", value: 25 }] } });
  return sceneOf({ stop, state, kernel, surface: /** @type {any} */ ({ trace }), ...part });
};

test("contours are fine in the server's region and where there is time, and coarser where something moves", () => {
  const contours = createContours();
  const resting = contours(sceneWith(25), view);
  assert.deepEqual([resting.isAnswered, resting.isFine], [true, true]);
  assert.deepEqual(resting.trace.region, trace.region);
  assert.deepEqual(resting.trace.levels, trace.levels);
  assert.equal(contours(sceneWith(25), view).trace, resting.trace);
  const moving = contours(sceneWith(10), view);
  assert.deepEqual([moving.isAnswered, moving.isFine], [false, false]);
  assert.deepEqual(moving.trace.region, view);
  assert.ok(moving.trace.z.length > 50 && moving.trace.z.length < resting.trace.z.length);
  assert.equal(contours(sceneWith(10), view).trace, moving.trace);
  const fine = contours(sceneWith(10), view, true);
  assert.deepEqual([fine.isAnswered, fine.isFine], [false, true]);
  assert.equal(fine.trace.z.length, resting.trace.z.length);
  assert.equal(contours(sceneWith(10), view).trace, fine.trace);
  assert.notEqual(contours(sceneWith(11), view, true).trace, fine.trace);
  assert.equal(contours(sceneWith(25), [-4, 4, -4, 4]).trace.levels[1], 4);
});

test("runs that two stops have in common keep the steps that were seen", () => {
  /** @type {[number, number][]} */
  const points = [
    [0, 0],
    [1, 1],
    [2, 2],
  ];
  const trajectories = [runOf(points, {}), runOf(points, {})];
  /** @param {number[]} rates */
  const scene = (...rates) => {
    const runs = rates.map((eta) => ({ optimizer: "rmsprop", settings: { eta } }));
    const state = /** @type {any} */ ({ E: "w1", parameters: [], start: [0, 0], runs });
    return sceneOf({
      state,
      trajectories: trajectories.slice(0, rates.length),
      grown: Infinity,
      isRevealed: true,
    });
  };
  assert.deepEqual([...keptRuns(scene(0.1), scene(0.2, 0.1))], [[1, 2]]);
  assert.deepEqual([...keptRuns({ ...scene(0.1), grown: 1.5 }, scene(0.1))], [[0, 1.5]]);
});

test("the step that has to be guessed is not drawn", () => {
  /** @type {[number, number][]} */
  const points = [
    [0, 0],
    [1, 1],
  ];
  const stop = stopOf({ control: controlOf({ kind: "guess", runs: [1] }) });
  const scene = sceneOf({ stop, trajectories: [runOf(points, {}), runOf(points, {})], isRevealed: false });
  assert.deepEqual([lastRow(scene, 0), lastRow(scene, 1)], [1, 0]);
});

test("what is pointed at stands out from the rest, if the picture has it", () => {
  const look = emphasis("run-1", [["run-0"], ["run-1"]]);
  assert.deepEqual(look(["run-1"]), { alpha: 1, extra: 1 });
  assert.equal(look(["run-0"]).alpha, 0.2);
  assert.equal(emphasis("s1", [["run-0"]])(["run-0"]).alpha, 1);
  assert.equal(emphasis(null, [["run-0"]])(["run-0"]).alpha, 1);
});
