/* Symbols in formulas, by the key that data-link has for the same: "s", or of a weight "s1". */

/** Of the control: its axis in a chart, its number in the text, and its symbol in formulas. */
export const controlKey = "control";

/** A symbol with an index or an accent. */
const compound = "msub, msubsup, mover";

/** The whole symbol of a formula that an element is, or a part of.
    @param {Element} target
    @returns {Element | null} */
const symbolOf = (target) => {
  let element = target;
  while (element.parentElement?.matches(compound)) element = element.parentElement;
  return element.matches(`math :is(mi, ${compound})`) ? element : null;
};

/** What a symbol is called; null where it is the name of a function.
    @param {Element} element
    @param {TourControl | null} control */
const keyOf = (element, control) => {
  const [base] = element.matches("mi") ? [element] : element.getElementsByTagName("mi");
  const name = base?.textContent ?? "";
  if ([...name].length !== 1) return null;
  const index = element.matches("msub, msubsup") ? element.children[1].textContent : "";
  const accent = element.matches("mover") || element.querySelector("mover") ? "^" : "";
  const key = name + accent + (/^\d$/.test(index ?? "") ? index : "");
  if (!control) return key;
  const isLetter = control.kind === "parameter" || control.kind === "turn";
  return key === control.symbol || (isLetter && key === control.name) ? controlKey : key;
};

/** The symbol at an element of a formula that is not linked as a whole.
    @param {Element} target
    @param {TourControl | null} control of the stop
    @returns {{element: Element, key: string} | null} */
export const symbolAt = (target, control) => {
  const element = target.closest("[data-link]") ? null : symbolOf(target);
  const key = element && keyOf(element, control);
  return element && key ? { element, key } : null;
};

/** All symbols of a key in the formulas below an element.
    @param {Element} root
    @param {string} key
    @param {TourControl | null} control
    @returns {Element[]} */
export const symbolsOf = (root, key, control) =>
  [...root.querySelectorAll("math mi")].flatMap((letter) => {
    const found = symbolAt(letter, control);
    return found?.key === key ? [found.element] : [];
  });
