/* The playground as numbers: the iterations of all runs, and E on the visible part of the surface. */
import { refreshWhenOpen } from "../view/data_tables.js";
import { reading, short } from "../view/numbers.js";
import { tidy } from "../view/scales.js";
import { captionedTable, headingRow, tableRow } from "../view/tables.js";

const mostRows = 51;
const gridPoints = 7;

/** How many iterations lie between two rows: the smallest round number with which all rows fit.
    @param {number} last iteration */
export const strideOf = (last) => {
  for (let decade = 1; ; decade *= 10) {
    const step = [1, 2, 5].find((round) => Math.ceil(last / (round * decade)) < mostRows);
    if (step) return step * decade;
  }
};

/** The iterations that have a row; the last one always has.
    @param {number} last
    @param {number} stride */
const iterations = (last, stride) =>
  Array.from({ length: Math.ceil(last / stride) + 1 }, (_, k) => Math.min(k * stride, last));

/** The columns of a table with their headings: w, E, the gradient and the step that led there, the states.
    @param {OptimizerInfo} rule
    @returns {[string, string][]} */
const columnsOf = ({ symbols }) => {
  const pair = (/** @type {string} */ name, /** @type {string} */ symbol) =>
    /** @type {[string, string][]} */ ([
      [`${name}1`, `${symbol}₁`],
      [`${name}2`, `${symbol}₂`],
    ]);
  const states = Object.entries(symbols).flatMap(([name, symbol]) => pair(name, symbol));
  return [...pair("w", "w"), ["E", "E"], ...pair("g", "g"), ...pair("v", "v"), ...states];
};

/** @param {number} number of the run, from 1
    @param {OptimizerInfo} rule
    @param {Trajectory} trajectory */
const runTable = (number, rule, { columns, rows }) => {
  const found = columnsOf(rule);
  const stride = strideOf(rows - 1);
  const which = stride === 1 ? "Every iteration" : `Iterations 0, ${stride}, ${2 * stride}, …`;
  // Nothing led to the start: it has no gradient and no step.
  const cell = (/** @type {string} */ name, /** @type {number} */ t) =>
    t === 0 && Number.isNaN(columns[name][t]) ? "" : reading(columns[name][t]);
  return captionedTable(
    `${which} of run ${number}, ${rule.name}`,
    headingRow("t", ...found.map(([, heading]) => heading)),
    iterations(rows - 1, stride).map((t) => tableRow(String(t), ...found.map(([name]) => cell(name, t)))),
  );
};

/** @param {ErrorFunctionKernel} kernel
    @param {View} view */
const surfaceTable = (kernel, [left, right, bottom, top]) => {
  const points = (/** @type {number} */ from, /** @type {number} */ to) =>
    Array.from({ length: gridPoints }, (_, k) =>
      tidy(from + ((to - from) * k) / (gridPoints - 1), Math.abs(to - from)),
    );
  const across = points(left, right);
  return captionedTable(
    "E on the surface, for w₁ (across) and w₂ (down)",
    headingRow("w₂ \\ w₁", ...across.map(short)),
    points(top, bottom).map((w2) => tableRow(short(w2), ...across.map((w1) => short(kernel.error(w1, w2))))),
  );
};

/** Bind the tables; they are filled while they are open, and the link leads to all iterations.
    @param {HTMLDetailsElement} details
    @param {Playground} playground
    @returns `refresh()` fills them after a commit */
export const createDataTables = (details, playground) => {
  const [runs, surface] = details.querySelectorAll(".table-place");
  const link = /** @type {HTMLAnchorElement} */ (details.querySelector("a"));
  const gradient = /** @type {HTMLElement} */ (details.querySelector(".formula"));
  const refresh = refreshWhenOpen(details, () => {
    const { answer, kernel, catalogue, trajectories, state } = playground;
    if (!kernel) return;
    link.href = `trajectory.csv${playground.query()}`;
    const tables = trajectories.map((found, place) =>
      runTable(place + 1, catalogue.optimizers[found.optimizer], found),
    );
    runs.replaceChildren(...tables);
    gradient.dataset.mathml = answer.gradient;
    surface.replaceChildren(surfaceTable(kernel, state.view));
  });
  return { refresh };
};
