/* Surface request: contours, formulas or a message for a typed function or a settled view, and at the same
   time its kernel, whose address follows from the text alone. */
import { errorFunctionUrl, loadModule } from "../engine/kernels.js";
import { getJson, RefusedError } from "../engine/requests.js";
import { withHeights } from "./heights.js";

const version = () => document.documentElement.dataset.version ?? "";

/** The address of the kernel of an error function, relative to the page.
    @param {string} text as typed */
export const kernelUrl = (text) => errorFunctionUrl(text, version());

/** The kernel of an error function.
    @param {string} text as typed
    @param {AbortSignal} [signal]
    @returns {Promise<ErrorFunctionKernel & {message?: string}>} a refused text has a message instead */
export const loadKernel = (text, signal) => loadModule(kernelUrl(text), signal);

/** A mistake that is not in one place of the text.
    @param {string} message
    @returns {Mistake} */
export const withoutPlace = (message) => ({ message, position: null, replacement: null });

/** Ask for a surface.
    @param {string} figure key of the figure
    @param {string} query the figure's own, with its "?"
    @param {string} text the error function as typed
    @param {AbortSignal} signal
    @returns {Promise<Mistake | FoundSurface>}
    @throws {UnansweredError} when the server cannot be reached */
export const requestSurface = async (figure, query, text, signal) => {
  try {
    const [answer, kernel] = await Promise.all([
      getJson(`figures/${figure}/surface.json${query}&m=${version()}`, { signal }),
      loadKernel(text, signal),
    ]);
    if (answer.message) return answer;
    return kernel.message ? withoutPlace(kernel.message) : { answer: withHeights(answer), kernel };
  } catch (error) {
    if (error instanceof RefusedError) return withoutPlace(error.message);
    throw error;
  }
};
