/* Sentences of the tour: numbers, clauses, and the result. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { resultOf, textOf } from "../../assets/tour/sentences.js";
import { controlOf, measureOf, sceneOf, stopOf } from "./support/tour.js";

/** @param {number} value
    @param {number} digits
    @returns {TourSay} */
const number = (value, digits, unit = "") => ({
  type: "number",
  measure: measureOf("constant", { value }),
  digits,
  unit,
});

/** @param {number} value
    @returns {TourSay} */
const words = (value) => ({
  type: "words",
  measure: measureOf("constant", { value }),
  cases: [
    [1, "falls"],
    [2, "takes {steps}"],
  ],
  otherwise: "rises",
  missing: "never ends",
});

const stop = stopOf({
  control: controlOf({ unit: "°" }),
  says: { steps: number(34, 2, " steps"), E: number(2.34e-5, 2), far: number(1470000, 3) },
  resultTemplate: "At {value} it {how}: E is {E}, {far}.",
});
const scene = sceneOf({ stop: { ...stop, says: { ...stop.says, how: words(1.5) } }, value: 45 });

test("a number has its digits and its unit", () => {
  assert.equal(textOf(number(0.0016735, 2), scene), "0.0017");
  assert.equal(textOf(number(66.5, 2, "°"), scene), "67°");
  assert.equal(textOf(number(-4.5, 2), scene), "−4.5");
  assert.equal(textOf(number(1470000, 3), scene), "1.47·10⁶");
  assert.equal(textOf(number(99999, 5), scene), "99999");
  assert.equal(textOf(number(Number.POSITIVE_INFINITY, 2), scene), "∞");
  assert.equal(textOf(number(Number.NaN, 2), scene), "–");
});

test("the first case with a limit above the measure is said", () => {
  assert.equal(textOf(words(0.5), scene), "falls");
  assert.equal(textOf(words(1), scene), "takes 34 steps");
  assert.equal(textOf(words(2), scene), "rises");
  assert.equal(textOf(words(Number.NaN), scene), "never ends");
});

test("the result is one sentence, in words", () => {
  assert.equal(
    resultOf(scene),
    "At 45° it takes 34 steps: E is 2.3 times 10 to the minus 5, 1.47 times 10 to the 6.",
  );
});
