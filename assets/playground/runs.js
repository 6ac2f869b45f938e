/* Runs of the playground: the trajectory of the state, and that of the reference state, which is drawn pale. */
import { createRunner } from "../engine/runs.js";

/** Compute the trajectories of a playground with the kernels of the rules.
    @param {Playground} playground
    @param {Record<string, RuleKernel>} rules
    @returns {() => void} */
export const createRuns = (playground, rules) => {
  /** @param {ReturnType<typeof createRunner>} runner
      @param {State} state
      @param {ErrorFunctionKernel} kernel
      @returns {PlaygroundTrajectory} */
  const descend = (runner, { start, steps, runs: [{ optimizer, settings }] }, kernel) => ({
    optimizer,
    settings,
    ...runner(rules[optimizer], kernel, { start, steps }, settings),
  });
  const runner = createRunner();
  const referenceRunner = createRunner();
  return () => {
    const { kernel, state, referenceState } = playground;
    if (!kernel) return;
    playground.trajectory = descend(runner, state, kernel);
    const isComparable = referenceState?.E === state.E;
    playground.reference = isComparable ? descend(referenceRunner, referenceState, kernel) : null;
  };
};
