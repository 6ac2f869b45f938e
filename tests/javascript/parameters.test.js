/* Parameters of the error function: ranges that follow from values, and what an address has of them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { mayHave, parameterOf, parameterText, withRange, withValue } from "../../assets/state/parameters.js";

test("a range follows from the value, and a step from the range", () => {
  assert.deepEqual(parameterOf("k", 25), { name: "k", value: 25, low: -100, high: 100, step: 1 });
  assert.deepEqual(parameterOf("k", -10), { name: "k", value: -10, low: -10, high: 10, step: 0.1 });
});

test("an address has what does not follow", () => {
  assert.equal(parameterText(parameterOf("k", 25)), "k:25");
  assert.equal(parameterText(withRange(parameterOf("k", 25), 1, 100)), "k:25,min:1");
  assert.equal(
    parameterText({ name: "k", value: 2, low: 0, high: 4, step: 0.5 }),
    "k:2,min:0,max:4,step:0.5",
  );
});

test("a value beyond an end moves it, and an end takes the value along", () => {
  assert.equal(withValue(parameterOf("k", 1), 40).high, 40);
  assert.equal(withValue(parameterOf("k", 1), -40).low, -40);
  assert.equal(withRange(parameterOf("k", 7), 0, 5).value, 5);
});

test("a step that was set stays, if the range has room for it", () => {
  const set = { ...parameterOf("k", 1), step: 0.25 };
  assert.equal(withRange(set, 0, 4).step, 0.25);
  assert.equal(withRange(set, 1, 1.125).step, 0.125);
});

test("a letter that a text does not have is left out", () => {
  const known = [parameterOf("a", 1), parameterOf("k1", 2), parameterOf("λ", 3)];
  assert.deepEqual(
    mayHave(known, "k_1 x + y").map(({ name }) => name),
    ["k1", "λ"],
  );
});
