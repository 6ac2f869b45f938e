/* Worked step: the rule with the numbers of a step in it, a column for each weight, with bars beside the lines.
   The formulas are built once for each rule; a step only changes the text of their numbers. */
import { createBars } from "./step_bars.js";
import { block, buildFormula, fillFormula } from "./worked_formula.js";
import { digitsFor, leastDigits, workOut } from "./worked_numbers.js";

/** @typedef {import("./worked_formula.js").Width} Width */
/** @typedef {{element: HTMLElement, width: Width}} Line */

/** How many lines, with that of the gradient, leave room for a bar beside each. */
const shortRule = 3;

/** How many em fit into a row of a long rule. */
const rowWidth = 34;
const pairGap = 1.5;

/** A line for one weight, with a formula for each of its cases, one of which is shown.
    @param {StepLine} line
    @param {number} weight 1 or 2 */
const createLine = ({ name, cases }, weight) => {
  const formulas = cases.map(({ formula }) => buildFormula(formula, weight));
  const element = block("worked-line", ...formulas.map(({ whole }) => whole));
  let taken = -1;
  const widest = () => Math.max(...formulas.map(({ width }) => width()));

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
  /** @type {Width} */
  const width = (isWrapped) => (taken < 0 ? widest() : formulas[taken].width(isWrapped));
  return { element, show, width };
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

/** The rows of a long rule: two lines that follow each other share one where typical numbers leave the room. The
    last line, of the weight itself, has its own.
    @param {Line[]} lines */
const rowsOf = (lines) => {
  /** @type {Line[][]} */
  const rows = [];
  for (const [k, line] of lines.entries()) {
    const last = rows[rows.length - 1];
    const isAlone = k === lines.length - 1 || last?.length !== 1;
    if (!isAlone && last[0].width() + pairGap + line.width() <= rowWidth) last.push(line);
    else rows.push([line]);
  }
  return rows;
};

/** @param {Line[]} row
    @param {boolean} isWrapped
    @returns in em */
const widthOfRow = (row, isWrapped) =>
  row.reduce((sum, line) => sum + line.width(isWrapped), pairGap * (row.length - 1));

/** The content of a column: beside each of up to three lines there is a bar, below more of them there is a row.
    @param {Line[][]} rows
    @param {Element[]} bars of slope, of the rule's rate where it has one, and of the step
    @param {boolean} isLong */
const arrange = (rows, bars, isLong) => {
  const elements = rows.map((row) => row.map(({ element }) => element));
  if (isLong) return [...elements.map((row) => block("worked-pair", ...row)), block("bars", ...bars)];
  return elements.map(([line], k) => {
    const bar = k === rows.length - 1 ? bars[bars.length - 1] : bars.slice(0, -1)[k];
    return block("worked-row", line, ...(bar ? [bar] : []));
  });
};

/** Build the worked lines of a rule inside an element.
    @param {HTMLElement} root
    @param {StepsModule} module
    @param {string} optimizer key of the rule
    @returns `show(...)` puts the numbers of a step into the lines, `width()` is that of the longest row */
export const buildWorkedLines = (root, { steps, gradient }, optimizer) => {
  const { lines, past, divides } = steps[optimizer];
  const bars = createBars(divides);
  const weights = [1, 2].map((weight) => ({
    gradient: createGradientLine(gradient, weight),
    lines: lines.map((line) => createLine(line, weight)),
  }));
  const isLong = lines.length + 1 > shortRule;
  const columns = weights.map((of) => {
    const all = [of.gradient, ...of.lines];
    return isLong ? rowsOf(all) : all.map((line) => [line]);
  });
  root.classList.toggle("is-long", isLong);
  root.replaceChildren(
    ...columns.map((rows, k) => block("worked-weight", ...arrange(rows, bars.elements[k], isLong))),
  );

  /** @param {PlaygroundTrajectory} trajectory
      @param {number} t
      @param {ErrorFunctionKernel} kernel */
  const show = (trajectory, t, kernel) => {
    const { columns: values, settings } = trajectory;
    const w = [values.w1[t - 1], values.w2[t - 1]];
    for (const [k, of] of weights.entries()) {
      of.gradient.show(t, w, kernel);
      /** @type {Record<string, number>} */
      const now = { ...settings, t, g: values[`g${k + 1}`][t] };
      for (const [name, column] of Object.entries(past)) now[name] = values[`${column}${k + 1}`][t - 1];
      for (const line of of.lines) line.show(now, values[`v${k + 1}`][t]);
    }
    bars.show(trajectory, t);
  };
  /** @type {Width} */
  const width = (isWrapped = false) =>
    Math.max(...columns.flat().map((row) => widthOfRow(row, isWrapped && !isLong)));
  return { show, width };
};
