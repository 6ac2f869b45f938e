/* What a run came to: to read below the surface, to hear at rest, and as the names of the pictures. */
import * as Numbers from "../view/numbers.js";

const {short, spoken} = Numbers;

/** Keep the parts that move up to date. */
const show = (place, name, {columns, rows, stopped}) => {
  const said = {
    name,
    steps: String(rows - 1),
    first: short(columns.E[0]),
    last: short(columns.E[rows - 1]),
    stopped: stopped ?? "",
  };
  for (const part of place.children) {
    const text = said[part.dataset.part];
    if (text !== undefined && part.textContent !== text) part.textContent = text;
  }
};

/** The same in a sentence: "RMSProp, 100 steps, E = 0.0013". */
const sentence = (name, {columns, rows, stopped}) => {
  const steps = `${rows - 1} ${rows === 2 ? "step" : "steps"}`;
  return `${name}, ${steps}, E = ${spoken(columns.E[rows - 1])}${stopped ? `, ${stopped}` : ""}`;
};

const picture = (id, name) =>
  document.getElementById(id).closest("[role=img]").setAttribute("aria-label", name);

/** Name the pictures of surface and curve by what is seen there. */
const namePictures = (name, {E}, trajectory) => {
  const {columns: {w1, w2}, rows} = trajectory;
  const [from, to] = [0, rows - 1].map(t => `w1 ${spoken(w1[t])}, w2 ${spoken(w2[t])}`);
  picture("surface-graph", `Contours of E = ${E}, with ${name} from ${from} to ${to}`);
  picture("curve-graph", `E from ${spoken(trajectory.columns.E[0])}: ${sentence(name, trajectory)}`);
};

export { namePictures, sentence, show };
