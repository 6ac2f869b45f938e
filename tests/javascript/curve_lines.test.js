/* The curves beside the error: which are shown, and the level that comes with the rates. */
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  initialCurves,
  lineStyles,
  showGroup,
  shownCurves,
  toggleCurve,
} from "../../assets/playground/curve_lines.js";

const [E, s1, rate1, level] = [
  { name: "E", column: "E", group: "error" },
  { name: "s₁", column: "s1", group: "state" },
  { name: "η/√(s₁ + ε)", column: "rate1", group: "rate" },
  { name: "level", column: "level", group: "level" },
];
const rule = { curves: [E, s1, null, rate1, level], level: { of: "eta", mark: "√(s + ε) = 1" } };
const styles = lineStyles({ error: "#000", state: ["#111", "#222"], rate: ["#333"], level: "#444" });
const columns = { E: [4, 1, 0], s1: [0, 8, 9], rate1: [NaN, 2, 3] };
const trajectory = { columns, rows: 3, settings: { eta: 0.05 } };
const state = { steps: 100 };

const names = (shown, found = trajectory) =>
  shownCurves({ rule, shown, state }, found, styles).map(({ name }) => name);

test("E is shown at first", () => {
  assert.deepEqual(names(initialCurves()), ["E"]);
});

test("a rate brings its level across the plot, and states make way for it", () => {
  const shown = initialCurves();
  toggleCurve(shown, s1);
  assert.deepEqual(names(shown), ["E", "s₁"]);
  toggleCurve(shown, rate1);
  assert.deepEqual(names(shown), ["E", rate1.name, "level"]);
  const found = shownCurves({ rule, shown, state }, trajectory, styles).at(-1);
  assert.deepEqual([found.at, found.values, found.rows], [[0, 100], [0.05, 0.05], 2]);
  toggleCurve(shown, s1);
  assert.deepEqual(names(shown), ["E", "s₁"]);
});

test("E can be hidden, and a chosen curve stays chosen without its numbers", () => {
  const shown = initialCurves();
  toggleCurve(shown, E);
  toggleCurve(shown, s1);
  const first = { columns: { E: [4] }, rows: 1, settings: {} };
  assert.deepEqual(names(shown, first), []);
  assert.deepEqual(names(shown), ["s₁"]);
});

test("a group is shown as a whole", () => {
  const shown = initialCurves();
  toggleCurve(shown, s1);
  showGroup(shown, rule, "rate");
  assert.deepEqual([...shown.keys()], ["E", rate1.name]);
  showGroup(shown, rule, "rate");
  assert.deepEqual([...shown.keys()], ["E", rate1.name]);
});

test("a level of 1 where no hyperparameter is compared", () => {
  const shown = initialCurves();
  showGroup(shown, rule, "rate");
  const found = shownCurves(
    { rule: { ...rule, level: { of: null, mark: "" } }, shown, state },
    trajectory,
    styles,
  );
  assert.deepEqual(found.at(-1).values, [1, 1]);
});
