/* The run summary: what a run came to, in a line below the surface, in a sentence for the live region, and in
   the labels of the pictures. */
import { byId, setText } from "../view/dom.js";
import { short, spoken } from "../view/numbers.js";

/** @typedef {Pick<Trajectory, "columns" | "rows" | "stopped">} Result */

/** Show the summary of a run: "RMSProp after 100 steps: E from 4675 to 2432".
    @param {Element} root
    @param {string} name of the rule
    @param {Result} trajectory */
export const showRunSummary = (root, name, { columns, rows, stopped }) => {
  /** @type {Record<string, string>} */
  const parts = {
    name,
    steps: String(rows - 1),
    first: short(columns.E[0]),
    last: short(columns.E[rows - 1]),
    stopped: stopped ?? "",
  };
  for (const element of root.querySelectorAll("[data-part]")) {
    setText(element, parts[/** @type {HTMLElement} */ (element).dataset.part ?? ""]);
  }
};

/** The summary as a sentence: "RMSProp, 100 steps, E = 0.0013".
    @param {string} name of the rule
    @param {Result} trajectory */
export const summarySentence = (name, { columns, rows, stopped }) => {
  const steps = `${rows - 1} ${rows === 2 ? "step" : "steps"}`;
  return `${name}, ${steps}, E = ${spoken(columns.E[rows - 1])}${stopped ? `, ${stopped}` : ""}`;
};

/** Label the pictures of surface and error curve with what they show.
    @param {string} name of the rule
    @param {string} E text of the error function
    @param {Result} trajectory */
export const labelPictures = (name, E, trajectory) => {
  const { w1, w2, E: errors } = trajectory.columns;
  const [from, to] = [0, trajectory.rows - 1].map((t) => `w1 ${spoken(w1[t])}, w2 ${spoken(w2[t])}`);
  const label = (/** @type {string} */ id, /** @type {string} */ text) =>
    byId(id).closest("[role=img]").setAttribute("aria-label", text);
  label("surface-graph", `Contours of E = ${E}, with ${name} from ${from} to ${to}`);
  label("curve-graph", `E from ${spoken(errors[0])}: ${summarySentence(name, trajectory)}`);
};
