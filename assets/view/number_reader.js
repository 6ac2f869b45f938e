/* Number reader: what people type and paste as a number, and every number that the page prints. */

const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** One way of writing each sign: plain digits, "-", "^" before an exponent, no spaces around.
    @param {string} text */
const plainSigns = (text) =>
  text
    .replace(/[⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, (power) => {
      const digits = [...power].map((sign) => ({ "⁻": "-", "⁺": "+" })[sign] ?? raised.indexOf(sign));
      return `^${digits.join("")}`;
    })
    .normalize("NFKC")
    .replace(/[−‐‑‒–]/g, "-")
    .trim();

const mantissa = String.raw`[+-]?(?:\d[\d.,' ]*|[.,]\d+)`;
const exponent = String.raw`[({]?([+-]? ?\d+)[)}]?`;
const scientific = new RegExp(`^(${mantissa})(?: ?[eE] ?${exponent})?$`);
const withPower = new RegExp(`^(?:(${mantissa}) ?[·⋅∙×*xX] ?|([+-]) ?)?10 ?(?:\\^|\\*\\*) ?${exponent}$`);

/** Whether a text is a number whose comma could be decimal or group thousands, such as 1,250.
    @param {string} text */
export const isAmbiguous = (text) => /^\s*[+−-]?[1-9]\d{0,2},\d{3}\s*$/.test(text);

/** The digits of a mantissa with a point: a comma is decimal where it stands alone, and groups thousands where
    it is repeated or a point follows. Empty if it is no number.
    @param {string} text */
const withPoint = (text) => {
  const plain = text.replace(/(\d)[' ](?=\d{3}(?!\d))/g, "$1");
  const signs = plain.replace(/[^.,]/g, "");
  if (/[' ]/.test(plain)) return "";
  if (signs.length < 2) return plain.replace(",", ".");
  // The last sign is decimal if it is another one than those before.
  const last = signs[signs.length - 1];
  const isDecimal = signs.indexOf(last) === signs.length - 1;
  const point = isDecimal ? plain.lastIndexOf(last) : plain.length;
  const isGrouped = /^[+-]?\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/.test(plain.slice(0, point));
  return isGrouped ? `${plain.slice(0, point).replace(/[.,]/g, "")}.${plain.slice(point + 1)}` : "";
};

/** Read a number.
    @param {string} text such as 0.5, 0,5, −14.84, 1e-8, 4.938·10⁻⁹, 10^-8
    @returns {number} NaN if it is none, or could be two */
export const readNumber = (text) => {
  const signs = plainSigns(text)
    .replace(/\s+/g, " ")
    .replace(/^([+-]) /, "$1");
  const [, factor, sign = "", power] = withPower.exec(signs) ?? [];
  const [, plain, tens = "0"] = scientific.exec(signs) ?? [];
  const digits = power ? (factor ?? `${sign}1`) : plain;
  const point = digits && !isAmbiguous(signs) && withPoint(digits.trim());
  return point ? Number(`${point}e${(power ?? tens).replace(" ", "")}`) : Number.NaN;
};
