/* Worked step: the rule with the numbers of a step in it. The formulas are built once for each rule; a step only
   changes the text of their numbers. */
import { setText } from "../view/dom.js";
import { digitsFor, leastDigits, numberText, workOut } from "./worked_numbers.js";

/** @typedef {{element: Element, place: number, brackets?: RegExp}} Slot */
/** @typedef {object} Formula
    @property {HTMLElement} whole
    @property {Element[]} times elements that show t
    @property {Slot[]} slots elements that show an input
    @property {Element | null} relation
    @property {Element[]} results */

/** When a number needs brackets: before an operator, or below an exponent.
    @type {Record<string, RegExp>} */
const bracketPatterns = { signed: /^−/, raised: /[−·⁻⁰¹²³⁴⁵⁶⁷⁸⁹]/ };

/** @param {string} className
    @param {Node[]} children */
const block = (className, ...children) => {
  const element = document.createElement("div");
  element.className = className;
  element.append(...children);
  return element;
};

/** The elements of a line's formula: what follows the name may wrap.
    @param {string} mathml
    @param {number} [weight]
    @returns {Formula} */
const buildFormula = (mathml, weight) => {
  const { body } = new DOMParser().parseFromString(mathml, "text/html");
  const [name, ...pieces] = body.childNodes;
  const whole = block("worked-formula", name, block("worked-pieces", ...pieces));
  for (const element of whole.querySelectorAll("[data-weight]")) element.textContent = String(weight);
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
  };
};

/** @param {Formula} formula
    @param {number} t
    @param {import("./worked_numbers.js").Worked} worked */
const fillFormula = ({ times, slots, relation, results }, t, { inputs, results: values, exact }) => {
  const texts = inputs.map(numberText);
  for (const element of times) setText(element, String(t));
  for (const { element, place, brackets } of slots) {
    const text = texts[place];
    setText(element, brackets?.test(text) ? `(${text})` : text);
  }
  if (relation) setText(relation, exact ? "=" : "≈");
  for (const [k, element] of results.entries()) setText(element, numberText(values[k]));
};

/** A line for one weight, with a formula for each of its cases, one of which is shown.
    @param {StepLine} line
    @param {number} weight 1 or 2 */
const createLine = ({ name, cases }, weight) => {
  const formulas = cases.map(({ formula }) => buildFormula(formula, weight));
  const element = block("worked-line", ...formulas.map(({ whole }) => whole));

  /** @param {Record<string, number>} now
      @param {number} v the step
      @param {(element: Element) => boolean} isNear */
  const show = (now, v, isNear) => {
    const taken = cases.findIndex(({ when }) => when(now));
    const found = cases[taken];
    const values = found.read(now);
    now[name] = found.value(values); // the lines below need it in any case
    if (!isNear(element)) return;
    const digits = [name === "w" ? digitsFor(now[name], v) : leastDigits];
    for (const [k, { whole }] of formulas.entries()) whole.hidden = k !== taken;
    const worked = workOut(values, { ...found, digits, value: (inputs) => [found.value(inputs)] });
    fillFormula(formulas[taken], now.t, worked);
  };
  return { element, show };
};

/** The line of the gradient, for both weights at once.
    @param {string} mathml */
const createGradientLine = (mathml) => {
  const formula = buildFormula(mathml);
  formula.results = formula.slots.splice(2).map(({ element }) => element);
  const element = block("worked-line", formula.whole);
  const out = new Float64Array(3);

  /** @param {number} t
      @param {number[]} w
      @param {ErrorFunctionKernel} kernel
      @param {(element: Element) => boolean} isNear */
  const show = (t, w, kernel, isNear) => {
    if (!isNear(element)) return;
    const value = (/** @type {number[]} */ [w1, w2]) => {
      kernel.evaluate(w1, w2, out);
      return [out[1], out[2]];
    };
    fillFormula(formula, t, workOut(w, { value, digits: [leastDigits, leastDigits], rational: true }));
  };
  return { element, show };
};

/** Build the worked lines of a rule inside an element.
    @param {HTMLElement} root
    @param {StepsModule} module
    @param {string} optimizer key of the rule
    @returns `show(...)` puts the numbers of a step into the lines for which `isNear(element)` holds */
export const buildWorkedLines = (root, { steps, gradient }, optimizer) => {
  const { lines, past } = steps[optimizer];
  const gradientLine = createGradientLine(gradient);
  const weights = [1, 2].map((weight) => lines.map((line) => createLine(line, weight)));
  const blocks = weights.map((found) => block("worked-weight", ...found.map(({ element }) => element)));
  root.replaceChildren(block("worked-lines", gradientLine.element, ...blocks));

  /** @param {PlaygroundTrajectory} trajectory
      @param {number} t
      @param {ErrorFunctionKernel} kernel
      @param {(element: Element) => boolean} isNear */
  const show = ({ columns, settings }, t, kernel, isNear) => {
    gradientLine.show(t, [columns.w1[t - 1], columns.w2[t - 1]], kernel, isNear);
    weights.forEach((found, k) => {
      /** @type {Record<string, number>} */
      const now = { ...settings, t, g: columns[`g${k + 1}`][t] };
      for (const [name, column] of Object.entries(past)) now[name] = columns[`${column}${k + 1}`][t - 1];
      for (const line of found) line.show(now, columns[`v${k + 1}`][t], isNear);
    });
  };
  return { elements: [gradientLine, ...weights.flat()].map(({ element }) => element), show };
};
