/* Tooltip: the numbers of the place on a surface that the pointer is on. */
import { exact, short } from "./numbers.js";
import { plainTable, tableRow } from "./tables.js";

const pointerGap = 18;
const edgeGap = 4;

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
