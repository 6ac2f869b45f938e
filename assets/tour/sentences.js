/* Sentences: numbers and clauses that follow the control, as components/tour/sentences.py prints them. */
import { setText } from "../view/dom.js";
import { inWords, rounded } from "../view/numbers.js";
import { measure } from "./measures.js";
import { valueText } from "./positions.js";

/** @typedef {(value: number, digits: number) => string} Write */

/** From here on numbers of a text have a power of ten. */
const large = 1e5;

/** @type {Write} */
const write = (value, digits) => rounded(value, digits, large);
/** @type {Write} */
const speak = (value, digits) => inWords(write(value, digits));

const braces = /\{(\w+)\}/g;

/** The text with other parts of the sentence in place of their names in braces.
    @param {string} text
    @param {TourScene} scene
    @param {Write} how numbers are written
    @returns {string} */
const filled = (text, scene, how) =>
  text.replace(braces, (whole, name) => {
    const { says, control } = scene.stop;
    if (says[name]) return textOf(says[name], scene, how);
    return name === "value" && control ? valueText(control, scene.value) : whole;
  });

/** A part of a sentence as text.
    @param {TourSay} say
    @param {TourScene} scene
    @param {Write} [how] numbers are written */
export const textOf = (say, scene, how = write) => {
  const found = measure(say.measure, scene);
  if (say.type === "number") return how(found, say.digits) + say.unit;
  if (Number.isNaN(found)) return filled(say.missing, scene, how);
  const [, text] = say.cases.find(([limit]) => found < limit) ?? [Number.NaN, say.otherwise];
  return filled(text, scene, how);
};

/** What is seen, as one sentence for screen readers.
    @param {TourScene} scene */
export const resultOf = (scene) => filled(scene.stop.resultTemplate, scene, speak);

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
