/* Surface request: contours, formulas or a message for a typed function or a settled view, and at the same
   time its kernel, whose address follows from the text alone. */
import { errorFunctionUrl, loadModule } from "../engine/kernels.js";
import { getJson, RefusedError } from "../engine/requests.js";
import { withHeights } from "./heights.js";

const version = () => document.documentElement.dataset.version ?? "";

/** The address of the kernel of an error function, relative to the page.
    @param {string} text as typed
    @param {Parameter[]} parameters that it may have */
export const kernelUrl = (text, parameters) => errorFunctionUrl(text, version(), parameters);

/** The module of an error function.
    @param {string} text as typed
    @param {Parameter[]} parameters that it may have
    @param {AbortSignal} [signal]
    @returns {Promise<ErrorFunctionModule & {message?: string}>} a refused text has a message instead */
export const loadKernel = (text, parameters, signal) => loadModule(kernelUrl(text, parameters), signal);

/** A mistake that is not in one place of the text.
    @param {string} message
    @returns {Mistake} */
export const withoutPlace = (message) => ({ message, position: null, replacement: null });

/** Ask for a surface.
    @param {string} figure key of the figure
    @param {string} query the figure's own, with its "?"
    @param {{E: string, parameters: Parameter[]}} typed the error function, with parameters that it may have
    @param {AbortSignal} signal
    @returns {Promise<Mistake | FoundSurface>}
    @throws {UnansweredError} when the server cannot be reached */
export const requestSurface = async (figure, query, { E, parameters }, signal) => {
  try {
    const [answer, module] = await Promise.all([
      getJson(`figures/${figure}/surface.json${query}&m=${version()}`, { signal }),
      loadKernel(E, parameters, signal),
    ]);
    if (answer.message) return answer;
    return module.message ? withoutPlace(module.message) : { answer: withHeights(answer), module };
  } catch (error) {
    if (error instanceof RefusedError) return withoutPlace(error.message);
    throw error;
  }
};
