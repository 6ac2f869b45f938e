/* The playground as numbers: the run's iterations, and E on the part of the surface that is seen. */
import { refreshWhenOpen } from "../view/data_tables.js";
import * as Numbers from "../view/numbers.js";
import * as Scales from "../view/scales.js";
import * as Tooltip from "../view/tooltip.js";

const most = 51;
const across = 7;
const weights = ["₁", "₂"];

/** How many iterations lie between two rows: a round number that leaves no more than fit. */
const strideOf = last => {
  for (let decade = 1; ; decade *= 10) {
    const found = [1, 2, 5].find(step => Math.ceil(last / (step * decade)) < most);
    if (found) return found * decade;
  }
};

/** The iterations with a row, the last one always among them. */
const chosen = (last, stride) =>
  Array.from({length: Math.ceil(last / stride) + 1}, (_, k) => Math.min(k * stride, last));

/** The columns of a table, each with its heading: t, w, E, the gradient and step that led there,
    and what the rule remembers. */
const columnsOf = ({symbols}) => {
  const pair = (name, symbol) => weights.map((sign, i) => [`${name}${i + 1}`, symbol + sign]);
  return [
    ...pair("w", "w"), ["E", "E"], ...pair("g", "g"), ...pair("v", "v"),
    ...Object.entries(symbols).flatMap(([name, symbol]) => pair(name, symbol)),
  ];
};

const runTable = ({rule, trajectory: {columns, rows}}) => {
  const {head, row, titled} = Tooltip, {reading} = Numbers;
  const found = columnsOf(rule), stride = strideOf(rows - 1);
  const which = stride === 1 ? "Every iteration" : `Iterations 0, ${stride}, ${2 * stride}, …`;
  return titled(
    `${which} of ${rule.name}`, head("t", ...found.map(([, heading]) => heading)),
    chosen(rows - 1, stride).map(t => row(String(t), ...found.map(([name]) =>
      (t === 0 && Number.isNaN(columns[name][t]) ? "" : reading(columns[name][t]))))));
};

const surfaceTable = ({kernel, state: {view: [left, right, bottom, top]}}) => {
  const {head, row, titled} = Tooltip, {short} = Numbers;
  const places = (from, to) => Array.from({length: across}, (_, k) =>
    Scales.tidy(from + (to - from) * k / (across - 1), Math.abs(to - from)));
  const w1s = places(left, right);
  return titled(
    "E on the surface, for w₁ (across) and w₂ (down)", head("w₂ \\ w₁", ...w1s.map(short)),
    places(top, bottom).map(w2 => row(short(w2), ...w1s.map(w1 => short(kernel.error(w1, w2))))));
};

/** Keep the tables true; the link leads to all iterations of the state that is seen. */
const attach = (details, playground) => {
  const [run, surface] = details.querySelectorAll(".table-place"), link = details.querySelector("a");
  const refresh = refreshWhenOpen(details, () => {
    if (!playground.kernel) return;
    link.href = `trajectory.csv${playground.query()}`;
    run.replaceChildren(runTable(playground));
    surface.replaceChildren(surfaceTable(playground));
  });
  return {refresh};
};

export { attach };
