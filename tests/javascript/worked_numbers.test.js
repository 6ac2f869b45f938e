/* Numbers of worked lines: computed by hand from what is printed, a line gives the printed result. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { digitsFor, numberText, timesText, workOut } from "../../assets/playground/worked_numbers.js";

const product = ([a, b]) => [a * b];
const sum = ([a, b]) => [a + b];

test("short numbers stand in full, and the line is exact", () => {
  const line = { value: product, digits: [4], rational: true };
  assert.deepEqual(workOut([0.05, 122.5], line), { inputs: [0.05, 122.5], results: [6.125], exact: true });
});

test("a line that can be exact has the digits of the result for that", () => {
  const line = { value: product, digits: [4], rational: true };
  assert.deepEqual(workOut([1.25, 1.0625], line), {
    inputs: [1.25, 1.0625],
    results: [1.328125],
    exact: true,
  });
});

test("long inputs are rounded, and the result is about that", () => {
  const worked = workOut([1 / 3, 2 / 3], { value: product, digits: [4] });
  assert.deepEqual(worked, { inputs: [0.3333, 0.6667], results: [0.2222], exact: false });
});

test("inputs get more digits until the printed line gives the printed result", () => {
  // With four digits each, 1.001 - 1 would be 0.001, and the result is 0.0005556.
  const worked = workOut([1.00055555, 1], { value: ([a, b]) => [a - b], digits: [4] });
  assert.equal(worked.results[0], 0.0005556);
  assert.equal(Number((worked.inputs[0] - worked.inputs[1]).toPrecision(4)), 0.0005556);
  assert.equal(worked.inputs[1], 1);
});

test("a reader's own setting stands in full", () => {
  const worked = workOut([0.123456789, 2 / 3], { value: product, settings: [true, false], digits: [4] });
  assert.equal(worked.inputs[0], 0.123456789);
});

test("a sum in which a term is lost is not exact", () => {
  assert.equal(workOut([15, 1e-20], { value: sum, digits: [4], sums: true }).exact, false);
  assert.equal(workOut([15, 1e-20], { value: sum, digits: [4], sums: false }).exact, true);
  assert.equal(workOut([15, 0.5], { value: sum, digits: [4], sums: true }).exact, true);
});

test("results of one line keep their own digits", () => {
  const line = { value: ([a, b]) => [a / 3, b / 7], digits: [4, 6] };
  assert.deepEqual(workOut([1, 1], line).results, [0.3333, 0.142857]);
});

test("digits before the point are never rounded away", () => {
  assert.deepEqual(workOut([123456.75], { value: ([a]) => [a], digits: [4] }).results, [123457]);
});

test("a value has the digits that tell it from the one before", () => {
  assert.equal(digitsFor(15, 0.001), 6);
  assert.equal(digitsFor(15, 3), 4);
  assert.equal(digitsFor(15, 1e-30), 12);
  assert.equal(digitsFor(15, 0), 4);
  assert.equal(digitsFor(0, 1), 4);
});

test("a number is printed as in the article", () => {
  assert.deepEqual([-15, 1522, 1e-8, -1e-8, 2.5e-9].map(numberText), [
    "−15",
    "1522",
    "10⁻⁸",
    "−10⁻⁸",
    "2.5·10⁻⁹",
  ]);
});

test("how many times has the digits that matter", () => {
  const values = [1, 1.0449, 1.996, 3.21, 9.94, 9.96, 28.2, 126.4, 9999, 123456];
  const texts = ["1", "1.04", "2", "3.2", "9.9", "10", "28", "126", "9999", "123456"];
  assert.deepEqual(values.map(timesText), texts);
});
