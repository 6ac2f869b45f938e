/* Tooltip: the numbers of what the pointer is on, an iteration or a place of the surface. */
import { exact, short } from "./numbers.js";
import { plainTable, tableRow } from "./tables.js";

const reach = 14;
const pointerGap = 18;
const edgeGap = 4;

/** The iteration whose point is nearest to a pixel, or null where none is near.
    @param {Pick<Trajectory, "columns" | "rows">} trajectory
    @param {Pick<PlotMapping, "x" | "y">} map
    @param {number} x
    @param {number} y */
export const nearestIteration = ({ columns: { w1, w2 }, rows }, map, x, y) => {
  /** @type {number | null} */
  let nearest = null;
  let best = reach * reach;
  for (let t = 0; t < rows; t++) {
    const dx = map.x(w1[t]) - x;
    const dy = map.y(w2[t]) - y;
    const distance = dx * dx + dy * dy;
    if (distance > best) continue;
    nearest = t;
    best = distance;
  }
  return nearest;
};

/** The numbers of an iteration: t, w, E, the gradient and step that led there, the rule's states.
    @param {Pick<Trajectory, "columns">} trajectory
    @param {number} t
    @param {Record<string, string>} symbols of the states, by the name of their columns */
export const iterationTable = ({ columns }, t, symbols) => {
  /** @type {(name: string, label: string) => HTMLTableRowElement} */
  const pair = (name, label) => tableRow(label, exact(columns[`${name}1`][t]), exact(columns[`${name}2`][t]));
  const rows = [tableRow("t", String(t)), tableRow("E", exact(columns.E[t])), pair("w", "w")];
  if (t) rows.push(pair("g", `g(${t})`), pair("v", `v(${t})`));
  for (const [name, symbol] of Object.entries(symbols)) {
    if (!Number.isNaN(columns[`${name}1`][t])) rows.push(pair(name, symbol));
  }
  return plainTable(rows);
};

/** The numbers of a place on the surface.
    @param {number} w1
    @param {number} w2
    @param {number} error */
export const positionTable = (w1, w2, error) =>
  plainTable([tableRow("w", short(w1), short(w2)), tableRow("E", exact(error))]);

/** Show a tooltip beside a pixel of its stage, inside the stage.
    @param {HTMLElement} tooltip
    @param {Node} content
    @param {number} x
    @param {number} y
    @param {number} highest pixel that it may reach up to */
export const showTooltip = (tooltip, content, x, y, highest = edgeGap) => {
  tooltip.replaceChildren(content);
  tooltip.hidden = false;
  const stage = /** @type {HTMLElement} */ (tooltip.parentElement);
  const { width, height } = stage.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = tooltip;
  const right = x + pointerGap;
  const left = right + offsetWidth < width ? right : Math.max(0, x - pointerGap - offsetWidth);
  const top = Math.max(highest, Math.min(y - offsetHeight / 2, height - offsetHeight - edgeGap));
  tooltip.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
};
