/* ARIA live region: the page has one, for whole sentences, announced when a change is committed. */
import { byId } from "./dom.js";

/** Announce a sentence to screen readers.
    @param {string} sentence */
export const announce = (sentence) => {
  byId("page-said").textContent = sentence;
};

/** An announcer of a figure. Its first sentences describe what the page opened with, and are not announced;
    later ones are, if they differ from the last. */
export const createAnnouncer = () => {
  /** @type {(string | null | undefined)[] | null} */
  let last = null;
  /** @param {...(string | null | undefined)} sentences */
  return (...sentences) => {
    const changed = sentences.filter((sentence, k) => last && sentence && sentence !== last[k]);
    if (changed.length) announce(changed.join("; "));
    last = sentences;
  };
};
