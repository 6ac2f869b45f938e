/* The ticks of an axis: round, in one style, with room between their labels. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { horizontalTicks, verticalTicks } from "../../assets/view/ticks.js";

const vertical = [
  // in decades, from one of them to three hundred, on plots of two sizes
  ["log", [-3.2, 1.4], 120, ["0.001", "0.01", "0.1", "1", "10"]],
  ["log", [-9, 1], 120, ["10⁻⁸", "10⁻⁶", "10⁻⁴", "10⁻²", "10⁰"]],
  ["log", [-5.9, 204], 120, ["10⁰", "10⁵⁰", "10¹⁰⁰", "10¹⁵⁰", "10²⁰⁰"]],
  ["log", [-0.86, 0.41], 120, ["0.2", "0.5", "1", "2"]],
  ["log", [-0.86, 0.41], 50, ["1"]],
  ["log", [0, 0.16], 120, ["1", "1.1", "1.2", "1.3", "1.4"]],
  ["log", [-8.86, -7.59], 120, ["2·10⁻⁹", "5·10⁻⁹", "1·10⁻⁸", "2·10⁻⁸"]],
  // even steps
  ["linear", [0, 4908.75], 120, ["0", "1000", "2000", "3000", "4000"]],
  ["linear", [-1.05, 0.05], 200, ["−1", "−0.5", "0"]],
  ["linear", [0, 1.2e5], 120, ["0", "50000", "100000"]],
  ["linear", [0, 5.3e13], 120, ["0", "2·10¹³", "4·10¹³"]],
  ["linear", [0, 1.1e26], 120, ["0", "0.5·10²⁶", "1·10²⁶"]],
  ["linear", [0, 6.6e-298], 120, ["0", "2·10⁻²⁹⁸", "4·10⁻²⁹⁸", "6·10⁻²⁹⁸"]],
  ["linear", [6.89, 7.11], 120, ["6.9", "6.95", "7", "7.05", "7.1"]],
];

for (const [type, range, length, labels] of vertical) {
  test(`a ${type} axis from ${range[0]} to ${range[1]} on ${length} pixels`, () => {
    assert.deepEqual(
      verticalTicks({ type, range }, length).map(({ label }) => label),
      labels,
    );
  });
}

test("iterations have whole numbers with room for their labels", () => {
  const labels = (steps, length) =>
    horizontalTicks({ type: "linear", range: [0, steps], whole: true }, length).map(({ label }) => label);
  assert.deepEqual(labels(100, 780), ["0", "20", "40", "60", "80", "100"]);
  assert.deepEqual(labels(100, 288), ["0", "50", "100"]);
  assert.deepEqual(labels(2000, 780), ["0", "500", "1000", "1500", "2000"]);
  assert.deepEqual(labels(250, 780), ["0", "50", "100", "150", "200", "250"]);
  assert.deepEqual(labels(2, 780), ["0", "1", "2"]);
  assert.deepEqual(labels(1, 288), ["0", "1"]);
});
