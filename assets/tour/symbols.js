/* Symbols in drawn labels: what stands in dollars becomes mathematical italics of the page's own font, in one line of
   text, "$w_1$ of RMSProp". */

const italicSmall = 0x1d44e;
const italicLarge = 0x1d434;
const italicGreek = 0x1d6fc;
const subscripts = "₀₁₂₃₄₅₆₇₈₉";
/** Of a subscript that has no character of its own. */
const letters = { i: "ᵢ", t: "ₜ" };

/** @param {string} sign */
const italic = (sign) => {
  if (sign === "h") return "ℎ";
  const code = /** @type {number} */ (sign.codePointAt(0));
  if (/[a-z]/.test(sign)) return String.fromCodePoint(italicSmall + code - 0x61);
  if (/[A-Z]/.test(sign)) return String.fromCodePoint(italicLarge + code - 0x41);
  if (/[α-ω]/.test(sign)) return String.fromCodePoint(italicGreek + code - 0x3b1);
  return sign;
};

/** @param {string} sign */
const subscript = (sign) => subscripts[Number(sign)] ?? letters[/** @type {"i" | "t"} */ (sign)] ?? sign;

/** @param {string} formula */
const written = (formula) =>
  formula
    .replaceAll("-", "−")
    .replace(/_(\w)|([^_])/gu, (_, low, plain) => (low ? subscript(low) : italic(plain)));

/** A label as it is drawn.
    @param {string} text */
export const withSymbols = (text) =>
  text
    .split("$")
    .map((part, k) => (k % 2 ? written(part) : part))
    .join("");
