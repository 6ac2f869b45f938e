/* Sweep store: coarse sweeps within a budget of each frame, fine ones from the sweeper once nothing changes. */
import { createRunner } from "../engine/runs.js";
import { sweepSteps } from "../engine/sweep.js";

const frameMilliseconds = 2;
const restMilliseconds = 40;
const mostSweeps = 48;

/** @typedef {object} SweptSlider a slider whose sweep is wanted
    @property {string} key of all that the sweep depends on
    @property {SweepTask} task
    @property {import("../engine/sweep_jobs.js").SweepJob} job */

/** Create a store of sweeps.
    @param {object} options
    @param {ReturnType<typeof import("../engine/sweeper.js").createSweeper>} options.sweeper
    @param {(jobs: import("../engine/sweep_jobs.js").SweepJob[]) =>
      import("../engine/sweep_jobs.js").SweepRequest} options.request
    @param {() => void} options.changed called when there are sweeps to show, or to go on with */
export const createSweepStore = ({ sweeper, request, changed }) => {
  /** @type {Map<string, Sweep>} */
  const sweeps = new Map();
  /** Coarse sweeps under way. One that was begun is ended, so that a moving hand sees some.
      @type {Map<string, {key: string, trials: ReturnType<typeof sweepSteps>}>} by name */
  const begun = new Map();
  const run = createRunner();
  let timer = 0;
  let wanted = "";

  /** @param {string} key
      @param {Sweep} sweep */
  const keep = (key, sweep) => {
    // The fine one may come first.
    if (sweeps.get(key)?.isFine) return;
    sweeps.delete(key);
    sweeps.set(key, sweep);
    for (const oldest of sweeps.keys()) {
      if (sweeps.size <= mostSweeps) break;
      sweeps.delete(oldest);
    }
  };

  /** @param {SweptSlider[]} sliders */
  const refine = async (sliders) => {
    const coarse = sliders.filter(({ key }) => !sweeps.get(key)?.isFine);
    if (!coarse.length) return;
    /** @param {Sweep} sweep
        @param {number} index */
    const found = (sweep, index) => {
      keep(coarse[index].key, sweep);
      changed();
    };
    // Without its kernels, the coarse sweep stays: the figure itself says what is unanswered.
    await sweeper.run(request(coarse.map(({ job }) => job)), { lane: "sliders", found }).catch(() => {});
  };

  /** Go on with coarse sweeps for as long as a frame may take.
      @param {SweptSlider[]} sliders */
  const advance = (sliders) => {
    for (const { key, task } of sliders) {
      if (!sweeps.has(key) && !begun.has(task.name))
        begun.set(task.name, { key, trials: sweepSteps(task, { run }) });
    }
    const until = performance.now() + frameMilliseconds;
    while (begun.size && performance.now() < until) {
      for (const [name, { key, trials }] of begun) {
        const { done, value } = trials.next();
        if (!done) continue;
        keep(key, value);
        begun.delete(name);
      }
    }
    if (sliders.some(({ key }) => !sweeps.has(key))) changed();
  };

  return {
    /** Take the sliders that are in sight, once a frame.
        @param {SweptSlider[]} sliders */
    follow: (sliders) => {
      const now = sliders.map(({ key }) => key).join("\n");
      if (now !== wanted) {
        wanted = now;
        sweeper.abort("sliders");
        clearTimeout(timer);
        timer = setTimeout(refine, restMilliseconds, sliders);
      }
      advance(sliders);
    },
    /** @param {string} key */
    get: (key) => sweeps.get(key),
  };
};
