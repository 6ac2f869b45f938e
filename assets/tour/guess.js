/* Guesses: where the next step of a run leads, before it is shown. A click or Enter at the marker is a guess; a
   button shows the step without one, and so does scrolling on. */
import { setText } from "../view/dom.js";
import { rounded } from "../view/numbers.js";

/** A guess this near is called close, in parts of the step. */
const closeness = 0.25;

/** @param {TourControl | null} control */
export const isGuess = (control) => control?.kind === "guess";

/** The ends of the step that is guessed.
    @param {TourScene} scene
    @returns {[before: Point, after: Point]} */
export const guessedStep = ({ stop, trajectories }) => {
  const place = stop.control?.runs[0] ?? 0;
  const { columns, rows } = trajectories[place];
  /** @param {number} t
      @returns {Point} */
  const at = (t) => [columns.w1[t], columns.w2[t]];
  return [at(Math.max(rows - 2, 0)), at(rows - 1)];
};

/** What is said of a guess.
    @param {Point} guess
    @param {[before: Point, after: Point]} step */
export const verdict = (guess, [before, after]) => {
  const off = Math.hypot(guess[0] - after[0], guess[1] - after[1]);
  const length = Math.hypot(before[0] - after[0], before[1] - after[1]);
  const lead = off < closeness * length ? "Close: your" : "Your";
  return `${lead} guess is ${rounded(off, 2)} from where the step ends; the step is ${rounded(length, 3)} long. Scroll on to see why.`;
};

/** @typedef {ReturnType<typeof createGuesses>} Guesses */

/** @param {TourStop[]} stops
    @param {HTMLElement[]} sections
    @param {(index: number) => void} show called when the reader wants to see a step without a guess */
export const createGuesses = (stops, sections, show) => {
  /** By stop: the guess, or null where the step is shown without one.
      @type {Map<string, Point | null>} */
  const made = new Map();

  /** @param {number} index
      @param {string} words */
  const close = (index, words) => {
    const section = sections[index];
    section.querySelector(".ask")?.classList.add("answered");
    const how = section.querySelector(".ask .how");
    if (how) setText(how, words);
    section.querySelector("[data-reveal]")?.toggleAttribute("hidden", true);
  };

  for (const [index, section] of sections.entries())
    section.querySelector("[data-reveal]")?.addEventListener("click", () => show(index));

  /** The guess that is shown at a stop: its own, or that of the stop before, which it explains.
      @param {number} index
      @returns {Point | null} */
  const at = (index) => made.get(stops[index].key) ?? made.get(stops[index - 1]?.key ?? "") ?? null;

  const guesses = {
    /** Where the marker of the open question is, once it was moved.
        @type {Point | null} */
    marker: null,
    at,
    /** Whether the step of a stop has yet to be guessed.
        @param {TourStop} stop */
    isOpen: ({ key, control }) => isGuess(control) && !made.has(key),
    /** Take a guess, or none.
        @param {number} index
        @param {Point | null} guess
        @param {TourScene} scene
        @returns {string} what is said of it */
    take: (index, guess, scene) => {
      made.set(stops[index].key, guess);
      guesses.marker = null;
      const words = guess ? verdict(guess, guessedStep(scene)) : "The step is shown. Scroll on to see why.";
      close(index, words);
      return words;
    },
    /** Show the steps of the stops before one.
        @param {number} index */
    pass: (index) => {
      for (let k = 0; k < index; k++) {
        if (!isGuess(stops[k].control) || made.has(stops[k].key)) continue;
        made.set(stops[k].key, null);
        close(k, "");
      }
    },
  };
  return guesses;
};
