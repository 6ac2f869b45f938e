/* Run names: the optimizer, and what tells runs of the same optimizer apart. */
import { short } from "../view/numbers.js";

/** @typedef {Pick<Run, "optimizer" | "settings">} NamedRun */
/** @typedef {{optimizers: Record<string, Pick<OptimizerInfo, "name">>, hyperparameters: Record<string, string>}} Names
    of optimizers, and the symbols of hyperparameters */

/** What tells a run from others of its optimizer, if there are any: the first hyperparameter whose value, as it is
    written, no other has, else the number of its place.
    @param {NamedRun[]} runs
    @param {number} place
    @returns {string | number | null} */
export const distinction = (runs, place) => {
  const { optimizer, settings } = runs[place];
  const others = runs.filter((run, k) => k !== place && run.optimizer === optimizer);
  if (!others.length) return null;
  const isOwn = (/** @type {string} */ name) =>
    others.every((run) => short(run.settings[name]) !== short(settings[name]));
  return Object.keys(settings).find(isOwn) ?? place + 1;
};

/** @param {NamedRun[]} runs
    @param {Names} names
    @returns {string[]} */
export const runNames = (runs, { optimizers, hyperparameters }) =>
  runs.map(({ optimizer, settings }, place) => {
    const { name } = optimizers[optimizer];
    const by = distinction(runs, place);
    if (by === null) return name;
    return `${name}, ${typeof by === "number" ? `run ${by}` : `${hyperparameters[by]} ${short(settings[by])}`}`;
  });
