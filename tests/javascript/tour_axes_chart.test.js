/* Axes of the tour's charts: ranges that fit, ticks of controls, places of charts. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { controlTicks, curvesAxis, heightTicks, responseAxis } from "../../assets/tour/chart_axes.js";
import { placesOf } from "../../assets/tour/chart_places.js";
import { shareOf } from "../../assets/tour/positions.js";
import { withSymbols } from "../../assets/tour/symbols.js";
import { controlOf } from "./support/tour.js";

/** @param {number[]} values */
const column = (...values) => ({ values, rows: values.length });
const infinite = Number.POSITIVE_INFINITY;

/** @param {Partial<TourControl>} part
    @param {number[]} [wanted]
    @param {number} [width] */
const labels = (part, wanted = [], width = 400) => {
  const control = controlOf(part);
  return controlTicks(control, wanted, width, (value) => shareOf(control, value)).map(({ label }) => label);
};

test("the errors of responses reach so far above that of the start, and never infinity", () => {
  const { type, range } = responseAxis([column(0.001, 0.1, 1e40, infinite)], { type: "log", start: 10 });
  assert.equal(type, "log");
  assert.equal(range[1], 3.5);
  // The lowest value lies 18 % of 6.5 decades above the track of the control.
  assert.ok(Math.abs(range[0] - -4.17) < 1e-9);
});

test("other responses are seen whole, and two decades of them at least", () => {
  const wide = responseAxis([column(0.3, 1000)], { type: "log", start: null });
  assert.ok(10 ** wide.range[0] < 0.3 && 10 ** wide.range[1] > 1000);
  const narrow = responseAxis([column(2, 2.1)], { type: "log", start: null });
  assert.ok(Math.abs(narrow.range[1] - narrow.range[0] - 2) < 1e-9);
});

test("a linear response begins at zero", () => {
  const { range } = responseAxis([column(34, 76, Number.NaN)], { type: "linear", start: null });
  assert.equal(range[0], 0);
  assert.ok(range[1] > 76 && range[1] < 90);
});

test("a linear response that reaches zero keeps clear of the control's track, which is the axis", () => {
  const [low, high] = responseAxis([column(0, 12, 40)], { type: "linear", start: null }).range;
  assert.ok(low < -0.1 * 40 && low > -0.2 * 40);
  assert.ok(high > 40);
});

test("a response without a number has an empty axis, which has no ticks", () => {
  for (const type of /** @type {("log" | "linear")[]} */ (["log", "linear"])) {
    const axis = responseAxis([column(Number.NaN, infinite)], { type, start: null });
    assert.deepEqual(heightTicks(axis, 150), []);
  }
});

test("ticks of a response have its unit", () => {
  const axis = responseAxis([column(0, 1080)], { type: "linear", start: null });
  assert.deepEqual(heightTicks(axis, 150, "°").at(-1), { value: 1000, label: "1000°" });
});

test("an axis of curves stays while it fits them", () => {
  const chart = { quantity: "s", type: /** @type {const} */ ("log") };
  const first = curvesAxis(null, [column(1, 100)], chart);
  assert.equal(curvesAxis(first, [column(2, 90)], chart), first);
  assert.notEqual(curvesAxis(first, [column(1, 1e6)], chart), first);
});

test("errors below zero have a linear axis", () => {
  assert.equal(curvesAxis(null, [column(4, 1)], { quantity: "error", type: "log" }).type, "log");
  assert.equal(curvesAxis(null, [column(4, -1)], { quantity: "error", type: "log" }).type, "linear");
});

test("ticks of a control: its ends, and what has room between them", () => {
  assert.deepEqual(labels({ low: 0, high: 1 }).at(0), "0");
  assert.deepEqual(labels({ low: 0, high: 1 }).at(-1), "1");
  assert.deepEqual(labels({ low: 0.05, high: 0.5, scale: "log" }, [0.05, 0.1, 0.5]), ["0.05", "0.1", "0.5"]);
  assert.deepEqual(labels({ low: 0, high: 90, unit: "°" }, [0, 45, 90]), ["0°", "45°", "90°"]);
  assert.deepEqual(labels({ low: 0, high: 1 }, [0, 0.5, 0.52, 1]), ["0", "0.5", "1"]);
});

test("ticks of a decay are nines, and its end", () => {
  const found = labels({ low: 0.9, high: 1, scale: "decay" }, [], 600);
  assert.equal(found[0], "0.9");
  assert.equal(found[1], "0.99");
  assert.equal(found.at(-1), "1");
});

const [curves, response, compass] = ["curves", "response", "compass"].map(
  (type) => /** @type {any} */ ({ type }),
);

test("the chart of the control is at the right, another one at the left", () => {
  const control = controlOf({});
  assert.deepEqual(placesOf({ charts: [response, curves], control }), { left: 1, right: 0, isControl: true });
  assert.deepEqual(placesOf({ charts: [curves, response], control }), { left: 0, right: 1, isControl: true });
  const step = controlOf({ kind: "step" });
  assert.deepEqual(placesOf({ charts: [curves], control: step }), { left: null, right: 0, isControl: true });
  const guess = controlOf({ kind: "guess" });
  const asked = placesOf({ charts: [compass, curves], control: guess });
  assert.deepEqual(asked, { left: 0, right: 1, isControl: false });
  assert.deepEqual(placesOf({ charts: [], control: null }), { left: null, right: null, isControl: false });
});

test("symbols of labels are mathematical italics", () => {
  assert.equal(withSymbols("$w_1$ of RMSProp"), "𝑤₁ of RMSProp");
  assert.equal(withSymbols("$η/√(1-β)$ = 0.949"), "𝜂/√(1−𝛽) = 0.949");
  assert.equal(withSymbols("plain"), "plain");
});
