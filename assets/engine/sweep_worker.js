/* Sweep worker: runs requests for sweeps; in each lane, a request ends the one before. */
import { runJobs } from "./sweep_jobs.js";

/** @typedef {import("./sweep_jobs.js").SweepRequest} SweepRequest */

/** @type {Map<string, AbortController>} */
const lanes = new Map();

// Messages are heard between slices.
const pause = () => new Promise((resolve) => setTimeout(resolve));

addEventListener(
  "message",
  async (/** @type {MessageEvent<{id: number, lane: string, request: SweepRequest | null}>} */ { data }) => {
    const { id, lane, request } = data;
    lanes.get(lane)?.abort();
    if (!request) return;
    const controller = new AbortController();
    lanes.set(lane, controller);
    const { signal } = controller;
    try {
      await runJobs(request, { pause, signal, found: (sweep, index) => postMessage({ id, sweep, index }) });
      postMessage({ id, isDone: true });
    } catch (error) {
      if (!signal.aborted) postMessage({ id, error: String(error) });
    }
  },
);
