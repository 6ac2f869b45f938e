/* Sweeper: runs sweeps in a worker, or in idle slices of the page where there can be none. */
import { runJobs } from "./sweep_jobs.js";
import { sweepWorkerUrl } from "./sweep_worker_url.js";

/** @typedef {import("./sweep_jobs.js").SweepRequest} SweepRequest */
/** @typedef {{isDone?: boolean, sweep?: Sweep, index?: number, error?: string}} Answer */

// Safari has no idle callbacks.
const idle = () =>
  new Promise((resolve) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(resolve, { timeout: 50 });
    else setTimeout(resolve, 10);
  });

/** Create a sweeper; its worker starts with the first request.
    @param {{createWorker?: () => Worker}} [options] */
export const createSweeper = ({
  createWorker = () => new Worker(sweepWorkerUrl, { type: "module" }),
} = {}) => {
  /** @type {Worker | null | undefined} undefined until the first request, null where there is none */
  let worker;
  let last = 0;
  /** @type {Map<number, (answer: Answer) => void>} */
  const listeners = new Map();
  /** Ends the request before, by lane.
      @type {Map<string, () => void>} */
  const overtake = new Map();

  /** What runs the requests under way on the page.
      @type {Set<() => void>} */
  const unanswered = new Set();

  const startWorker = () => {
    try {
      const made = createWorker();
      made.addEventListener("message", ({ data }) => listeners.get(data.id)?.(data));
      made.addEventListener("error", () => {
        // It did not load.
        worker = null;
        made.terminate();
        for (const runHere of [...unanswered]) runHere();
      });
      return made;
    } catch {
      return null;
    }
  };

  /** Run the sweeps of a request.
      @param {SweepRequest} request
      @param {object} [options]
      @param {string} [options.lane] a later request of the same lane ends this one
      @param {(sweep: Sweep, index: number) => void} [options.found] called with each sweep
      @returns {Promise<Sweep[] | null>} null when it was overtaken
      @throws {Error} when a kernel does not load */
  const run = (request, { lane = "", found = () => {} } = {}) =>
    new Promise((resolve, reject) => {
      overtake.get(lane)?.();
      const id = ++last;
      const controller = new AbortController();
      /** @type {Sweep[]} */
      const sweeps = [];
      /** @param {Sweep} sweep
          @param {number} index */
      const take = (sweep, index) => {
        if (controller.signal.aborted) return;
        sweeps[index] = sweep;
        found(sweep, index);
      };
      const end = () => {
        listeners.delete(id);
        unanswered.delete(runHere);
        if (overtake.get(lane) === stop) overtake.delete(lane);
      };
      const stop = () => {
        controller.abort();
        worker?.postMessage({ id, lane, request: null });
        end();
        resolve(null);
      };
      const runHere = () => {
        unanswered.delete(runHere);
        runJobs(request, { pause: idle, signal: controller.signal, found: take }).then(
          () => {
            end();
            resolve(sweeps);
          },
          (error) => {
            if (controller.signal.aborted) return;
            end();
            reject(error);
          },
        );
      };
      overtake.set(lane, stop);
      if (worker === undefined) worker = startWorker();
      if (!worker) return runHere();
      unanswered.add(runHere);
      listeners.set(id, ({ isDone, sweep, index = 0, error }) => {
        if (sweep) return take(sweep, index);
        end();
        if (isDone) resolve(sweeps);
        else reject(new Error(error));
      });
      worker.postMessage({ id, lane, request });
    });

  return {
    run,
    /** End the request of a lane.
        @param {string} lane */
    abort: (lane) => overtake.get(lane)?.(),
  };
};
