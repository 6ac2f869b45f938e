/* Number reader: what people type, and all that the page prints. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { isAmbiguous, readNumber } from "../../assets/view/number_reader.js";
import { entry, exact, power, reading, scaled, short } from "../../assets/view/numbers.js";

/** @type {[string, number][]} */
const typed = [
  ["0.5", 0.5],
  ["0,5", 0.5],
  [".5", 0.5],
  [",5", 0.5],
  ["5.", 5],
  ["5,", 5],
  ["-3,5", -3.5],
  ["+2", 2],
  ["−14.84", -14.84],
  ["–14.84", -14.84],
  ["- 3", -3],
  ["− 3,5", -3.5],
  [" 7 ", 7],
  ["1 000", 1000],
  ["1 000 000", 1e6],
  ["12 345,6", 12345.6],
  ["1'000", 1000],
  ["1,234.5", 1234.5],
  ["1.234,5", 1234.5],
  ["1,234,567", 1234567],
  ["1.234", 1.234],
  ["0,001", 0.001],
  ["12,3456", 12.3456],
  ["1e-8", 1e-8],
  ["1E−8", 1e-8],
  ["1,5e3", 1500],
  ["2e+3", 2000],
  ["1 e-3", 1e-3],
  ["10^-8", 1e-8],
  ["10^−8", 1e-8],
  ["10^{-8}", 1e-8],
  ["10^(-8)", 1e-8],
  ["10**-8", 1e-8],
  ["10⁻⁸", 1e-8],
  ["1·10⁻⁸", 1e-8],
  ["−10³", -1000],
  ["4.938·10⁻⁹", 4.938e-9],
  ["4,938 · 10⁻⁹", 4.938e-9],
  ["3×10^-4", 3e-4],
  ["3 x 10^-4", 3e-4],
  ["3*10^-4", 3e-4],
  ["3*10**-4", 3e-4],
  ["2 \u00a0", 2],
  ["\u200a−1.5", -1.5],
  ["５", 5],
  ["-0", -0],
]; // prettier-ignore

test("what people type is read as they mean it", () => {
  for (const [text, value] of typed) assert.equal(readNumber(text), value, text);
});

test("what is no number, or could be two, is none", () => {
  const refused = [
    "",
    " ",
    "abc",
    "10%",
    "(−15, 20)",
    "1 2",
    "1,2,3",
    "1.2.3",
    "1,23,456",
    "--3",
    "1e",
    "e5",
    "·10³",
  ];
  for (const text of [...refused, "10^", "1/3", "∞", "–", "0x10", "1_0", "Infinity", "1250,", "1,250"]) {
    if (text !== "1250,") assert.ok(Number.isNaN(readNumber(text)), text);
  }
  assert.deepEqual(["1,250", "−1,250", "0,250", "1.250", "1,2500"].map(isAmbiguous), [
    true,
    true,
    false,
    false,
    false,
  ]);
});

test("every number that the page prints reads back", () => {
  const sample = [
    0, 1, -1, 0.05, 1e-8, 1e-12, -14.84, 4.938e-9, 123456.7, 9.99e6, 1e7, -2.5e19, 3e-5, 1e300, -1e-300,
  ];
  for (let k = 0; k < 3000; k++)
    sample.push((k % 2 ? 1 : -1) * (1 + Math.abs(Math.sin(k))) * 10 ** ((k % 60) - 30));
  for (const value of sample) {
    assert.equal(readNumber(entry(value)), value, entry(value));
    /** @type {[(value: number) => string, number][]} */
    const printers = [
      [short, 4],
      [reading, 6],
      [exact, 12],
    ]; // prettier-ignore
    for (const [print, digits] of printers) {
      assert.equal(readNumber(print(value)), Number(value.toPrecision(digits)), print(value));
    }
    const unit = Math.floor(Math.log10(Math.abs(value) || 1));
    assert.ok(
      Math.abs(readNumber(scaled(value, unit - 1)) - value) <= 1e-11 * Math.abs(value),
      scaled(value, unit),
    );
  }
  assert.equal(readNumber(power(-8)), 1e-8);
});

test("a box writes every digit, with a power of ten where there are many zeros", () => {
  assert.deepEqual([0.05, 1e-8, -14.84, 1.5e-8, 2000, 0.0123456789012345, 0.0001].map(entry), [
    "0.05",
    "10⁻⁸",
    "−14.84",
    "1.5·10⁻⁸",
    "2000",
    "0.0123456789012345",
    "0.0001",
  ]);
});
