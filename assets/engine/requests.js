/* Requests for JSON: retried while a server is being replaced, abortable, with errors that tell a refusal
   from a server that cannot be reached. */
import { retry } from "./retry.js";
import { siteUrl } from "./site.js";

/** A request that the server refused; the message is its sentence. */
export class RefusedError extends Error {
  name = "RefusedError";
}

/** A request that got no answer. */
export class UnansweredError extends Error {
  name = "UnansweredError";
}

// What a proxy answers while no server is behind it, and a server that is busy.
const passing = [502, 503, 504];

/** The value of a JSON answer.
    @param {string} url relative to the page
    @param {{signal?: AbortSignal, first?: Promise<Response>}} options `first` is a request under way
    @throws {RefusedError} for a mistake in the query
    @throws {UnansweredError} when there is no answer after the last retry */
export const getJson = async (url, { signal, first } = {}) => {
  const attempt = async (/** @type {number} */ turn) => {
    const response = await (turn === 0 && first ? first : fetch(siteUrl(url), { signal }));
    // Read here, since a body may break off on its way.
    return { status: response.status, ok: response.ok, body: await response.text() };
  };
  let answer;
  try {
    answer = await retry(attempt, ({ status }) => passing.includes(status), signal);
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new UnansweredError(url, { cause: error });
  }
  if (answer.ok) return JSON.parse(answer.body);
  if (answer.status === 400) throw new RefusedError(answer.body.trim());
  throw new UnansweredError(`${url}: ${answer.status}`);
};
