/* Worked step: the rule with the numbers of a step in it, a column for each weight, with bars beside the lines.
   The formulas are built once for each rule; a step only changes the text of their numbers. */
import { setText } from "../view/dom.js";
import { createBars } from "./step_bars.js";
import { digitsFor, leastDigits, numberText, workOut } from "./worked_numbers.js";
import { widthOf } from "./worked_width.js";

/** @typedef {{element: Element, place: number, brackets?: RegExp}} Slot */
/** @typedef {object} Formula
    @property {HTMLElement} whole
    @property {Element[]} times elements that show t
    @property {Slot[]} slots elements that show an input
    @property {Element | null} relation
    @property {Element[]} results
    @property {() => number} width in em */

/** How many lines, with that of the gradient, leave room for a bar beside each. */
const shortRule = 3;

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
    @param {number} weight 1 or 2
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
    width: widthOf(whole),
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
  let taken = 0;

  /** @param {Record<string, number>} now
      @param {number} v the step */
  const show = (now, v) => {
    taken = cases.findIndex(({ when }) => when(now));
    const found = cases[taken];
    const values = found.read(now);
    now[name] = found.value(values); // the lines below need it
    const digits = [name === "w" ? digitsFor(now[name], v) : leastDigits];
    for (const [k, { whole }] of formulas.entries()) whole.hidden = k !== taken;
    const worked = workOut(values, { ...found, digits, value: (inputs) => [found.value(inputs)] });
    fillFormula(formulas[taken], now.t, worked);
  };
  return { element, show, width: () => formulas[taken].width() };
};

/** The line of the gradient for one weight.
    @param {string} mathml
    @param {number} weight 1 or 2 */
const createGradientLine = (mathml, weight) => {
  const formula = buildFormula(mathml, weight);
  const out = new Float64Array(3);

  /** @param {number} t
      @param {number[]} w
      @param {ErrorFunctionKernel} kernel */
  const show = (t, w, kernel) => {
    const value = (/** @type {number[]} */ [w1, w2]) => {
      kernel.evaluate(w1, w2, out);
      return [out[weight]];
    };
    fillFormula(formula, t, workOut(w, { value, digits: [leastDigits], rational: true }));
  };
  return { element: block("worked-line", formula.whole), show, width: formula.width };
};

/** The rows of a column: up to three lines have their bars beside them, more have them in a row below.
    @param {Element[]} lines
    @param {Element[]} bars of slope, of the rule's rate where it has one, and of the step */
const arrange = (lines, bars) => {
  if (lines.length > shortRule) return [...lines, block("bars", ...bars)];
  const beside = lines.map((_, k) => (k === lines.length - 1 ? bars[bars.length - 1] : bars.slice(0, -1)[k]));
  return lines.map((line, k) => block("worked-row", line, ...(beside[k] ? [beside[k]] : [])));
};

/** Build the worked lines of a rule inside an element.
    @param {HTMLElement} root
    @param {StepsModule} module
    @param {string} optimizer key of the rule
    @returns `show(...)` puts the numbers of a step into the lines, `width()` is that of the longest, in em */
export const buildWorkedLines = (root, { steps, gradient }, optimizer) => {
  const { lines, past, divides } = steps[optimizer];
  const bars = createBars(divides);
  const weights = [1, 2].map((weight) => ({
    gradient: createGradientLine(gradient, weight),
    lines: lines.map((line) => createLine(line, weight)),
  }));
  const columns = weights.map((of, k) => {
    const elements = [of.gradient, ...of.lines].map(({ element }) => element);
    return block("worked-weight", ...arrange(elements, bars.elements[k]));
  });
  root.classList.toggle("is-long", lines.length + 1 > shortRule);
  root.replaceChildren(...columns);

  /** @param {PlaygroundTrajectory} trajectory
      @param {number} t
      @param {ErrorFunctionKernel} kernel */
  const show = (trajectory, t, kernel) => {
    const { columns, settings } = trajectory;
    const w = [columns.w1[t - 1], columns.w2[t - 1]];
    for (const [k, of] of weights.entries()) {
      of.gradient.show(t, w, kernel);
      /** @type {Record<string, number>} */
      const now = { ...settings, t, g: columns[`g${k + 1}`][t] };
      for (const [name, column] of Object.entries(past)) now[name] = columns[`${column}${k + 1}`][t - 1];
      for (const line of of.lines) line.show(now, columns[`v${k + 1}`][t]);
    }
    bars.show(trajectory, t);
  };
  const all = weights.flatMap((of) => [of.gradient, ...of.lines]);
  return { show, width: () => Math.max(...all.map((line) => line.width())) };
};
