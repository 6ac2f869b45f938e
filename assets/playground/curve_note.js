/* What of the run its axis cannot show, in a sentence at the plot. */
import * as Numbers from "../view/numbers.js";

/** When what `is` says of a row holds. */
const when = (rows, is) => {
  let first = -1, count = 0;
  for (let t = 0; t < rows; t++) {
    if (!is(t)) continue;
    if (first < 0) first = t;
    count++;
  }
  if (!count) return null;
  if (count === rows) return "throughout";
  if (count === rows - first) return `from t = ${first}`;
  return count === 1 ? `at t = ${first}` : `at ${count} steps, first at t = ${first}`;
};

const sentence = ({columns: {E}, rows}, type, [least, most]) => {
  const {reading} = Numbers;
  const said = (is, text) => {
    const found = when(rows, is);
    return found && text(found);
  };
  if (type === "log") return said(t => E[t] <= 0, time => `E ≤ 0 ${time}: not on a log axis`);
  return said(t => E[t] > most, time => `E > ${reading(most)} ${time}: a log axis shows it`)
    ?? said(t => E[t] < least, time => `E < ${reading(least)} ${time}: below this axis`);
};

/** Keep the sentence on the trajectory whose E is shown, if it is, up to date. Its size is fixed,
    so that no hand waits for a layout. */
export const showCurveNote = (place, trajectory, type, bounds) => {
  const text = (trajectory && sentence(trajectory, type, bounds)) || "";
  if (place.textContent !== text) place.textContent = text;
};
