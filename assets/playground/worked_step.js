/* The rule with a step's numbers in it. The formulas are made once a rule; a step only changes
   the text of their numbers. */
import * as WorkedNumbers from "./worked_numbers.js";

const negative = /^−/;
const compound = /[−·⁻⁰¹²³⁴⁵⁶⁷⁸⁹]/;

const block = (name, ...children) => {
  const element = document.createElement("div");
  element.className = name;
  element.append(...children);
  return element;
};

/** The elements of a line's formula, ready for numbers: what follows the name may stand below
    each other. */
const made = (mathml, weight) => {
  const {body} = new DOMParser().parseFromString(mathml, "text/html"), [name, ...pieces] = body.childNodes;
  const whole = block("worked-formula", name, block("worked-pieces", ...pieces));
  for (const element of whole.querySelectorAll("[data-weight]")) element.textContent = weight;
  return {
    whole,
    times: [...whole.querySelectorAll("[data-time]")],
    slots: [...whole.querySelectorAll("[data-slot]")].map(element => ({
      element, place: Number(element.dataset.slot), brackets: {signed: negative, raised: compound}[element.dataset.brackets],
    })),
    relation: whole.querySelector("[data-relation]"),
    results: [...whole.querySelectorAll("[data-result]")],
  };
};

const write = (element, text) => {
  if (element.textContent !== text) element.textContent = text;
};

const fill = ({times, slots, relation, results}, t, {inputs, results: found, exact}) => {
  const texts = inputs.map(WorkedNumbers.text);
  for (const element of times) write(element, String(t));
  for (const {element, place, brackets} of slots) {
    const text = texts[place];
    write(element, brackets?.test(text) ? `(${text})` : text);
  }
  if (relation) write(relation, exact ? "=" : "≈");
  results.forEach((element, k) => write(element, WorkedNumbers.text(found[k])));
};

/** One line for one weight, with a formula for each of its cases; one of them is shown. */
const line = ({name, cases}, weight) => {
  const formulas = cases.map(({formula}) => made(formula, weight));
  const element = block("worked-line", ...formulas.map(({whole}) => whole));
  const show = (now, v, isNear) => {
    const taken = cases.findIndex(({when}) => when(now)), found = cases[taken];
    const values = found.read(now), [least, change] = [WorkedNumbers.least, v];
    now[name] = found.value(values); // the lines below need it in any case
    if (!isNear(element)) return;
    const digits = [name === "w" ? WorkedNumbers.digitsFor(now[name], change) : least];
    formulas.forEach(({whole}, k) => whole.toggleAttribute("hidden", k !== taken));
    fill(formulas[taken], now.t, WorkedNumbers.work(
      values, {...found, digits, value: inputs => [found.value(inputs)]}));
  };
  return {element, show};
};

/** The line of the gradient, for both weights at once. */
const gradientLine = formula => {
  const found = made(formula), into = new Float64Array(3);
  found.results = found.slots.splice(2).map(({element}) => element);
  const element = block("worked-line", found.whole);
  const show = (t, w, evaluate, isNear) => {
    if (!isNear(element)) return;
    const value = ([w1, w2]) => {
      evaluate(w1, w2, into);
      return [into[1], into[2]];
    };
    const {least, work} = WorkedNumbers;
    fill(found, t, work(w, {value, digits: [least, least], rational: true}));
  };
  return {element, show};
};

/** Make the worked lines of a rule inside a node; `show(...)` puts the numbers of a step into those
    for which `isNear(element)` holds. */
const build = (root, {steps, gradient}, key) => {
  const {lines, past} = steps[key];
  const slope = gradientLine(gradient);
  const weights = [1, 2].map(weight => lines.map(one => line(one, weight)));
  root.replaceChildren(block("worked-lines", slope.element, ...weights.map(found =>
    block("worked-weight", ...found.map(({element}) => element)))));

  const show = ({columns}, t, settings, evaluate, isNear) => {
    slope.show(t, [columns.w1[t - 1], columns.w2[t - 1]], evaluate, isNear);
    weights.forEach((found, k) => {
      const now = {...settings, t, g: columns[`g${k + 1}`][t]};
      for (const [name, column] of Object.entries(past)) now[name] = columns[`${column}${k + 1}`][t - 1];
      for (const {show: put} of found) put(now, columns[`v${k + 1}`][t], isNear);
    });
  };
  return {elements: [slope, ...weights.flat()].map(({element}) => element), show};
};

/** What became of a step, in one sentence. */
const sentence = ({steps, fates, sentence: whole}, key, {columns}, t, settings) => {
  const {plain, compared} = steps[key];
  const found = [1, 2].map(weight => {
    const v = columns[`v${weight}`][t], step = plain({...settings, g: columns[`g${weight}`][t]});
    const fate = fates.find(({when}) => when(v, step));
    return {fate, times: fate.times(v, step), name: weight === 1 ? "w₁" : "w₂"};
  });
  const same = found[0].fate === found[1].fate;
  if (same && found[1].times > found[0].times) found.reverse();
  const [first, second] = found;
  const said = ({fate, times}, words) => words.replace("{times}", WorkedNumbers.times(times));
  return whole
    .replace("{plain}", compared)
    .replace("{first}", first.name)
    .replace("{words}", said(first, first.fate.words))
    .replace("{second}", second.name)
    .replace("{others}", said(second, same ? second.fate.again : second.fate.words));
};

export { build, sentence, write };
