/* The note on the error plot: what of the run its axis cannot show, in a sentence. */
import { reading } from "../view/numbers.js";

/** When something holds for the rows of a trajectory: "from t = 4", or null for never.
    @param {number} rows
    @param {(t: number) => boolean} holds */
const when = (rows, holds) => {
  let first = -1;
  let count = 0;
  for (let t = 0; t < rows; t++) {
    if (!holds(t)) continue;
    if (first < 0) first = t;
    count++;
  }
  if (!count) return null;
  if (count === rows) return "throughout";
  if (count === rows - first) return `from t = ${first}`;
  return count === 1 ? `at t = ${first}` : `at ${count} steps, first at t = ${first}`;
};

/** What an error axis cannot show of a trajectory; empty where it shows everything.
    @param {Pick<Trajectory, "columns" | "rows">} trajectory
    @param {import("../view/axis_range.js").AxisOptions} axis */
export const curveNote = (
  { columns: { E }, rows },
  { type, bounds: [least, most] = [-Infinity, Infinity] },
) => {
  if (type === "log") {
    const time = when(rows, (t) => E[t] <= 0);
    return time ? `E ≤ 0 ${time}: not on a log axis` : "";
  }
  const above = when(rows, (t) => E[t] > most);
  if (above) return `E > ${reading(most)} ${above}: a log axis shows it`;
  const below = when(rows, (t) => E[t] < least);
  return below ? `E < ${reading(least)} ${below}: below this axis` : "";
};
