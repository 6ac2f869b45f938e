/* Numbers as text: rounded for reading, with every significant digit, or in words for screen readers. */

/** @type {Record<string, string>} */
const superscripts = {
  "-": "⁻",
  0: "⁰",
  1: "¹",
  2: "²",
  3: "³",
  4: "⁴",
  5: "⁵",
  6: "⁶",
  7: "⁷",
  8: "⁸",
  9: "⁹",
};

/** Mantissa and exponent of a number, rounded to so many digits.
    @param {number} value
    @param {number} digits
    @returns {[string, number]} */
const splitExponent = (value, digits) => {
  const [mantissa, exponent] = Number(value.toPrecision(digits)).toExponential().split("e");
  return [mantissa, Number(exponent)];
};

/** @param {string} text */
const withMinus = (text) => text.replace("-", "−");

/** A power of ten.
    @param {number} exponent */
export const power = (exponent) => `10${[...String(exponent)].map((sign) => superscripts[sign]).join("")}`;

/** A number rounded to so many digits; very large and very small ones with a power of ten.
    @param {number} value
    @param {number} digits
    @param {number} [large] from where on they have one */
export const rounded = (value, digits, large = 1e7) => {
  if (Number.isNaN(value)) return "–";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  const size = Math.abs(value);
  if (size === 0 || (size >= 1e-4 && size < large))
    return withMinus(String(Number(value.toPrecision(digits))));
  const [mantissa, exponent] = splitExponent(value, digits);
  return `${withMinus(mantissa)}·${power(exponent)}`;
};

/** A number rounded to four digits.
    @param {number} value */
export const short = (value) => rounded(value, 4);

/** A number rounded to six digits.
    @param {number} value */
export const reading = (value) => rounded(value, 6);

/** A number with twelve digits: the rest is rounding noise of binary sums.
    @param {number} value */
export const exact = (value) => rounded(value, 12);

/** A number with all its digits, as a number box writes it: 0.05, −14.84, 10⁻⁸.
    @param {number} value */
export const entry = (value) => rounded(value, 17).replace(/^(−?)1·/, "$1");

/** Values of parameters behind their function: ", k = 25".
    @param {Parameter[]} parameters */
export const parameterValues = (parameters) =>
  parameters.map(({ name, value }) => `, ${name} = ${entry(value)}`).join("");

/** The exponent of the power of ten that a number begins at.
    @param {number} value */
export const exponent = (value) => Number(Math.abs(value).toExponential().split("e")[1]);

/** A number in units of a power of ten.
    @param {number} value
    @param {number} unit exponent of that power */
export const scaled = (value, unit) => {
  if (value === 0) return "0";
  const [mantissa, own] = splitExponent(value, 12);
  return `${exact(Number(mantissa) * 10 ** (own - unit))}·${power(unit)}`;
};

/** A number that was written, in words for screen readers, which leave out superscripts and their sign.
    @param {string} text */
export const inWords = (text) => {
  const [mantissa, raised] = text.split("·10");
  if (!raised) return mantissa.replace("∞", "infinity");
  const digits = Object.entries(superscripts).reduce(
    (found, [digit, sign]) => found.replaceAll(sign, digit),
    raised,
  );
  return `${mantissa === "1" ? "" : `${mantissa} times `}10 to the ${digits.replace("-", "minus ")}`;
};

/** A number rounded to four digits, in words.
    @param {number} value */
export const spoken = (value) => inWords(short(value));

/** A scale as maps state it: 1 : 500, or 20 : 1 where it enlarges.
    @param {number} scale */
export const ratio = (scale) => {
  const number = Math.round(scale >= 1 ? scale : 1 / scale).toLocaleString("en");
  return scale >= 1 ? `1 : ${number}` : `${number} : 1`;
};
