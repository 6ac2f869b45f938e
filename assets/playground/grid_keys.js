/* Grid keys: arrows move the focus among the buttons of a list that is laid out as a grid. */

/** @type {Record<string, (columns: number) => number>} */
const steps = {
  ArrowLeft: () => -1,
  ArrowRight: () => 1,
  ArrowUp: (columns) => -columns,
  ArrowDown: (columns) => columns,
  Home: () => Number.NEGATIVE_INFINITY,
  End: () => Number.POSITIVE_INFINITY,
};

/** The place that a key leads to from another one; a move up or down that leaves the grid leads nowhere.
    @param {string} key
    @param {number} from
    @param {{columns: number, count: number}} grid
    @returns {number | null} */
export const placeAfter = (key, from, { columns, count }) => {
  if (!(key in steps)) return null;
  const to = from + steps[key](columns);
  if (key.startsWith("Arrow")) return to >= 0 && to < count ? to : from;
  return Math.min(count - 1, Math.max(0, to));
};

/** @param {HTMLElement} list */
export const bindGridKeys = (list) => {
  list.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const buttons = [...list.getElementsByTagName("button")];
    const from = buttons.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    const columns = getComputedStyle(list).gridTemplateColumns.split(" ").length;
    const to = placeAfter(event.key, from, { columns, count: buttons.length });
    if (from < 0 || to === null) return;
    event.preventDefault();
    buttons[to].focus();
  });
};
