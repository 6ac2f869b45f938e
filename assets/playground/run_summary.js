/* The run summary: what runs came to, in sentences for the live region and in the labels of the pictures. */
import { byId } from "../view/dom.js";
import { createAnnouncer } from "../view/live_region.js";
import { spoken } from "../view/numbers.js";
import { runNames } from "./run_names.js";

/** @typedef {Pick<Trajectory, "columns" | "rows" | "stopped">} Result */

/** The summary as a sentence: "RMSProp, 100 steps, E = 0.0013".
    @param {string} name of the rule
    @param {Result} trajectory */
export const summarySentence = (name, { columns, rows, stopped }) => {
  const steps = `${rows - 1} ${rows === 2 ? "step" : "steps"}`;
  return `${name}, ${steps}, E = ${spoken(columns.E[rows - 1])}${stopped ? `, ${stopped}` : ""}`;
};

/** The visible runs with their names.
    @param {Playground} playground */
const namedRuns = ({ state, trajectories, catalogue }) => {
  const names = runNames(state.runs, catalogue);
  return trajectories
    .map((trajectory, place) => ({ trajectory, name: names[place] }))
    .filter((_, place) => !state.runs[place].hidden);
};

/** Say what is seen to screen readers: the label of the surface, and a sentence for each run.
    @param {Playground} playground
    @returns {() => void} */
export const createDescription = (playground) => {
  const announce = createAnnouncer();
  return () => {
    const runs = namedRuns(playground);
    const sentences = runs.map(({ name, trajectory }) => summarySentence(name, trajectory));
    const ends = runs.map(({ name, trajectory: { columns, rows } }) => {
      const [w1, w2] = [columns.w1, columns.w2].map((values) => spoken(values[rows - 1]));
      return `${name} to w1 ${w1}, w2 ${w2}`;
    });
    const start = playground.state.start.map(spoken);
    byId("surface-graph")
      .closest("[role=img]")
      .setAttribute(
        "aria-label",
        `Contours of E = ${playground.E}, from w1 ${start[0]}, w2 ${start[1]}: ${ends.join("; ")}`,
      );
    announce(sentences.join("; "), playground.viewSentence);
  };
};
