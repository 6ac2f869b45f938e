/* Data tables of figure 1, one for each run: the numbers of the arrows. */
import { setText } from "../view/dom.js";
import { reading, short } from "../view/numbers.js";
import { headingRow } from "../view/tables.js";

const colours = ["blue", "orange"];
const interval = 90;

/** @param {string} tag
    @param {string} [text]
    @param {string} [className] */
const element = (tag, text = "", className = "") => {
  const made = document.createElement(tag);
  made.textContent = text;
  made.className = className;
  return made;
};

/** A cell for a vector, one component below the other; each is laid out by itself, so that a changing number
    needs no layout of the page. */
const vectorCell = () => {
  const cell = element("td");
  cell.append(element("div", " "), element("div", " "));
  return cell;
};

/** Set the text of a component by its text node, which is cheaper than replacing the node.
    @param {Element} component
    @param {string} text */
const write = ({ firstChild }, text) => {
  const node = /** @type {Text} */ (firstChild);
  if (node.data !== text) node.data = text;
};

/** The columns of a table by name, with their symbols: w, g and v, then the rule's states.
    @param {OptimizerInfo} rule */
const columnsOf = (rule) => [["w", "w"], ["g", "g"], ["v", "v"], ...Object.entries(rule.symbols)];

/** @param {number} t
    @param {number} run
    @param {OptimizerInfo} rule
    @param {number} count of vectors */
const createRow = (t, run, rule, count) => {
  const row = element("tr");
  const first = element("th");
  const button = element("button", String(t));
  button.setAttribute("aria-label", `t = ${t} of ${rule.name}`);
  button.dataset.run = String(run);
  button.dataset.t = String(t);
  first.setAttribute("scope", "row");
  first.append(button);
  row.append(first, ...Array.from({ length: count }, vectorCell));
  return row;
};

/** Tables of both runs in an element.
    @param {HTMLElement} place */
export const createDataTables = (place) => {
  /** @type {{rule: OptimizerInfo, body: HTMLTableSectionElement, stopped: HTMLElement, frame: HTMLElement}[]} */
  const tables = [];
  /** @type {RunOfRule[]} */
  let latest = [];
  let shownAt = Number.NEGATIVE_INFINITY;
  let timer = 0;

  /** @param {number} run
      @param {OptimizerInfo} rule */
  const build = (run, rule) => {
    const table = document.createElement("table");
    const mark = element("span", "", `mark ${colours[run]}`);
    const stopped = element("span", "", "stopped");
    mark.setAttribute("aria-hidden", "true");
    table.createCaption().append(mark, element("span", `${rule.name} `), stopped);
    table.createTHead().append(headingRow("t", ...columnsOf(rule).map(([, symbol]) => `${symbol}(t)`)));
    const frame = element("div", "", "numbers-table");
    frame.append(table);
    tables[run] = { rule, body: table.createTBody(), stopped, frame };
    place.replaceChildren(...tables.map((one) => one.frame));
  };

  /** @param {number} run
      @param {RunOfRule} trajectory */
  const update = (run, { rule, columns, rows, stopped }) => {
    if (tables[run]?.rule !== rule) build(run, rule);
    const { body, stopped: sentence } = tables[run];
    const shown = columnsOf(rule);
    while (body.rows.length > rows) body.lastChild?.remove();
    while (body.rows.length < rows) body.append(createRow(body.rows.length, run, rule, shown.length));
    for (let t = 0; t < rows; t++) {
      shown.forEach(([name], k) => {
        const { children } = body.rows[t].cells[k + 1];
        const text = k < 3 ? short : reading;
        for (const i of [1, 2]) {
          const value = columns[`${name}${i}`][t];
          // No g and v have led to the start.
          write(children[i - 1], t === 0 && Number.isNaN(value) ? "" : text(value));
        }
      });
    }
    setText(sentence, stopped ?? "");
  };

  /** Show the runs, some ten times a second while they change: reading is no faster, and laying out text costs
      more than all arrows.
      @param {RunOfRule[]} trajectories */
  const show = (trajectories) => {
    latest = trajectories;
    const wait = shownAt + interval - performance.now();
    if (wait > 0) {
      clearTimeout(timer);
      timer = setTimeout(() => show(latest), wait);
      return;
    }
    shownAt = performance.now();
    latest.forEach((trajectory, run) => {
      update(run, trajectory);
    });
  };

  /** Call `point({run, t})` when keyboard, finger or mouse are on a row, and `point(null)` when they leave.
      @param {(mark: {run: number, t: number} | null) => void} point */
  const onPoint = (point) => {
    for (const type of ["focusin", "click", "mouseover"]) {
      place.addEventListener(type, ({ target }) => {
        const row = /** @type {Element} */ (target).closest("tr");
        const { run, t } = row?.querySelector("button")?.dataset ?? {};
        point(run === undefined ? null : { run: Number(run), t: Number(t) });
      });
    }
    for (const type of ["focusout", "mouseleave"]) place.addEventListener(type, () => point(null));
  };

  return { onPoint, show };
};
