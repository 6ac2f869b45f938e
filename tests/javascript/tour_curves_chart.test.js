/* Chart of curves against the iteration, as the content of a plot. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { curvesContent } from "../../assets/tour/curves_chart.js";
import { shareOf } from "../../assets/tour/positions.js";
import { controlOf, measureOf, runOf, sceneOf, stopOf } from "./support/tour.js";

const area = { left: 40, top: 10, width: 300, height: 100 };
const theme = /** @type {any} */ ({
  unit: 14,
  weights: ["gold", "plum"],
  runs: [{ colour: "blue" }, { colour: "vermilion" }],
});
const catalogue = /** @type {any} */ ({
  optimizers: { rmsprop: { name: "RMSProp" }, adagrad: { name: "AdaGrad" } },
});

/** @type {[number, number][]} */
const points = [
  [-2, 1],
  [-1, -1],
  [1, 1],
  [0, 0],
];
const columns = { E: [100, 10, 1, 0.1], s1: [0, 1, 2, 3], s2: [0, -10, 20, 30] };
const trajectories = [runOf(points, columns), runOf(points.slice(0, 2), { E: [100, Infinity] })];
const state = /** @type {any} */ ({
  ...{ steps: 3, start: [-2, 1], parameters: [], view: [-3, 3, -2, 2] },
  runs: [
    { optimizer: "rmsprop", settings: { eta: 0.1 } },
    { optimizer: "adagrad", settings: { eta: 0.1 } },
  ],
});

/** @param {Partial<TourCurves>} part
    @param {Partial<TourScene>} [scene]
    @param {Partial<TourStop>} [stop]
    @param {boolean} [isControl] */
const contentOf = (part, scene = {}, stop = {}, isControl = false) => {
  const chart = /** @type {TourCurves} */ ({
    ...{ type: "curves", title: "", quantity: "error", axis: "log", last: 0, level: null, levelLabel: "" },
    lines: [{ run: 0, i: 0, label: "", faint: false }],
    ...part,
  });
  const whole = sceneOf({
    ...{ state, trajectories, t: null, grown: Infinity, isRevealed: true, linked: null, view: state.view },
    stop: stopOf({ state, ...stop }),
    ...scene,
  });
  return curvesContent(chart, whole, { area, theme, catalogue, isControl, before: null, shareOf }).content;
};

/** @param {0 | 1 | 2} i
    @param {number} [run]
    @returns {TourLine} */
const line = (i, run = 0) => ({ run, i, label: "", faint: false });

test("an error runs over the whole width, with its last number at the end", () => {
  const { curves, points: found, across, title } = contentOf({});
  assert.equal(curves[0].x(0), 40);
  assert.equal(curves[0].x(3), 340);
  assert.equal(curves[0].heights.rows, 4);
  assert.deepEqual(
    found.map(({ x, text, colour }) => [x, text, colour]),
    [[340, "0.1", "blue"]],
  );
  assert.deepEqual(
    across.map(({ label }) => label),
    ["0", "1", "2", "3"],
  );
  assert.equal(title, "step 𝑡");
});

test("both weights of a run have their own colours, and the second is dashed", () => {
  const { curves } = contentOf({ quantity: "s", lines: [line(1), line(2)] });
  assert.deepEqual(
    curves.map(({ colour, isDashed, label }) => [colour, isDashed, label]),
    [
      ["gold", false, "𝑠₁"],
      ["plum", true, "𝑠₂"],
    ],
  );
  assert.ok(curves[1].names.includes("s2") && curves[1].names.includes("w2"));
});

test("a logarithmic axis shows sizes", () => {
  const { curves, scale } = contentOf({ quantity: "s", lines: [line(2)] });
  assert.ok(Math.abs(curves[0].heights.ys[1] - scale(10)) < 1e-9);
});

test("the same weight of two runs has the colours and the names of the runs", () => {
  const { curves } = contentOf({ quantity: "rate", lines: [line(1, 0), line(1, 1)] });
  assert.deepEqual(
    curves.map(({ colour, label }) => [colour, label]),
    [
      ["blue", "RMSProp"],
      ["vermilion", "AdaGrad"],
    ],
  );
});

test("an error that has overflown leaves the plot at the top", () => {
  const { curves, points: found } = contentOf({ lines: [line(0, 1)] });
  assert.ok(curves[0].heights.ys[1] < area.top - 100);
  assert.ok(found[0].y < area.top);
  assert.equal(found[0].text, "");
});

test("curves grow, and their last number with them", () => {
  const { end, points: found } = contentOf({}, { grown: 1.5 });
  assert.equal(end, 190);
  assert.equal(found[0].text, "10");
});

test("the axis of an inspected iteration is the control's, with its value", () => {
  const control = controlOf({ kind: "step", symbol: "t", label: "step", low: 1, high: 3 });
  const {
    control: shown,
    curves,
    points: found,
  } = contentOf({ quantity: "s", lines: [line(1)] }, { t: 2, value: 2 }, { control }, true);
  assert.deepEqual(shown, { symbol: "𝑡", value: "2", label: "step", x: 190 });
  assert.equal(curves[0].x(1), 40);
  assert.deepEqual(
    found.map(({ x, text }) => [x, text]),
    [[190, "2"]],
  );
});

test("a step that has to be guessed is not in the chart", () => {
  const control = controlOf({ kind: "guess" });
  const { curves, points: found } = contentOf({}, { isRevealed: false }, { control });
  assert.equal(curves[0].heights.rows, 3);
  assert.equal(found[0].text, "1");
});

test("the last iterations alone, and a level", () => {
  const level = measureOf("constant", { value: 1 });
  const { curves, level: found, scale } = contentOf({ last: 2, level, levelLabel: "$η$/2" });
  assert.equal(curves[0].x(1), 40);
  assert.equal(curves[0].x(3), 340);
  assert.deepEqual(found, { y: scale(1), label: "𝜂/2", names: ["η"] });
  const stop = { control: controlOf({ symbol: "η" }) };
  assert.deepEqual(contentOf({ level, levelLabel: "$η$/2" }, {}, stop).level?.names, []);
});
