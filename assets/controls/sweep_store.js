/* Sweep store: coarse sweeps while a hand moves, one request after the other, and fine ones once nothing changes. */

/** A slow machine has longer between its frames. */
const rest = { least: 40, gaps: 2, most: 120 };
const mostSweeps = 48;

/** @typedef {object} SweptSlider a slider whose sweep is wanted
    @property {string} key of all that the sweep depends on
    @property {string} kind what coarse sweeps under a moving hand have in common
    @property {import("../engine/sweep_jobs.js").SweepJob} job */

/** Create a store of sweeps.
    @param {object} options
    @param {ReturnType<typeof import("../engine/sweeper.js").createSweeper>} options.sweeper
    @param {(jobs: import("../engine/sweep_jobs.js").SweepJob[]) =>
      import("../engine/sweep_jobs.js").SweepRequest} options.request
    @param {() => void} options.changed called when there are sweeps to show */
export const createSweepStore = ({ sweeper, request, changed }) => {
  /** @type {Map<string, Sweep>} */
  const sweeps = new Map();
  /** The last one of each kind.
      @type {Map<string, Sweep>} */
  const latest = new Map();
  let isCoarseUnderWay = false;
  let timer = 0;
  let wanted = "";
  let followed = 0;

  /** @param {SweptSlider} slider
      @param {Sweep} sweep */
  const keep = ({ key, kind }, sweep) => {
    latest.set(kind, sweep);
    // The fine one may come first.
    if (sweeps.get(key)?.isFine) return;
    sweeps.delete(key);
    sweeps.set(key, sweep);
    for (const oldest of sweeps.keys()) {
      if (sweeps.size <= mostSweeps) break;
      sweeps.delete(oldest);
    }
  };

  /** @param {SweptSlider[]} sliders
      @param {boolean} isCoarse */
  const ask = async (sliders, isCoarse) => {
    const missing = sliders.filter(({ key }) => (isCoarse ? !sweeps.has(key) : !sweeps.get(key)?.isFine));
    if (!missing.length) return;
    /** @param {Sweep} sweep
        @param {number} index */
    const found = (sweep, index) => {
      keep(missing[index], sweep);
      changed();
    };
    const jobs = missing.map(({ job }) => job);
    // Without its kernels, what there is stays: the figure itself says what is unanswered.
    await sweeper
      .run({ ...request(jobs), isCoarse }, { lane: isCoarse ? "coarse" : "fine", found })
      .catch(() => {});
  };

  return {
    /** Follow what is set.
        @param {SweptSlider[]} sliders those in sight */
    follow: (sliders) => {
      const now = sliders.map(({ key }) => key).join("\n");
      if (now === wanted) return;
      wanted = now;
      const time = performance.now();
      const gap = rest.gaps * (time - followed);
      followed = time;
      sweeper.abort("fine");
      clearTimeout(timer);
      timer = setTimeout(ask, Math.min(Math.max(gap, rest.least), rest.most), sliders, false);
      if (isCoarseUnderWay) return;
      isCoarseUnderWay = true;
      ask(sliders, true).finally(() => {
        isCoarseUnderWay = false;
      });
    },
    /** @param {SweptSlider} slider
        @returns {{sweep: Sweep | undefined, isCurrent: boolean}} the sweep, or until it is there the last one like it */
    get: ({ key, kind }) => ({ sweep: sweeps.get(key) ?? latest.get(kind), isCurrent: sweeps.has(key) }),
  };
};
