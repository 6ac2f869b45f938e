/* Responses: measures at every setting of a control, computed in slices, and their chart. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { samples, shareOf } from "../../assets/tour/positions.js";
import { createResponseContent } from "../../assets/tour/response_chart.js";
import { createResponses } from "../../assets/tour/responses.js";
import { controlOf, measureOf, runOf, sceneOf, stopOf } from "./support/tour.js";

const responseContent = createResponseContent();

const control = controlOf({ low: 1, high: 5, step: 1 });
const state = /** @type {any} */ ({
  steps: 1,
  start: [0, 0],
  parameters: [],
  runs: [{}, {}],
  view: [0, 1, 0, 1],
});
const trajectories = [runOf([[0, 0]], { E: [2] }), runOf([[0, 0]], { E: [2] })];

/** @param {Partial<TourResponse>} [part]
    @returns {TourResponse} */
const chartOf = (part = {}) =>
  /** @type {any} */ ({
    ...{ type: "response", title: "", axis: "linear", ticks: [], zones: [], samples: 5, byWeight: false },
    unit: "",
    measures: [[measureOf("control"), "twice"]],
    ...part,
  });

/** A measuring that counts the scenes it makes. */
const measuring = () => {
  const made = /** @type {number[]} */ ([]);
  return {
    made,
    measure: (/** @type {TourMeasure} */ _, /** @type {TourScene} */ { value }) => 2 * Number(value),
    sceneAt: (/** @type {TourStop} */ stop, /** @type {TourValue} */ value) => {
      made.push(Number(value));
      return sceneOf({ stop, value, trajectories });
    },
    samples,
    shareOf,
  };
};

test("every setting is computed once", () => {
  const counted = measuring();
  const responses = createResponses(counted);
  const chart = chartOf();
  const stop = stopOf({ control, charts: [chart], state });
  assert.equal(responses.advance(stop, 1000), true);
  assert.equal(responses.advance(stop, 1000), true);
  assert.deepEqual(counted.made, [1, 2, 3, 4, 5]);
  assert.deepEqual([...responses.of(stop, chart).columns[0]], [2, 4, 6, 8, 10]);
  responses.forget();
  responses.advance(stop, 1000);
  assert.equal(counted.made.length, 10);
});

test("a slice without time computes one setting, and tells that there are more", () => {
  const counted = measuring();
  const responses = createResponses(counted);
  const chart = chartOf();
  const stop = stopOf({ control, charts: [chart], state });
  assert.equal(responses.advance(stop, -1), false);
  assert.deepEqual(counted.made, [1]);
  const { known, isDone } = responses.of(stop, chart);
  assert.deepEqual([known, isDone], [1, false]);
});

test("a stop without a number to set has nothing to compute", () => {
  const counted = measuring();
  const stop = stopOf({ control: controlOf({ kind: "start" }), charts: [chartOf()], state });
  assert.equal(createResponses(counted).advance(stop, 1000), true);
  assert.deepEqual(counted.made, []);
});

const area = { left: 40, top: 10, width: 400, height: 100 };
const theme = /** @type {any} */ ({
  unit: 14,
  weights: ["gold", "plum"],
  runs: [{ colour: "blue" }, { colour: "vermilion" }],
});

/** @param {TourResponse} chart
    @param {Partial<TourScene>} [scene] */
const contentOf = (chart, scene = {}) => {
  const counted = measuring();
  const responses = createResponses(counted);
  const stop = stopOf({ control, charts: [chart], state });
  responses.advance(stop, 1000);
  const whole = sceneOf({ stop, state, trajectories, value: 3, isRevealed: true, linked: null, ...scene });
  const response = responses.of(stop, chart);
  return responseContent(chart, whole, { area, theme, response, shareOf });
};

test("the control's axis is that of the chart, with a cursor and the measure at its value", () => {
  const content = contentOf(chartOf({ zones: [[4, 5, "diverges"]], unit: "°" }));
  assert.deepEqual(content?.control, { symbol: "𝜂", value: "3", label: "learning rate", x: 240 });
  assert.equal(content?.curves[0].x(4), 440);
  assert.deepEqual(content?.zones, [{ left: 340, width: 100, label: "diverges" }]);
  assert.deepEqual(
    content?.points.map(({ x, text }) => [x, text]),
    [[240, "3°"]],
  );
});

test("measures have the colour of their run, or of their weight, whose second is dashed", () => {
  /** @type {[TourMeasure, string][]} */
  const measures = [
    [measureOf("size", { of: [measureOf("control", { run: 1 })] }), ""],
    [measureOf("control", { i: 2 }), ""],
  ];
  const byRun = contentOf(chartOf({ measures }))?.curves ?? [];
  assert.deepEqual(
    byRun.map(({ colour, isDashed }) => [colour, isDashed]),
    [
      ["vermilion", false],
      ["blue", false],
    ],
  );
  const byWeight = contentOf(chartOf({ measures, byWeight: true }))?.curves ?? [];
  assert.deepEqual(
    byWeight.map(({ colour, isDashed }) => [colour, isDashed]),
    [
      ["gold", false],
      ["plum", true],
    ],
  );
});

test("without a number of the control there is nothing to draw", () => {
  assert.equal(contentOf(chartOf(), { value: [1, 2] }), null);
});
