import assert from "node:assert/strict";
import { test } from "node:test";
import { distinction, runNames } from "../../assets/playground/run_names.js";

const names = {
  optimizers: { adam: { name: "Adam" }, momentum: { name: "Momentum" } },
  hyperparameters: { eta: "η", beta1: "β₁", beta2: "β₂" },
};
const adam = (/** @type {number} */ eta, /** @type {number} */ beta1, beta2 = 0.999) => ({
  optimizer: "adam",
  settings: { eta, beta1, beta2 },
});
const momentum = { optimizer: "momentum", settings: { eta: 0.1, beta: 0.9 } };

test("a run alone with its optimizer has its name", () => {
  assert.deepEqual(runNames([adam(0.1, 0.9), momentum], names), ["Adam", "Momentum"]);
});

test("the first hyperparameter that no other run shares tells runs of an optimizer apart", () => {
  assert.deepEqual(runNames([adam(0.1, 0.9), momentum, adam(0.05, 0.9)], names), [
    "Adam, η 0.1",
    "Momentum",
    "Adam, η 0.05",
  ]);
  assert.deepEqual(runNames([adam(0.1, 0.9), adam(0.1, 0.5), adam(0.1, 0, 0.9)], names), [
    "Adam, β₁ 0.9",
    "Adam, β₁ 0.5",
    "Adam, β₁ 0",
  ]);
});

test("where several settings are shared, each run is told by its own", () => {
  const runs = [adam(0.1, 0.9), adam(0.1, 0.5), adam(0.05, 0.9)];
  assert.deepEqual(runNames(runs, names), ["Adam, run 1", "Adam, β₁ 0.5", "Adam, η 0.05"]);
});

test("equal runs are told by their places", () => {
  const runs = [momentum, adam(0.1, 0.9), adam(0.1, 0.9)];
  assert.deepEqual(runNames(runs, names), ["Momentum", "Adam, run 2", "Adam, run 3"]);
  assert.equal(distinction(runs, 0), null);
  // And so are those whose difference is not written.
  const near = [adam(0.1, 0.9), adam(0.1, 0.900001)];
  assert.deepEqual(runNames(near, names), ["Adam, run 1", "Adam, run 2"]);
});
