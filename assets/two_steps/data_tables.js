/* The numbers of figure 1 as a table for each run: what the arrows show, for reading. */
import * as Numbers from "../view/numbers.js";
import * as Tooltip from "../view/tooltip.js";

const names = ["blue", "orange"];
const {reading, short} = Numbers;

const element = (tag, text = "", className = "") => {
  const made = document.createElement(tag);
  made.textContent = text;
  made.className = className;
  return made;
};

/** A cell for a vector, one component below the other; each is laid out by itself, or the page
    would be laid out anew for every number under a hand. */
const vector = () => {
  const cell = element("td");
  cell.append(...[1, 2].map(() => {
    const component = element("div");
    component.append("");
    return component;
  }));
  return cell;
};

const write = ({firstChild: node}, text) => {
  if (node.data !== text) node.data = text;
};

/** What a table shows: w, g and v, then what the rule remembers. */
const columns = rule => [["w", "w"], ["g", "g"], ["v", "v"], ...Object.entries(rule.symbols)];

const head = rule =>
  Tooltip.head("t", ...columns(rule).map(([, symbol]) => `${symbol}(t)`));

const line = (t, run, rule, count) => {
  const row = element("tr"), first = element("th"), button = element("button", String(t));
  button.setAttribute("aria-label", `t = ${t} of ${rule.name}`);
  button.dataset.run = run;
  button.dataset.t = t;
  first.scope = "row";
  first.append(button);
  row.append(first, ...Array.from({length: count}, () => vector()));
  return row;
};

/** Fill a place with the tables: `rules` are those of both runs; returns what keeps them true. */
const attach = place => {
  const made = [];

  const build = (run, rule) => {
    const table = element("table"), caption = element("caption");
    const mark = element("span", "", `mark ${names[run]}`), stopped = element("span", "", "stopped");
    mark.setAttribute("aria-hidden", "true");
    caption.append(mark, element("span", `${rule.name} `), stopped);
    const body = element("tbody"), top = element("thead");
    top.append(head(rule));
    table.append(caption, top, body);
    const frame = element("div", "", "numbers-table");
    frame.append(table);
    made[run] = {rule, body, stopped, frame};
    place.replaceChildren(...made.map(one => one.frame));
  };

  const update = (run, {rule, columns: found, rows, stopped}) => {
    if (made[run]?.rule !== rule) build(run, rule);
    const {body, stopped: said} = made[run], shown = columns(rule);
    while (body.rows.length > rows) body.lastChild.remove();
    while (body.rows.length < rows) body.append(line(body.rows.length, run, rule, shown.length));
    for (let t = 0; t < rows; t++) {
      shown.forEach(([name], k) => {
        const {children} = body.rows[t].cells[k + 1], read = k < 3 ? short : reading;
        for (const i of [1, 2]) {
          const value = found[`${name}${i}`][t];
          // Nothing has led to the start.
          write(children[i - 1], t === 0 && Number.isNaN(value) ? "" : read(value));
        }
      });
    }
    const sentence = stopped ?? "";
    if (said.textContent !== sentence) said.textContent = sentence;
  };

  /** Call `pointed({run, t})` when the keyboard, a finger or the mouse is on a row, else with null. */
  const listen = pointed => {
    const at = target => target.closest("tr")?.querySelector("button")?.dataset;
    const point = ({target}) => {
      const found = at(target);
      pointed(found ? {run: Number(found.run), t: Number(found.t)} : null);
    };
    for (const kind of ["focusin", "click", "mouseover"]) place.addEventListener(kind, point);
    for (const kind of ["focusout", "mouseleave"]) place.addEventListener(kind, () => pointed(null));
  };

  return {listen, update};
};

export { attach };
