/* Retries with growing pauses: a server may end a request that is under way, when one of its workers was
   replaced or a new version is starting. All requests are idempotent, so that repeating them does no harm. */

const pauses = [200, 600, 1800];

/** @param {number} milliseconds
    @param {AbortSignal} [signal]
    @returns {Promise<void>} */
const sleep = (milliseconds, signal) =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds * (1 + Math.random() / 4));
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });

/** The result of `attempt(turn)`, repeated after each failure as long as there are pauses.
    @template T
    @param {(turn: number) => Promise<T>} attempt
    @param {(result: T) => boolean} [failed] whether a result counts as a failure
    @param {AbortSignal} [signal]
    @returns {Promise<T>} */
export const retry = async (attempt, failed = () => false, signal = undefined) => {
  for (let turn = 0; ; turn++) {
    const last = turn === pauses.length;
    try {
      const result = await attempt(turn);
      if (last || !failed(result)) return result;
    } catch (error) {
      if (last || signal?.aborted) throw error;
    }
    await sleep(pauses[turn], signal);
  }
};
