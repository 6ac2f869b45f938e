/* Sentences: numbers and clauses that follow the control, as components/tour/sentences.py prints them. */
import { setText } from "../view/dom.js";
import { inWords, rounded } from "../view/numbers.js";
import { measure } from "./measures.js";
import { valueText } from "./positions.js";

/** From here on numbers of a text have a power of ten. */
const large = 1e5;

const braces = /\{(\w+)\}/g;
const powers = /([\d.]+·)?10[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+/g;

/** The text with other parts of the sentence in place of their names in braces.
    @param {string} text
    @param {TourScene} scene
    @returns {string} */
const filled = (text, scene) =>
  text.replace(braces, (whole, name) => {
    const { says, control } = scene.stop;
    if (says[name]) return textOf(says[name], scene);
    return name === "value" && control ? valueText(control, scene.value) : whole;
  });

/** A part of a sentence as text.
    @param {TourSay} say
    @param {TourScene} scene */
export const textOf = (say, scene) => {
  const found = measure(say.measure, scene);
  if (say.type === "number") return rounded(found, say.digits, large) + say.unit;
  if (Number.isNaN(found)) return filled(say.missing, scene);
  const [, text] = say.cases.find(([limit]) => found < limit) ?? [Number.NaN, say.otherwise];
  return filled(text, scene);
};

/** What is seen, as one sentence for screen readers.
    @param {TourScene} scene */
export const resultOf = (scene) =>
  filled(scene.stop.resultTemplate, scene).replace(powers, (power, mantissa) =>
    inWords(mantissa ? power : `1·${power}`),
  );

/** Make the sentences of a stop follow its scene.
    @param {HTMLElement} section
    @param {TourStop} stop
    @returns {(scene: TourScene) => void} */
export const createSentences = (section, stop) => {
  const parts = [...section.querySelectorAll("[data-say]")].flatMap((element) => {
    const say = stop.says[element.getAttribute("data-say") ?? ""];
    return say ? [{ element, say }] : [];
  });
  return (scene) => {
    for (const { element, say } of parts) setText(element, textOf(say, scene));
  };
};
