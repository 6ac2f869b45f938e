/* Sweeps: the final error over a track, the zone where runs diverge, and the best value. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createLevel, DIVERGED, RAN, STOPPED, sweep } from "../../assets/engine/sweep.js";
import { exactValue } from "../../assets/engine/track.js";
import { bowl, gradientDescent, rmsprop } from "./support/kernels.js";

/** @type {any} */
const eta = { scale: "log", low: 1e-6, high: 10, start: -5, end: 0, step: 1 / 40, whole: false };
/** @type {any} */
const beta = { scale: "decay", low: 0, high: 1, start: 0, end: 4.025, step: 1 / 40, whole: false };

/** @param {any} changes
    @returns {any} */
const task = (changes = {}) => ({
  rule: gradientDescent,
  errorFunction: bowl(3, 10),
  start: [-15, 20],
  steps: 500,
  settings: { eta: 0.001 },
  name: "eta",
  track: eta,
  ...changes,
});
const adaptive = {
  rule: rmsprop,
  settings: { eta: 0.05, beta: 0.9, epsilon: 1e-8 },
  track: { ...eta, end: 1 },
};

/** The lowest final error of a dense sweep.
    @param {any} swept */
const densest = ({ rule, errorFunction, start, steps, settings, name, track }) => {
  const out = Object.fromEntries(rule.columns.map((column) => [column, new Float64Array(steps + 1)]));
  let lowest = Number.POSITIVE_INFINITY;
  for (let k = 0; k <= 2000; k++) {
    const value = exactValue(track, track.start + ((track.end - track.start) * k) / 2000);
    const { rows, stopped } = rule.descend(
      errorFunction.evaluate,
      ...start,
      steps,
      { ...settings, [name]: value },
      out,
    );
    if (!stopped && out.E[rows - 1] < lowest) lowest = out.E[rows - 1];
  }
  return lowest;
};

test("gradient descent on the bowl diverges above 2/20, and is best at 2/(6 + 20)", () => {
  const { best, places, outcomes, finalE, startE } = sweep(task(), { isFine: true });
  assert.equal(startE, 4675);
  const from = exactValue(eta, places[outcomes.indexOf(DIVERGED)]);
  assert.ok(from > 0.1 && from < 0.101, `${from}`);
  assert.ok(outcomes.subarray(outcomes.indexOf(DIVERGED)).every((outcome) => outcome === DIVERGED));
  assert.ok(Math.abs(best.value / (2 / 26) - 1) < 0.005, `${best.value}`);
  // Known without a run: each weight shrinks by its own factor in every step.
  const known = (value) => 3 * (15 * (1 - 6 * value) ** 500) ** 2 + 10 * (20 * (1 - 20 * value) ** 500) ** 2;
  for (let k = 0; k < places.length; k += 20) {
    if (outcomes[k] !== RAN || finalE[k] < 1e-200) continue;
    assert.ok(Math.abs(finalE[k] / known(exactValue(eta, places[k])) - 1) < 1e-6);
  }
});

test("one step is best at the rate that is known for it", () => {
  // E(eta) = 3 (15 (1 - 6 eta))² + 10 (20 (1 - 20 eta))² is least where its slope in eta is 0.
  const known = (3 * 15 ** 2 * 6 + 10 * 20 ** 2 * 20) / (3 * 15 ** 2 * 36 + 10 * 20 ** 2 * 400);
  const { best } = sweep(task({ steps: 1 }), { isFine: true });
  assert.ok(Math.abs(best.value / known - 1) < 0.01, `${best.value} and ${known}`);
});

const settings = { eta: 0.05, beta: 0.9, epsilon: 1e-8 };
/** @type {[string, any][]} */
const cases = [
  ["five steps", task({ steps: 5 })],
  ["far bowl", task({ errorFunction: bowl(1, 1.5, 7), start: [400, -1], steps: 30 })],
  ["RMSProp, eta", task({ ...adaptive, steps: 300 })],
  ["RMSProp, eta, few steps", task({ ...adaptive, steps: 20 })],
  ["RMSProp, beta", task({ rule: rmsprop, settings, name: "beta", track: beta, steps: 200 })],
];
for (const [name, swept] of cases) {
  test(`${name}: as low as 2001 places of equal distance`, () => {
    const { best, tried, places } = sweep(swept, { isFine: true });
    const dense = densest(swept);
    const start = swept.errorFunction.error(...swept.start);
    // Within a hundredth of the decades between the start and the lowest.
    const level = createLevel(start, dense);
    assert.ok(level(best.E) <= level(dense) + 0.02 + 0.01 * Math.abs(level(dense)), `${best.E} and ${dense}`);
    assert.ok(tried <= 480, `${tried} runs`);
    assert.ok(places.every((place, k) => k === 0 || place >= places[k - 1]));
    assert.equal(places[0], swept.track.start);
    assert.equal(places[places.length - 1], swept.track.end);
  });
}

/** A rule whose final error is a function of eta alone.
    @param {(eta: number) => number} final
    @returns {any} */
const ending = (final) => ({
  columns: ["E"],
  descend: (_evaluate, _w1, _w2, _steps, { eta: value }, out) => {
    out.E[0] = 100;
    out.E[1] = final(value);
    return Number.isNaN(out.E[1])
      ? { rows: 1, stopped: "stopped at step 1: no slope" }
      : { rows: 2, stopped: null };
  },
});

test("a band of a hundredth of the track is found, and its edges and its floor", () => {
  // The band is 0.05 decades wide and its floor is at 0.0123.
  const band = (value) => {
    const off = Math.log10(value / 0.0123) / 0.025;
    return Math.abs(off) < 1 ? 1e-3 + off * off * 10 : 50;
  };
  const { best, places, finalE } = sweep(task({ rule: ending(band) }), { isFine: true });
  assert.ok(Math.abs(best.value / 0.0123 - 1) < 0.001, `${best.value}`);
  const inside = [...places].filter((_, k) => finalE[k] < 50);
  assert.ok(inside.length > 20);
  assert.ok(Math.abs(inside[0] - (Math.log10(0.0123) - 0.025)) < 0.002);
  assert.ok(Math.abs(inside[inside.length - 1] - (Math.log10(0.0123) + 0.025)) < 0.002);
});

test("of values that lead equally low the middle is best, with few digits", () => {
  const { best } = sweep(task({ rule: ending((value) => (value > 0.001 && value < 0.1 ? 0 : 1)) }), {
    isFine: true,
  });
  assert.equal(best.E, 0);
  assert.ok(Math.abs(Math.log10(best.value) + 2) < 0.1, `${best.value}`);
  assert.ok(String(best.value).replace(/^0\.0*/, "").length <= 3);
});

test("runs that stop are neither best nor diverging", () => {
  const { best, outcomes } = sweep(
    task({ rule: ending((value) => (value < 0.01 ? Number.NaN : 1 + value)) }),
    {
      isFine: true,
    },
  );
  assert.equal(outcomes[0], STOPPED);
  assert.ok(best.value >= 0.01 && best.value < 0.0102);
  const none = sweep(task({ rule: ending(() => Number.NaN) }), { isFine: true });
  assert.equal(none.best, null);
});

test("a coarse sweep tries few places and agrees with the fine one there", () => {
  const coarse = sweep(task());
  assert.equal(coarse.tried, 33);
  const fine = sweep(task(), { isFine: true });
  coarse.places.forEach((place, k) => {
    const at = fine.places.findIndex((other) => Math.abs(other - place) < 1e-9);
    assert.equal(fine.finalE[at], coarse.finalE[k]);
  });
});

test("levels are decades above the lowest error, with a floor", () => {
  const level = createLevel(1000, 1e-20);
  assert.deepEqual([1000, 10, 1e-12, 1e-18, 0, 1e5].map(level), [0, -2, -15, -15, -15, 2]);
  const shifted = createLevel(1000, -50);
  assert.equal(shifted(-50 + 10.5).toFixed(6), "-2.000000");
});

test("where every value leads to the same error, none is the best", () => {
  const errorFunction = bowl(0, 0);
  const found = sweep(task({ errorFunction }), { isFine: true });
  assert.equal(found.best, null);
  assert.ok(found.finalE.every((E) => E === 0));
});
