/* Fair start: every run with the learning rate that leads it lowest. */

/** @typedef {import("./sweep_jobs.js").SweepRequest} SweepRequest */
/** @typedef {{name: string, track: Track}} RateInfo a rule's learning rate or first step */

/** The sweep of each run's rate, also beyond the slider's track where the best is at its end.
    @param {ReturnType<typeof import("./sweeper.js").createSweeper>} sweeper
    @param {Pick<Run, "optimizer" | "settings">[]} runs
    @param {Omit<SweepRequest, "jobs"> & {rateOf: (optimizer: string) => RateInfo}} scene
    @returns {Promise<Sweep[] | null>} null when another fair start came after it */
export const sweepRates = (sweeper, runs, { rateOf, ...scene }) => {
  const jobs = runs.map(({ optimizer, settings }) => ({
    ...{ optimizer, settings, beyond: true },
    ...rateOf(optimizer),
  }));
  return sweeper.run({ ...scene, jobs }, { lane: "fair start" });
};

/** The settings of all runs with their best rates; those of a run that no rate helps stay as they are.
    @param {Pick<Run, "optimizer" | "settings">[]} runs
    @param {Sweep[]} sweeps of their rates
    @param {(optimizer: string) => RateInfo} rateOf
    @returns {Settings[]} */
export const withBestRates = (runs, sweeps, rateOf) =>
  runs.map(({ optimizer, settings }, k) => {
    const { best } = sweeps[k];
    return best ? { ...settings, [rateOf(optimizer).name]: best.value } : { ...settings };
  });

/** Find the best rate of every run.
    @param {Parameters<typeof sweepRates>[0]} sweeper
    @param {Parameters<typeof sweepRates>[1]} runs
    @param {Parameters<typeof sweepRates>[2]} scene
    @returns {Promise<Settings[] | null>} null when another fair start came after it */
export const fairStart = async (sweeper, runs, scene) => {
  const sweeps = await sweepRates(sweeper, runs, scene);
  return sweeps && withBestRates(runs, sweeps, scene.rateOf);
};
