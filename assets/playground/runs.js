/* Runs of the playground: a trajectory for each run of the state, computed again only where what it depends
   on has changed, so that a view can keep what it has made of the others. */
import { createRunner } from "../engine/runs.js";

/** @typedef {{kernel: ErrorFunctionKernel, key: string, trajectory: PlaygroundTrajectory}} Known */

/** Compute the trajectories of a playground with the kernels of the rules.
    @param {Playground} playground
    @param {Record<string, RuleKernel>} rules
    @returns {() => void} */
export const createRuns = (playground, rules) => {
  /** @type {ReturnType<typeof createRunner>[]} */
  const runners = [];
  /** @type {Known[]} */
  const known = [];

  /** @param {Run} run
      @param {number} place
      @param {ErrorFunctionKernel} kernel */
  const descend = ({ optimizer, settings }, place, kernel) => {
    const { start, steps } = playground.state;
    const key = [optimizer, ...start, steps, ...Object.values(settings)].join();
    const before = known[place];
    if (before?.kernel === kernel && before.key === key) return before.trajectory;
    runners[place] ??= createRunner();
    const found = runners[place](rules[optimizer], kernel, { start, steps }, settings);
    const trajectory = { optimizer, settings: { ...settings }, ...found };
    known[place] = { kernel, key, trajectory };
    return trajectory;
  };

  return () => {
    const { kernel, state } = playground;
    if (kernel) playground.trajectories = state.runs.map((run, place) => descend(run, place, kernel));
  };
};
