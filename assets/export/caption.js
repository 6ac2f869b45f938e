/* Caption of a picture, in words: the function, the runs with hyperparameters and final E, the start, the address. */
import { runNames } from "../playground/run_names.js";
import { entry, parameterValues, power, short } from "../view/numbers.js";

/** @typedef {{place: number, name: string, settings: string, outcome: string}} RunCaption */
/** @typedef {{title: string, runs: RunCaption[], facts: string, address: string}} Caption */

/** @param {string} text */
const withWeights = (text) => text.replace(/\bw([12])\b/g, (_, index) => `𝑤${index === "1" ? "₁" : "₂"}`);

/** A typed function as a line of mathematics.
    @param {string} text */
export const lineOf = (text) =>
  withWeights(text.trim())
    .replace(/(?:\^|\*\*)\s*(\d+)(?![\d.])/g, (_, raised) => power(Number(raised)).slice(2))
    .replace(/\s*\*\s*/g, "·")
    .replaceAll("-", "−")
    .replace(/(?<=[^\s(,+−·/])(?<!\d[eE])\s*([+−])\s*/gu, " $1 ")
    .replace(/\s+/g, " ");

/** @param {Pick<Playground, "state" | "catalogue" | "trajectories" | "answer">} playground
    @param {string} address
    @returns {Caption} */
export const captionOf = ({ state, catalogue, trajectories, answer }, address) => {
  const names = runNames(state.runs, catalogue);
  const runs = state.runs.flatMap(({ optimizer, hidden }, place) => {
    const { settings, columns, rows, stopped } = trajectories[place];
    if (hidden) return [];
    // In the order of the rule: an address may name them in another one.
    const told = Object.keys(catalogue.optimizers[optimizer].defaults).map(
      (name) => `${catalogue.hyperparameters[name]} = ${entry(settings[name])}`,
    );
    const outcome = stopped ?? `final E = ${short(columns.E[rows - 1])}`;
    return [{ place, name: names[place], settings: told.join(", "), outcome }];
  });
  const start = state.start.map(entry).join(", ");
  const steps = `${state.steps} ${state.steps === 1 ? "step" : "steps"}`;
  const facts = [`From 𝑤(0) = (${start}), ${steps}.`, answer.note].filter(Boolean).join(" ");
  const title = `𝐸(𝑤₁, 𝑤₂) = ${lineOf(state.E)}${parameterValues(state.parameters)}`;
  return { title, runs, facts, address };
};
