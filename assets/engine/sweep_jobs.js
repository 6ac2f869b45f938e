/* Sweep jobs: requests for sweeps as plain data, which a worker or the page itself runs in slices. */
import { kernelOf, loadModule } from "./kernels.js";
import { createRunner } from "./runs.js";
import { sweepSteps } from "./sweep.js";
import { trackShare } from "./track.js";

const sliceMilliseconds = 6;
/** Nearer to an end of a track than this share, a lower error may lie beyond it. */
const nearEnd = 0.02;

/** @typedef {object} SweepJob a sweep as plain data
    @property {string} optimizer
    @property {Settings} settings
    @property {string} name of the hyperparameter
    @property {Track} track
    @property {boolean} [beyond] whether to look beyond the track if the best is at its end, or is none */
/** @typedef {object} SweepRequest
    @property {{optimizers: string, errorFunction: string}} kernels addresses, relative to the page
    @property {Parameter[]} parameters of the error function
    @property {Point} start
    @property {number} steps
    @property {SweepJob[]} jobs
    @property {boolean} [isCoarse] */

/** The track over all that the bounds allow.
    @param {Track} track
    @returns {Track} */
const wholeTrack = (track) =>
  track.scale === "log" ? { ...track, start: Math.log10(track.low), end: Math.log10(track.high) } : track;

/** Whether the best of a sweep may lie beyond its track.
    @param {Sweep} sweep
    @param {Track} track */
const isOpen = ({ best }, track) => {
  const share = best ? trackShare(track, best.value) : 0;
  return Math.min(share, 1 - share) < nearEnd;
};

/** Run the sweeps of a request, one after the other.
    @param {SweepRequest} request
    @param {object} options
    @param {() => Promise<unknown>} options.pause lets other work go first
    @param {AbortSignal} options.signal
    @param {(sweep: Sweep, index: number) => void} options.found
    @throws {UnansweredError} when a kernel does not load, and the signal's reason when it is aborted */
export const runJobs = async (
  { kernels, parameters, start, steps, jobs, isCoarse },
  { pause, signal, found },
) => {
  const [{ optimizers }, module] = await Promise.all([
    loadModule(kernels.optimizers, signal),
    loadModule(kernels.errorFunction, signal),
  ]);
  const errorFunction = kernelOf(module, parameters);
  const run = createRunner();
  /** @param {SweepTask} task */
  const sweepInSlices = async (task) => {
    const trials = sweepSteps(task, { isFine: !isCoarse, run });
    for (let until = 0; ; ) {
      if (performance.now() > until) {
        await pause();
        signal.throwIfAborted();
        until = performance.now() + sliceMilliseconds;
      }
      const { done, value } = trials.next();
      if (done) return value;
    }
  };
  for (const [index, { optimizer, beyond, ...job }] of jobs.entries()) {
    const task = { ...job, rule: optimizers[optimizer], errorFunction, start, steps };
    const first = await sweepInSlices(task);
    const wider = beyond && isOpen(first, job.track) ? wholeTrack(job.track) : job.track;
    if (wider === job.track) {
      found(first, index);
      continue;
    }
    const second = await sweepInSlices({ ...task, track: wider });
    const tried = first.tried + second.tried;
    const isLower = !first.best || (second.best && second.best.E < first.best.E);
    found({ ...(isLower ? second : first), tried }, index);
  }
};
