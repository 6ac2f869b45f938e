/* Run names: the optimizer, and what tells runs of the same optimizer apart. */
import { short } from "../view/numbers.js";

/** @param {Pick<Run, "optimizer" | "settings">[]} runs
    @param {Record<string, Pick<OptimizerInfo, "name">>} optimizers
    @returns {string[]} */
export const runNames = (runs, optimizers) =>
  runs.map(({ optimizer, settings }, place) => {
    const { name } = optimizers[optimizer];
    const others = runs.filter((run, k) => k !== place && run.optimizer === optimizer);
    if (!others.length) return name;
    const { eta } = settings;
    const isTold = eta !== undefined && others.every((run) => run.settings.eta !== eta);
    return isTold ? `${name}, η ${short(eta)}` : `${name}, run ${place + 1}`;
  });
