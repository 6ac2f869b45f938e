/* Messages of a page that embeds a figure: they set and get its state, play it and seek (docs/embed.md). What is not
   from the parent window, or not from an origin that may embed the page, is ignored, and so is what cannot be read. */
import { getJson, RefusedError } from "../engine/requests.js";
import { queryOf } from "../state/address.js";
import { byId } from "../view/dom.js";

const longestQuery = 8000;
const unanswered = "The server could not answer: nothing was set.";

/** @typedef {{verb: "set", query: string} | {verb: "get"} | {verb: "play", t?: number} | {verb: "seek", t: number}} Message */

/** @param {unknown} t */
const isIteration = (t) => Number.isInteger(t) && Number(t) >= 0;

/** A message, or null where it is none.
    @param {any} data
    @returns {Message | null} */
export const readMessage = (data) => {
  if (typeof data !== "object" || data === null) return null;
  const { lockstep: verb, query, t } = data;
  if (verb === "get") return { verb };
  if (verb === "set" && typeof query === "string" && query.length <= longestQuery) return { verb, query };
  if (verb === "play" && (t === undefined || isIteration(t))) return { verb, t };
  if (verb === "seek" && isIteration(t)) return { verb, t };
  return null;
};

/** Whether a source of a policy's frame-ancestors names an origin.
    @param {string} source
    @param {URL} url of the origin
    @param {URL} own of the page's origin */
const names = (source, url, own) => {
  if (source === "*") return true;
  if (source === "'self'") return url.origin === own.origin;
  const parts = /^(?:(https?):)?(?:\/\/)?([^:/']*)(?::(\d+|\*))?$/.exec(source.toLowerCase());
  if (!parts) return false;
  const [, scheme = own.protocol.slice(0, -1), host, port = ""] = parts;
  // As in a policy, what names http takes https too.
  if (url.protocol !== "https:" && scheme === "https") return false;
  if (!host) return parts[1] !== undefined;
  // A URL has no port where that is its scheme's own.
  const ports = ["*", url.port || (url.protocol === "https:" ? "443" : "80")];
  if (!ports.includes(port) && (port || url.port)) return false;
  return host.startsWith("*.") ? url.hostname.endsWith(host.slice(1)) : url.hostname === host;
};

/** Whether a policy's frame-ancestors let an origin embed the page.
    @param {string} origin of a message
    @param {string} sources
    @param {string} own the page's origin */
export const isEmbedder = (origin, sources, own) =>
  /^https?:\/\//.test(origin) &&
  sources.split(" ").some((source) => names(source, new URL(origin), new URL(own)));

/** What a figure shows, as it is answered.
    @param {Embeddable} figure
    @param {string[]} said of a query that was set */
const stateMessage = (figure, said) => ({
  lockstep: "state",
  figure: figure.key,
  query: queryOf(figure.parts()).slice(1),
  runs: figure.results().map(({ optimizer, columns, rows, stopped }) => ({
    optimizer,
    steps: rows - 1,
    w: [columns.w1[rows - 1], columns.w2[rows - 1]],
    E: columns.E[rows - 1],
    stopped,
  })),
  said,
});

/** The state of a query, and what is said of it: the server reads it as it reads an address.
    @param {string} key of the figure
    @param {string} query
    @returns {Promise<{state?: unknown, said: string[]}>} without a state where the query is refused */
const read = async (key, query) => {
  const { version = "" } = document.documentElement.dataset;
  try {
    const parts = `m=${version}&embed=${key}&${query.replace(/^\?/, "")}`;
    return await getJson(`figures/${key}/state.json?${parts}`);
  } catch (error) {
    return { said: [error instanceof RefusedError ? error.message : unanswered] };
  }
};

/** Set the state of a query, and show in the figure's notice what is said of it.
    @param {Embeddable} figure
    @param {string} query
    @returns {Promise<string[]>} what is said */
const set = async (figure, query) => {
  const { state, said } = await read(figure.key, query);
  if (!state) return said;
  const isShown = await figure.take(state);
  // After it, since another function takes away what was said of the one before.
  const notice = byId(`${figure.key}-notice`);
  const sentences = said.map((text) => {
    const sentence = document.createElement("p");
    sentence.textContent = text;
    return sentence;
  });
  notice.replaceChildren(...sentences);
  notice.hidden = said.length === 0;
  return isShown ? said : [...said, unanswered];
};

/** What takes the messages of a page that embeds this one, one after the other.
    @param {Promise<Embeddable>} ready the figure, once it is live: the one shown alone, or the first
    @returns {(event: MessageEvent) => void} */
export const createEmbedding = (ready) => {
  let done = Promise.resolve();
  /** The last query that was to be set: those before it are passed over.
      @type {Message | null} */
  let newest = null;

  /** @param {Message} message
      @param {MessageEvent} event */
  const follow = async (message, { source, origin }) => {
    const figure = await ready;
    if (message.verb === "play") return figure.playback?.play(message.t);
    if (message.verb === "seek") return figure.playback?.seek(message.t);
    if (message.verb === "set" && message !== newest) return;
    const said = message.verb === "set" ? await set(figure, message.query) : [];
    /** @type {Window} */ (source).postMessage(stateMessage(figure, said), origin);
  };

  return (event) => {
    const { embedders = "" } = document.documentElement.dataset;
    if (parent === window || event.source !== parent) return;
    if (!isEmbedder(event.origin, embedders, location.origin)) return;
    const message = readMessage(event.data);
    if (!message) return;
    if (message.verb === "set") newest = message;
    done = done.then(() => follow(message, event)).catch(() => {});
  };
};
