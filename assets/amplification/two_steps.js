/* Two steps in numbers and in a sentence: at the probe, under the pointer, on the small maps. */
import { setText } from "../view/dom.js";
import { exact, short, spoken } from "../view/numbers.js";

const alike = 1e-9;

/** What two steps of a rule come to.
    @param {MapRule} rule
    @param {Record<string, number>} settings
    @param {number[]} gradients
    @returns {TwoSteps} */
export const twoSteps = (rule, settings, [g1, g2]) => {
  const out = new Float64Array(3);
  rule.kernel.twoSteps(g1, g2, settings, out);
  const [v, amplification, ratio] = out;
  return { g1, g2, v, amplification, ratio, name: rule.name, plain: `${rule.rate?.symbol ?? ""} g₂`.trim() };
};

/** Whether two steps are amplified or attenuated, in a sentence.
    @param {TwoSteps} steps */
export const sentence = ({ g2, v, ratio, name, plain }) => {
  if (g2 === 0) {
    return v === 0
      ? "Neither: without a second gradient there is no second step."
      : `Amplified: there is no second gradient, yet ${name} moves on.`;
  }
  if (v === 0) return `Attenuated to nothing: ${name} pauses for a step.`;
  const back = v * g2 < 0 ? " It goes against the second gradient." : "";
  if (Math.abs(ratio - 1) < alike) return `Neither: the second step is as long as ${plain}.${back}`;
  const times = `${short(ratio)} times as long as ${plain}.${back}`;
  return ratio > 1
    ? `Amplified: the second step is ${times}`
    : `Attenuated: the second step is only ${times}`;
};

/** All of it in one line, as it is announced.
    @param {TwoSteps} steps */
export const spokenLine = (steps) => {
  const { g1, g2, v, amplification } = steps;
  const numbers = `v(2) ${spoken(v)}, C_a ${spoken(amplification)}`;
  return `g1 ${spoken(g1)}, g2 ${spoken(g2)}: ${numbers}. ${sentence(steps)}`;
};

/** @param {string} kind
    @param {string} className
    @param {...(Node | string)} content */
const element = (kind, className, ...content) => {
  const made = document.createElement(kind);
  if (className) made.className = className;
  made.append(...content);
  return made;
};

/** Build numbers and sentence in an element; returns what updates them.
    @param {HTMLElement} place */
export const createCard = (place) => {
  const title = element("strong", "");
  const text = element("p", "verdict");
  const names = [
    ["g", "1"],
    ["g", "2"],
    ["v(2)", ""],
    ["C", "a"],
  ];
  const numbers = names.map(() => element("td", ""));
  const rows = names.map(([letter, index], k) => {
    const head = element("th", "", letter, ...(index ? [element("sub", "", index)] : []));
    head.setAttribute("scope", "row");
    return element("tr", "", head, numbers[k]);
  });
  const caption = element("caption", "visually-hidden", "Two steps in numbers");
  place.replaceChildren(title, element("table", "", caption, element("tbody", "", ...rows)), text);

  /** @param {TwoSteps} steps
      @param {string} [heading] */
  const update = (steps, heading = "") => {
    const { g1, g2, v, amplification } = steps;
    setText(title, heading);
    for (const [k, value] of [g1, g2, v, amplification].entries()) setText(numbers[k], exact(value));
    setText(text, sentence(steps));
    text.classList.toggle("amplified", amplification > 0);
    text.classList.toggle("attenuated", amplification < 0);
  };
  return update;
};
