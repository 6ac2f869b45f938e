/* Traces: which curves the lower chart has, and on which axis. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { followTraceAxis, traceScale, traceTicks } from "../../assets/playground/trace_axis.js";
import { shownKind, shownTraces } from "../../assets/playground/traces.js";

const pair = (name) => [
  { column: `${name}1`, name: `${name}₁` },
  { column: `${name}2`, name: `${name}₂` },
];
const optimizers = {
  plain: { name: "Plain", traces: { rate: null, constant: "eta", states: [] } },
  adaptive: {
    name: "Adaptive",
    traces: {
      rate: { name: "η/√sᵢ", curves: pair("rate") },
      constant: null,
      states: [{ symbol: "s", label: "scaling", curves: pair("s") }],
    },
  },
};
const columns = Object.fromEntries(
  ["rate1", "rate2", "s1", "s2"].map((name, k) => [name, [NaN, k + 1, k + 2]]),
);

/** A playground of runs, such as ["plain", 0.1], with the last one selected. */
const playground = (runs, { traces = "rate", selected = runs.length - 1 } = {}) => {
  const trajectories = runs.map(([optimizer, eta]) => ({ optimizer, settings: { eta }, columns, rows: 3 }));
  return {
    catalogue: { optimizers },
    state: {
      steps: 2,
      selected,
      traces,
      runs: runs.map(([optimizer, eta, hidden = false]) => ({ optimizer, settings: { eta }, hidden })),
    },
    trajectories,
    trajectory: trajectories[selected],
    rule: optimizers[runs[selected][0]],
  };
};
const summary = (found) =>
  found.map(({ place, label, isOwn, isDashed, isFaint }) => [
    place,
    label,
    `${isOwn ? "own" : "other"}${isDashed ? " dashed" : ""}${isFaint ? " faint" : ""}`,
  ]);

test("the rates of the selected run come last, others' are pale, a constant one is a line", () => {
  const found = shownTraces(
    playground([
      ["plain", 0.1],
      ["adaptive", 1],
      ["adaptive", 2],
    ]),
  );
  assert.deepEqual(summary(found), [
    [0, "both weights", "other"],
    [1, "rate₁", "other faint"],
    [1, "rate₂", "other dashed faint"],
    [2, "rate₁", "own"],
    [2, "rate₂", "own dashed"],
  ]);
  assert.deepEqual([...found[0].values], [0.1, 0.1, 0.1]);
});

test("hidden runs have no traces, and runs with the same constant rate one label", () => {
  const found = shownTraces(
    playground([
      ["plain", 0.1],
      ["adaptive", 1, true],
      ["plain", 0.1],
      ["adaptive", 2],
    ]),
  );
  assert.deepEqual(
    found.map(({ place, label }) => [place, label]),
    [
      [0, "both weights"],
      [2, null],
      [3, "rate₁"],
      [3, "rate₂"],
    ],
  );
});

test("states are those of the selected run, if its rule has some", () => {
  const runs = [
    ["plain", 0.1],
    ["adaptive", 1],
  ];
  const states = playground(runs, { traces: "state" });
  assert.deepEqual(
    [shownKind(states), shownTraces(states).map(({ label }) => label)],
    ["state", ["s₁", "s₂"]],
  );
  const none = playground(runs, { traces: "state", selected: 0 });
  assert.equal(shownKind(none), "rate");
  assert.deepEqual(
    shownTraces(none).map(({ place, label }) => [place, label]),
    [
      [1, "rate₁"],
      [1, "rate₂"],
      [0, "both weights"],
    ],
  );
});

const curves = (...found) => found.map((values) => ({ values, rows: values.length }));
const area = { left: 0, top: 10, width: 300, height: 180 };

test("what is positive has a log axis", () => {
  const axis = followTraceAxis(null, curves([NaN, 0.1, 10], [NaN, 1, 100]), false);
  assert.equal(axis.type, "log");
  assert.deepEqual(
    axis.range.map((end) => Math.round(100 * end) / 100),
    [-1.24, 2.24],
  );
  assert.equal(followTraceAxis(axis, curves([NaN, 0.1, 90]), false), axis);
});

test("one state with a sign has a linear axis, and one that is 0 throughout too", () => {
  assert.equal(followTraceAxis(null, curves([0, -2, 3]), false).type, "linear");
  const zero = followTraceAxis(null, curves([0, 0, 0]), true);
  assert.equal(zero.type, "linear");
  assert.ok(traceScale(zero, area)(0) > area.top);
});

test("several states with a sign have an axis that is logarithmic on both sides of zero", () => {
  const axis = followTraceAxis(null, curves([0, -90, -3], [0, 16000, 900]), true);
  const y = traceScale(axis, area);
  const heights = [16000, 900, 1, 0, -1, -90].map(y);
  assert.ok(
    heights.every((height, k) => !k || height > heights[k - 1]),
    "larger values lie higher",
  );
  assert.ok(heights[0] >= area.top && heights.at(-1) <= area.top + area.height);
  const ticks = traceTicks(axis, area.height);
  const labels = ticks.map(({ label }) => label);
  assert.ok(
    ["0", "10000", "−100"].every((label) => labels.includes(label)),
    labels.join(),
  );
  const places = ticks.map(({ value }) => y(value)).sort((a, b) => a - b);
  assert.ok(places.every((place, k) => !k || place - places[k - 1] >= 20));
});
