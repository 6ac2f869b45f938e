/* Numbers as text: rounded for reading, or with every digit that means something. */

const raised = {"-": "⁻", 0: "⁰", 1: "¹", 2: "²", 3: "³", 4: "⁴", 5: "⁵", 6: "⁶", 7: "⁷", 8: "⁸", 9: "⁹"};

const shortest = (value, digits) => Number(value.toPrecision(digits)).toExponential();

/** A power of ten. */
const power = exponent => `10${[...String(exponent)].map(sign => raised[sign]).join("")}`;

const text = (value, digits) => {
  if (Number.isNaN(value)) return "–";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  const size = Math.abs(value);
  const plain = size === 0 || (size >= 1e-4 && size < 1e7);
  const printed = plain ? String(Number(value.toPrecision(digits))) : shortest(value, digits);
  const [mantissa, exponent] = printed.split("e");
  const shown = mantissa.replace("-", "−");
  if (!exponent) return shown;
  return `${shown}·${power(Number(exponent))}`;
};

/** The power of ten that a number begins at. */
const exponent = value => Number(Math.abs(value).toExponential().split("e")[1]);

/** A number in units of a power of ten. */
const scaled = (value, unit) => {
  const [mantissa, own] = shortest(value, 12).split("e");
  return value === 0 ? "0" : `${text(mantissa * 10 ** (own - unit), 12)}·${power(unit)}`;
};

/** A rounded number as it is said: screen readers leave out raised digits and their sign. */
const spoken = value => {
  const [mantissa, power] = text(value, 4).split("·10");
  if (!power) return mantissa.replace("∞", "infinity");
  const digits = Object.entries(raised).reduce((all, [digit, sign]) => all.replaceAll(sign, digit), power);
  return `${mantissa === "1" ? "" : `${mantissa} times `}10 to the ${digits.replace("-", "minus ")}`;
};

/** A number rounded to four digits. */
export const short = value => text(value, 4);

/** A number rounded to six digits. */
export const reading = value => text(value, 6);

/** A number with twelve digits: the rest is rounding noise of the binary sum. */
export const exact = value => text(value, 12);

/** A scale as maps state it: 1 : 500, or 20 : 1 where it enlarges. */
export const ratio = scale => {
  const number = Math.round(scale >= 1 ? scale : 1 / scale).toLocaleString("en");
  return scale >= 1 ? `1 : ${number}` : `${number} : 1`;
};

export { exponent, power, scaled, spoken };
