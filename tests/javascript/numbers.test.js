/* Numbers as text: rounded, exact, in units of a power of ten, and in words. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { exact, exponent, power, ratio, reading, scaled, short, spoken } from "../../assets/view/numbers.js";

const table = (name, write, rows) => {
  test(name, () => {
    for (const [value, text] of rows) assert.equal(write(value), text, String(value));
  });
};

table("a short number has four digits at most", short, [
  [0, "0"],
  [-0, "0"],
  [1 / 3, "0.3333"],
  [-2.5, "−2.5"],
  [1234567, "1235000"],
  [0.0001, "0.0001"],
  [0.00009999, "9.999·10⁻⁵"],
  [1e7, "1·10⁷"],
  [-6.02214e23, "−6.022·10²³"],
  [5e-324, "5·10⁻³²⁴"],
  [Number.NaN, "–"],
  [Number.POSITIVE_INFINITY, "∞"],
  [Number.NEGATIVE_INFINITY, "−∞"],
]);

table("a number to be read has six digits", reading, [
  [Math.PI, "3.14159"],
  [1e6 / 3, "333333"],
  [2e-9 / 3, "6.66667·10⁻¹⁰"],
]);

table("an exact number has all digits but rounding noise", exact, [
  [0.1 + 0.2, "0.3"],
  [1 / 3, "0.333333333333"],
  [123456.789012, "123456.789012"],
  [1e-8, "1·10⁻⁸"],
]);

table("the exponent is that of the number's first digit", exponent, [
  [1, 0],
  [-999, 2],
  [1000, 3],
  [0.00123, -3],
]);

table("a power of ten has its exponent raised", power, [
  [0, "10⁰"],
  [-12, "10⁻¹²"],
  [304, "10³⁰⁴"],
]);

table("a number in millions", (value) => scaled(value, 6), [
  [0, "0"],
  [2.5e7, "25·10⁶"],
  [-1.1e5, "−0.11·10⁶"],
]);

table("screen readers get powers of ten in words", spoken, [
  [0.05, "0.05"],
  [-12.3456, "−12.35"],
  [1e-8, "10 to the minus 8"],
  [2.5e-10, "2.5 times 10 to the minus 10"],
  [-3e12, "−3 times 10 to the 12"],
  [Number.POSITIVE_INFINITY, "infinity"],
  [Number.NEGATIVE_INFINITY, "−infinity"],
]);

table("a scale is stated as on maps", ratio, [
  [1, "1 : 1"],
  [500, "1 : 500"],
  [12345.6, "1 : 12,346"],
  [0.05, "20 : 1"],
]);
