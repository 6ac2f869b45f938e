/* Sentences: numbers and clauses that follow the control, as components/tour/sentences.py prints them. */
import { setText } from "../view/dom.js";
import { rounded, spoken } from "../view/numbers.js";
import { measure } from "./measures.js";
import { valueText } from "./positions.js";

/** @typedef {(value: number, digits: number) => string} Write */

const braces = /\{([\w-]+)\}/g;

/** The text with other parts of the sentence in place of their names in braces.
    @param {string} text
    @param {TourScene} scene
    @param {Write} write
    @returns {string} */
const filled = (text, scene, write) =>
  text.replace(braces, (whole, name) => {
    const { says, control } = scene.stop;
    if (says[name]) return textOf(says[name], scene, write);
    return name === "control" && control ? valueText(control, scene.value) : whole;
  });

/** A part of a sentence as text.
    @param {TourSay} say
    @param {TourScene} scene
    @param {Write} [write] how numbers are written */
export const textOf = (say, scene, write = rounded) => {
  const found = measure(say.measure, scene);
  if (say.type === "number") return write(found, say.digits) + say.unit;
  if (Number.isNaN(found) && say.missing) return filled(say.missing, scene, write);
  const [, text] = say.cases.find(([limit]) => found < limit) ?? [Number.NaN, say.otherwise];
  return filled(text, scene, write);
};

/** What is seen, as one sentence for screen readers.
    @param {TourScene} scene */
export const resultOf = (scene) => filled(scene.stop.resultTemplate, scene, spoken);

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
