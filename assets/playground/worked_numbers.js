/* Numbers of worked lines: rounded, but never so far that the line, computed by hand from the printed numbers,
   would give another result than the printed one. */
import { exact } from "../view/numbers.js";

/** @typedef {number[]} Numbers */
/** @typedef {object} Line
    @property {(inputs: Numbers) => Numbers} value the results of the line
    @property {boolean[]} [settings] which inputs are a reader's own, and stand in full
    @property {Numbers} digits how many digits each result has
    @property {boolean} [rational] whether more digits are worth their room, where they make the line exact
    @property {boolean} [sums] whether the line has a sum, in which a term may be lost */
/** @typedef {{inputs: Numbers, results: Numbers, exact: boolean}} Worked what to print, and whether the inputs
    give exactly the results */

export const leastDigits = 4;
const mostDigits = 17;
const mostChangeDigits = 12;
const shortDigits = 7;
const settingDigits = 12;
const largestWhole = 1e7;
const roundingError = 2 ** -48;
const slightly = 1 + 2 ** -10;
const vastly = 1e30;

/** A number to so many digits; the digits before the point stand in any case.
    @param {number} value
    @param {number} digits */
const rounded = (value, digits) => {
  const size = Math.abs(value);
  const before = size < largestWhole && size >= 1 ? Math.floor(Math.log10(size)) + 1 : 1;
  return Number(value.toPrecision(Math.max(digits, before)));
};

/** Whether a short number is the value itself, but for the rounding error of a binary sum.
    @param {number} short
    @param {number} value */
const isExactly = (short, value) => Math.abs(short - value) <= roundingError * Math.abs(value);

/** A number with so many digits, or all of it where it is short.
    @param {number} value
    @param {number} digits */
const printed = (value, digits) => {
  const whole = rounded(value, shortDigits);
  return isExactly(whole, value) ? whole : rounded(value, digits);
};

/** Whether no input was lost: in 15 + 10⁻²⁰ the small one is, since it would count if it were large.
    @param {Numbers} inputs
    @param {Numbers} results
    @param {Line["value"]} value */
const allCount = (inputs, results, value) =>
  inputs.every((input, k) => {
    const [small, large] = [slightly, vastly].map((factor) => value(inputs.with(k, input * factor)));
    // 0 times infinity counts as 0 here.
    return results.every((result, r) => Number.isNaN(large[r]) || large[r] === result || small[r] !== result);
  });

/** What to print of a line.
    @param {Numbers} values of its inputs
    @param {Line} line
    @returns {Worked} */
export const workOut = (values, { value, settings = [], digits, rational, sums }) => {
  const comesTo = (
    /** @type {Numbers} */ results,
    /** @type {Numbers} */ inputs,
    /** @type {Numbers} */ found,
  ) => results.every((one, k) => isExactly(one, found[k])) && (!sums || allCount(inputs, found, value));
  const shown = value(values).map((result, k) => rounded(result, digits[k]));
  for (let more = leastDigits; ; more++) {
    const inputs = values.map((one, k) => (settings[k] ? rounded(one, settingDigits) : printed(one, more)));
    const found = value(inputs);
    if (rational && inputs.every((one, k) => isExactly(one, values[k]))) {
      const short = found.map((one) => rounded(one, shortDigits));
      if (comesTo(short, inputs, found)) return { inputs, results: short, exact: true };
    }
    const agree = found.every((one, k) => rounded(one, digits[k]) === shown[k]);
    if (agree || more === mostDigits) {
      return { inputs, results: shown, exact: comesTo(shown, inputs, found) };
    }
  }
};

/** How many digits of a value tell it from another that differs by so much.
    @param {number} value
    @param {number} change */
export const digitsFor = (value, change) => {
  const decades = Math.log10(Math.abs(value)) - Math.log10(Math.abs(change));
  if (!Number.isFinite(decades)) return leastDigits;
  return Math.max(leastDigits, Math.min(Math.ceil(decades) + 1, mostChangeDigits));
};

/** A number as the article prints it: −15, 1522, 10⁻⁸.
    @param {number} value */
export const numberText = (value) => exact(value).replace(/^(−?)1·10/, "$110");

/** How many times: 126, 28, 3.2 or 1.04.
    @param {number} value */
export const timesText = (value) => {
  const digits = value < 2 ? 3 : value < 9.95 ? 2 : value < 1e4 ? Math.ceil(Math.log10(value + 0.5)) : 2;
  return numberText(rounded(value, Math.max(2, digits)));
};
