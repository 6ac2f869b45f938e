/* Measures of the tour, by hand: a run of three steps, and one that ended early. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { MEASURES, measure } from "../../assets/tour/measures.js";
import { bowl } from "./support/kernels.js";
import { measureOf, runOf, sceneOf, stopOf } from "./support/tour.js";

const { NaN: none, POSITIVE_INFINITY: infinite } = Number;

/** Right, up, left: a bowl w1² + w2² has its minimum at the origin. */
const whole = runOf(
  [
    [-2, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ],
  {
    E: [5, 2, 2, 0.004],
    g1: [none, -4, 2, 3],
    g2: [none, -2, -2, 4],
    v1: [none, -3, 0, 2],
    v2: [none, 0, -2, 0],
    s1: [0, 1, 4, 9],
    s2: [0, 2, 8, 18],
    rate1: [none, 0.5, 0.2, 0.1],
    rate2: [none, 0.4, 0.3, 0.05],
  },
);
const diverged = runOf(
  [
    [1, 0],
    [-9, 0],
  ],
  { E: [1, 81], v1: [none, 10], v2: [none, 0], g1: [none, 2], g2: [none, 0] },
  "diverged at step 2: E exceeded 1e308",
);
const ended = runOf([[1, 0]], { E: [1] }, "stopped at step 1: E has no value at the point reached");

const stop = stopOf({
  state: /** @type {any} */ ({
    steps: 3,
    start: [-2, -1],
    runs: [{ settings: { eta: 0.1, beta: 0.9 } }, { settings: { eta: 0.25 } }, { settings: { eta: 1 } }],
    parameters: [{ name: "k", value: 25 }],
  }),
});
const scene = sceneOf({ stop, value: 2, kernel: bowl(1, 1), trajectories: [whole, diverged, ended] });

/** @param {string} kind
    @param {Partial<TourMeasure>} [part] */
const of = (kind, part) => measure(measureOf(kind, part), scene);

/** @param {number} found
    @param {number} expected */
const near = (found, expected) =>
  assert.ok(Math.abs(found - expected) < 1e-12, `${found} is not ${expected}`);

test("of the control and the settings", () => {
  assert.equal(of("control"), 2);
  assert.equal(of("constant", { value: 7 }), 7);
  assert.equal(of("setting", { name: "beta" }), 0.9);
  assert.equal(of("parameter", { name: "k" }), 25);
});

test("an iteration counts from the start, from the end, or is the control's", () => {
  assert.equal(of("error", { t: 0 }), 5);
  assert.equal(of("error"), 0.004);
  assert.equal(of("error", { t: -3 }), 2);
  assert.equal(of("weight", { t: "control", i: 2 }), 1);
});

test("the gradient is that of the step that led to an iteration, at the start that of the first step", () => {
  assert.equal(of("gradient", { t: 3, i: 2 }), 4);
  assert.equal(of("slope", { t: 3 }), 5);
  assert.equal(of("gradient", { t: 0, i: 1 }), -4);
  near(of("slope", { t: 0 }), Math.sqrt(20));
});

test("updates, states and rates of one weight", () => {
  assert.equal(of("update", { t: 1 }), -3);
  assert.equal(of("state", { t: 2, i: 2, name: "s" }), 8);
  assert.equal(of("rate", { t: 3, i: 2 }), 0.05);
  assert.equal(of("rate", { run: 1, t: 1 }), 0.25);
  assert.ok(Number.isNaN(of("rate", { run: 1, t: 0 })));
});

test("beyond the last row of a run that diverged numbers are infinite, otherwise there are none", () => {
  for (const kind of ["error", "slope", "distance", "detour", "swing"])
    assert.equal(of(kind, { run: 1, value: 1 }), infinite, kind);
  assert.ok(Number.isNaN(of("error", { run: 2 })));
  assert.ok(Number.isNaN(of("aim", { run: 1, t: 3 })));
});

test("the first iteration with a small error", () => {
  assert.equal(of("steps_until", { value: 1000 }), 3);
  assert.equal(of("steps_below", { value: 3 }), 1);
  assert.ok(Number.isNaN(of("steps_below", { value: 0.001 })));
});

test("the step at which a run ended", () => {
  assert.equal(of("stopped", { run: 1 }), 2);
  assert.equal(of("stopped", { run: 2 }), 1);
  assert.ok(Number.isNaN(of("stopped")));
});

test("the path: its length, its turns, its directions", () => {
  near(of("detour"), 7 / Math.sqrt(5));
  near(of("distance", { t: 2 }), Math.sqrt(13));
  near(of("turning"), 180);
  assert.equal(of("directions"), 3);
  assert.equal(of("sign_changes", { i: 1 }), 2);
  assert.equal(of("sign_changes", { i: 2 }), 1);
});

test("the angle between the negative gradient and the way to the minimum", () => {
  near(of("aim", { t: 0 }), 0);
  const steep = { ...scene, kernel: bowl(1, 3) };
  // At (1, 1) the gradient is (2, 6).
  near(measure(measureOf("aim", { t: 2 }), steep), (Math.atan2(6, 2) * 180) / Math.PI - 45);
});

test("how far a weight goes in the last steps", () => {
  assert.equal(of("swing", { value: 2 }), 1);
  assert.equal(of("swing", { value: 4 }), 2);
});

test("the least and the most of both rates in the first steps, in units of the learning rate", () => {
  near(of("least_rate", { value: 2 }), 2);
  near(of("most_rate", { value: 3 }), 5);
  assert.equal(of("least_rate", { run: 1, value: 3 }), 1);
});

test("of other measures", () => {
  const [two, four] = [2, -4].map((value) => measureOf("constant", { value }));
  assert.equal(of("quotient", { of: [two, four] }), -0.5);
  assert.equal(of("product", { of: [two, four] }), -8);
  assert.equal(of("difference", { of: [two, four] }), 6);
  assert.equal(of("size", { of: [four] }), 4);
});

test("steps of which a weight goes uphill", () => {
  // In the second one, w1 does not move, and w2 goes down; in the third, w2 does not move.
  assert.equal(of("uphill"), 0);
  const wrong = runOf(
    [
      [0, 0],
      [1, 1],
      [2, 0],
    ],
    { g1: [none, 1, 0], g2: [none, -1, 1], v1: [none, -1, -1], v2: [none, -1, 1] },
  );
  assert.equal(measure(measureOf("uphill"), { ...scene, trajectories: [wrong] }), 1);
});

test("of the same stop at another value", () => {
  const at = (/** @type {TourValue} */ value) => ({ ...scene, value });
  assert.equal(measure(measureOf("at", { value: 9, of: [measureOf("control")] }), { ...scene, at }), 9);
});

test("each kind has a function", () => {
  for (const [kind, found] of Object.entries(MEASURES)) assert.equal(typeof found, "function", kind);
});
