/* Address of the sweep worker. The bundle has its own version of this module, see scripts/bundle.mjs. */
export const sweepWorkerUrl = new URL("./sweep_worker.js", import.meta.url).href;
