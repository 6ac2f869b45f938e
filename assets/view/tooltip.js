/* What the pointer is on: an iteration with all its numbers, or a place and its error. */
import * as Numbers from "./numbers.js";

const reach = 14;

/** The iteration whose point is nearest to a pixel, if it is near at all. */
const nearest = ({columns, rows}, map, x, y) => {
  const {w1, w2} = columns;
  let found = null, best = reach * reach;
  for (let t = 0; t < rows; t++) {
    const dx = map.x(w1[t]) - x, dy = map.y(w2[t]) - y, distance = dx * dx + dy * dy;
    if (distance <= best) [found, best] = [t, distance];
  }
  return found;
};

const line = (cells, scope) => {
  const made = document.createElement("tr");
  cells.forEach((cell, k) => {
    const element = document.createElement(scope(k) ? "th" : "td");
    if (scope(k)) element.scope = scope(k);
    element.textContent = cell;
    made.append(element);
  });
  return made;
};
const row = (...cells) => line(cells, k => (k ? null : "row"));
const head = (...cells) => line(cells, () => "col");

const table = rows => {
  const element = document.createElement("table");
  element.append(...rows);
  return element;
};

/** A table with a caption and a line of headings. */
const titled = (title, top, rows) => {
  const element = document.createElement("table");
  element.createCaption().textContent = title;
  element.createTHead().append(top);
  element.createTBody().append(...rows);
  return element;
};

/** The numbers of an iteration: t, w, E, the gradient and step that led there, the memory. */
const iteration = ({columns}, t, symbols) => {
  const {exact} = Numbers;
  const pair = (name, label) => row(label, exact(columns[`${name}1`][t]), exact(columns[`${name}2`][t]));
  const rows = [row("t", String(t)), row("E", exact(columns.E[t])), pair("w", "w")];
  if (t) rows.push(pair("g", `g(${t})`), pair("v", `v(${t})`));
  for (const [name, symbol] of Object.entries(symbols)) {
    if (!Number.isNaN(columns[`${name}1`][t])) rows.push(pair(name, symbol));
  }
  return table(rows);
};

const place = (w1, w2, error) => {
  const {short, exact} = Numbers;
  return table([row("w", short(w1), short(w2)), row("E", exact(error))]);
};

/** Show a table beside a pixel, inside its stage and no higher than a pixel of it. */
const show = (card, content, x, y, highest = 4) => {
  card.replaceChildren(content);
  card.hidden = false;
  const {width, height} = card.parentElement.getBoundingClientRect();
  const left = x + 18 + card.offsetWidth < width ? x + 18 : Math.max(0, x - 18 - card.offsetWidth);
  const top = Math.max(highest, Math.min(y - card.offsetHeight / 2, height - card.offsetHeight - 4));
  card.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
};

export { head, iteration, nearest, place, row, show, table, titled };
