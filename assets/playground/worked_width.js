/* Width of a formula in em, estimated from its signs: a layout need not be asked for while a hand moves. */

/** Signs with their space, in the fonts of fonts/; others are as wide as a digit.
    @type {Record<string, number>} */
const operators = { "(": 0.37, ")": 0.37, ",": 0.45, "·": 0.72, "−": 1.14, "+": 1.14, "∂": 0.55 };
const sign = 0.53;
const narrowSign = 0.36;
const narrow = new Set("⁻⁰¹²³⁴⁵⁶⁷⁸⁹.·");
const relation = 1.3;
const prefixMinus = 0.7;
const root = 0.95;
const small = 0.75;
const chipPadding = 0.6;

/** @param {string} text */
const textWidth = (text) => {
  let width = 0;
  for (const one of text) width += narrow.has(one) ? narrowSign : sign;
  return width;
};

/** @param {Element} element without children */
const leafWidth = (element) => {
  if (element.localName === "mspace") return () => 0.4;
  if (element.localName !== "mo") {
    const padding = element.hasAttribute("data-result") ? chipPadding : 0;
    // Read each time: the numbers of a step change.
    return () => padding + textWidth(element.textContent ?? "");
  }
  if (element.getAttribute("form") === "prefix") return () => prefixMinus;
  const width = operators[element.textContent ?? ""] ?? relation;
  return () => width;
};

/** A function that estimates the width of MathML as it is now.
    @param {Element} element
    @returns {() => number} */
export const widthOf = (element) => {
  const parts = [...element.children].map(widthOf);
  if (!parts.length) return leafWidth(element);
  switch (element.localName) {
    case "mfrac": {
      const scale = element.getAttribute("displaystyle") === "false" ? small : 0.95;
      return () => 0.2 + scale * Math.max(...parts.map((width) => width()));
    }
    case "msub":
    case "msup":
      return () => parts[0]() + small * parts[1]();
    case "msubsup":
      return () => parts[0]() + small * Math.max(parts[1](), parts[2]());
    case "mover":
      return parts[0];
  }
  const extra = element.localName === "msqrt" ? root : element.hasAttribute("data-outcome") ? chipPadding : 0;
  return () => parts.reduce((sum, width) => sum + width(), extra);
};
