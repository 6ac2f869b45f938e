/* Numbers in a worked line: rounded, but never so that the line, reckoned by hand with what is
   printed, would come to anything but the result that is printed. */
import * as Numbers from "../view/numbers.js";

const least = 4;
const most = 17;
const shortest = 7;
const ofReader = 12;
const largest = 1e7;
const noise = 2 ** -48;
const slightly = 1 + 2 ** -10;
const vastly = 1e30;

/** A number to so many digits; the digits before the point stand in any case. */
const rounded = (value, digits) => {
  const size = Math.abs(value), before = size < largest && size >= 1 ? Math.floor(Math.log10(size)) + 1 : 1;
  return Number(value.toPrecision(Math.max(digits, before)));
};

/** Whether a short number is the value itself, but for the noise of a binary sum. */
const is = (short, value) => Math.abs(short - value) <= noise * Math.abs(value);

/** A number with so many digits, or all of it where it is short. */
const printed = (value, digits) => {
  const whole = rounded(value, shortest);
  return is(whole, value) ? whole : rounded(value, digits);
};

/** Whether all inputs that matter were heard: in 15 + 10⁻²⁰ the small one is lost, but would
    be heard if it were large. */
const heard = (inputs, found, value) => inputs.every((one, k) => {
  const [small, large] = [slightly, vastly].map(factor => value(inputs.with(k, one * factor)));
  // Nothing times infinity is nothing here.
  return found.every((result, r) => Number.isNaN(large[r]) || large[r] === result || small[r] !== result);
});

/** What to print of a line: `inputs`, `results` and whether the one is exactly the other.

    `value(inputs)` gives the results, `settings[k]` tells that an input is a reader's own and
    stands in full, `digits[k]` how many digits a result has. `rational`
    lines are worth some more, where that makes them exact; in `sums` a term may be lost. */
const work = (values, {value, settings = [], digits, rational, sums}) => {
  const results = value(values);
  const comesTo = (printed, inputs, found) =>
    printed.every((one, k) => is(one, found[k])) && (!sums || heard(inputs, found, value));
  const shown = results.map((result, k) => rounded(result, digits[k]));
  for (let more = least; ; more++) {
    const inputs = values.map((one, k) => (settings[k] ? rounded(one, ofReader) : printed(one, more)));
    const found = value(inputs);
    if (rational && inputs.every((one, k) => is(one, values[k]))) {
      const short = found.map(one => rounded(one, shortest));
      if (comesTo(short, inputs, found)) return {inputs, results: short, exact: true};
    }
    const agree = found.every((one, k) => rounded(one, digits[k]) === shown[k]);
    if (agree || more === most) return {inputs, results: shown, exact: comesTo(shown, inputs, found)};
  }
};

/** How many digits of a value tell it from another that differs by so much. */
const digitsFor = (value, change) => {
  const decades = Math.log10(Math.abs(value)) - Math.log10(Math.abs(change));
  return Number.isFinite(decades) ? Math.max(least, Math.min(Math.ceil(decades) + 1, 12)) : least;
};

/** A number as the article prints it: −15, 1522, 10⁻⁸. */
const text = value => Numbers.exact(value).replace(/^(−?)1·10/, "$110");

/** How many times: 126, 28, 3.2 or 1.04. */
const times = value => {
  const digits = value < 2 ? 3 : value < 9.95 ? 2 : value < 1e4 ? Math.ceil(Math.log10(value + 0.5)) : 2;
  return text(rounded(value, Math.max(2, digits)));
};

export { digitsFor, least, text, times, work };
