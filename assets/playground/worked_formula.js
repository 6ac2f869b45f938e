/* Formula of a worked line: built once from its template, after which only the text of its numbers changes. */
import { setText } from "../view/dom.js";
import { numberText } from "./worked_numbers.js";
import { widthOf } from "./worked_width.js";

/** @typedef {{element: Element, place: number, brackets?: RegExp}} Slot */
/** @typedef {(isWrapped?: boolean) => number} Width in em, with the result beside or below what it comes from */
/** @typedef {object} Formula
    @property {HTMLElement} whole
    @property {Element[]} times elements that show t
    @property {Slot[]} slots elements that show an input
    @property {Element | null} relation
    @property {Element[]} results
    @property {Width} width */

const typicalNumber = "0.12";

/** When a number needs brackets: before an operator, or below an exponent.
    @type {Record<string, RegExp>} */
const bracketPatterns = { signed: /^−/, raised: /[−·⁻⁰¹²³⁴⁵⁶⁷⁸⁹]/ };

/** @param {string} className
    @param {Node[]} children */
export const block = (className, ...children) => {
  const element = document.createElement("div");
  element.className = className;
  element.append(...children);
  return element;
};

/** The elements of a line's formula: what follows the name may wrap.
    @param {string} mathml
    @param {number} weight 1 or 2
    @returns {Formula} */
export const buildFormula = (mathml, weight) => {
  const { body } = new DOMParser().parseFromString(mathml, "text/html");
  const [name, ...pieces] = body.childNodes;
  const whole = block("worked-formula", name, block("worked-pieces", ...pieces));
  for (const element of whole.querySelectorAll("[data-weight]")) element.textContent = String(weight);
  for (const element of whole.querySelectorAll("[data-time], [data-slot], [data-result]")) {
    element.textContent = typicalNumber;
  }
  const [nameWidth, ...pieceWidths] = [...whole.querySelectorAll("math")].map(widthOf);
  return {
    whole,
    times: [...whole.querySelectorAll("[data-time]")],
    slots: /** @type {HTMLElement[]} */ ([...whole.querySelectorAll("[data-slot]")]).map((element) => ({
      element,
      place: Number(element.dataset.slot),
      brackets: bracketPatterns[element.dataset.brackets ?? ""],
    })),
    relation: whole.querySelector("[data-relation]"),
    results: [...whole.querySelectorAll("[data-result]")],
    width: (isWrapped) => {
      const widths = pieceWidths.map((width) => width());
      return nameWidth() + (isWrapped ? Math.max(...widths) : widths.reduce((sum, width) => sum + width));
    },
  };
};

/** @param {Formula} formula
    @param {number} t
    @param {import("./worked_numbers.js").Worked} worked */
export const fillFormula = ({ times, slots, relation, results }, t, { inputs, results: values, exact }) => {
  const texts = inputs.map(numberText);
  for (const element of times) setText(element, String(t));
  for (const { element, place, brackets } of slots) {
    const text = texts[place];
    setText(element, brackets?.test(text) ? `(${text})` : text);
  }
  if (relation) setText(relation, exact ? "=" : "≈");
  for (const [k, element] of results.entries()) setText(element, numberText(values[k]));
};
