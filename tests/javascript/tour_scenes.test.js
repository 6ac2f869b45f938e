/* Scenes of the tour: the state at a value of the control, and the runs that follow. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createSceneMaker, stateAt } from "../../assets/tour/scenes.js";
import { bowl, gradientDescent } from "./support/kernels.js";
import { controlOf, stopOf } from "./support/tour.js";

const state = /** @type {any} */ ({
  E: "w1^2 + k w2^2",
  start: [1, 0],
  steps: 2,
  step: 1,
  view: [-2, 2, -1, 1],
  runs: [
    { optimizer: "gradient-descent", settings: { eta: 0.25 } },
    { optimizer: "gradient-descent", settings: { eta: 0.5 } },
  ],
  parameters: [{ name: "k", value: 30, low: 0, high: 90, step: 1 }],
});

/** @param {Partial<TourControl>} control
    @param {TourValue} value */
const at = (control, value) => stateAt(stopOf({ state, control: controlOf(control) }), value);

test("a hyperparameter is that of the runs of the control", () => {
  const { runs } = at({ runs: [1] }, 0.125);
  assert.deepEqual(
    runs.map(({ settings }) => settings.eta),
    [0.25, 0.125],
  );
});

test("a parameter, a step and a start", () => {
  assert.equal(at({ kind: "parameter", name: "k" }, 4).parameters[0].value, 4);
  assert.equal(at({ kind: "step" }, 2).step, 2);
  assert.deepEqual(at({ kind: "start" }, [3, 4]).start, [3, 4]);
  assert.equal(at({ kind: "guess" }, null), state);
});

test("the start turns with an angle about the origin", () => {
  const { start, parameters } = at({ kind: "turn", name: "k" }, 120);
  assert.ok(Math.abs(start[0]) < 1e-15 && Math.abs(start[1] - 1) < 1e-15);
  assert.equal(parameters[0].value, 120);
});

const loaded = /** @type {any} */ ({
  module: bowl(1, 1),
  surface: { minima: [[0, 0]] },
  rules: { "gradient-descent": gradientDescent },
});

test("a scene has a trajectory for each run, and computes only what changes", () => {
  let count = 0;
  const rules = {
    "gradient-descent": {
      ...gradientDescent,
      descend: (...of) => {
        count += 1;
        return gradientDescent.descend(...of);
      },
    },
  };
  const make = createSceneMaker();
  const stop = stopOf({ state, control: controlOf({ runs: [1] }) });
  const scene = make(stop, 0.5, { ...loaded, rules });
  assert.deepEqual([...scene.trajectories[0].columns.w1.slice(0, 3)], [1, 0.5, 0.25]);
  assert.equal(scene.trajectories[1].columns.w1[1], 0);
  assert.deepEqual([scene.view, scene.minimum, scene.t], [state.view, [0, 0], null]);
  make(stop, 0.125, { ...loaded, rules });
  assert.equal(count, 3);
});

test("a view that fits holds the first step", () => {
  const stop = stopOf({ state, fits: true, control: controlOf({ runs: [0] }) });
  const [left, right, bottom, top] = createSceneMaker()(stop, 3, loaded).view;
  // The step leads from 1 to -5.
  assert.ok(left < -5 && left > -6);
  assert.deepEqual([right, bottom, top], [2, -1, 1]);
});
