/* Kernels: the ES modules that Python prints (optimizers/kernels.py), loaded by address. */
import { encode } from "../state/encoding.js";
import { valuesOf } from "../state/parameters.js";
import { UnansweredError } from "./requests.js";
import { retry } from "./retry.js";
import { siteUrl } from "./site.js";

/** The module at an address of this site. A browser remembers a module that failed to load: a fragment
    makes it load again.
    @param {string} url relative to the page
    @param {AbortSignal} [signal]
    @returns {Promise<any>}
    @throws {UnansweredError} when it does not load after the last retry */
export const loadModule = async (url, signal) => {
  const href = siteUrl(url);
  try {
    return await retry((turn) => import(turn ? `${href}#${turn}` : href), undefined, signal);
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new UnansweredError(url, { cause: error });
  }
};

/** The address of the kernel of a typed error function: it follows from the text alone. A text that is
    refused gives a module that exports `message`.
    @param {string} text
    @param {string} version of the deployment
    @param {Parameter[]} parameters whose names it may have; their values do not matter */
export const errorFunctionUrl = (text, version, parameters) => {
  const names = parameters.map(({ name }) => encode(name)).sort();
  const named = names.length ? `&p=${names.join(",")}` : "";
  return `kernels/error-function.js?E=${encode(text)}${named}&refusal=module&m=${version}`;
};

/** The kernel of a module with the values of its parameters.
    @param {ErrorFunctionModule} module
    @param {Parameter[]} parameters
    @returns {ErrorFunctionKernel} */
export const kernelOf = (module, parameters) => module.withParameters?.(valuesOf(parameters)) ?? module;
