/* Tooltip of figure 1: the exact numbers of an arrow, a point or an iteration. */
import { onEscape, pointerPixel } from "../view/dom.js";
import { exact } from "../view/numbers.js";
import { plainTable, tableRow } from "../view/tables.js";
import { positionTable, showTooltip } from "../view/tooltip.js";
import { arrowAt } from "./arrows.js";

/** @param {Columns} columns
    @param {string} name
    @param {number} t */
const components = (columns, name, t) => [columns[`${name}1`][t], columns[`${name}2`][t]];

/** Rows of a gradient or a step: its components and its length.
    @param {Columns} columns
    @param {string} name
    @param {number} t */
const vectorRows = (columns, name, t) => {
  const [first, second] = components(columns, name, t);
  return [
    tableRow(`${name}(${t})`, exact(first), exact(second)),
    tableRow(`|${name}(${t})|`, exact(Math.hypot(first, second))),
  ];
};

/** Rows of a weight: its components, E and the rule's states.
    @param {Columns} columns
    @param {Record<string, string>} symbols
    @param {number} t */
const weightRows = (columns, symbols, t) => {
  /** @param {string} name
      @param {string} symbol */
  const pair = (name, symbol) => tableRow(`${symbol}(${t})`, ...components(columns, name, t).map(exact));
  const states = Object.entries(symbols).map(([name, symbol]) => pair(name, symbol));
  return [pair("w", "w"), tableRow("E", exact(columns.E[t])), ...states];
};

/** The table of what is marked: a gradient, a step or a weight, or all that belongs to an iteration.
    @param {Mark} mark
    @param {RunOfRule[]} trajectories */
const markTable = ({ kind, run, t }, trajectories) => {
  const { rule, columns } = trajectories[run ?? trajectories.findIndex(({ rows }) => rows > t)];
  const { name, symbols } = run === null ? { name: "both", symbols: {} } : rule;
  if (kind === "g" || kind === "v") return plainTable([tableRow(name), ...vectorRows(columns, kind, t)]);
  const isPoint = kind === "w" || t === 0;
  const ledThere = isPoint ? [] : ["g", "v"].flatMap((vector) => vectorRows(columns, vector, t));
  return plainTable([tableRow(name), ...weightRows(columns, symbols, t), ...ledThere]);
};

/** The corner of a stage in which a card covers the fewest ends of arrows.
    @param {HTMLElement} card
    @param {HTMLElement} stage
    @param {Arrows} arrows */
const emptiestCorner = (card, stage, { g, v }) => {
  const { offsetWidth: width, offsetHeight: height } = card;
  const corners = [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ].map(([right, down]) => {
    const x = right * (stage.clientWidth - width);
    const y = down * (stage.clientHeight - height);
    const hidden = [...g, ...v].filter(({ x1, y1 }) => x1 > x && x1 < x + width && y1 > y && y1 < y + height);
    return { x: right * stage.clientWidth - 18, y: down * stage.clientHeight, hidden: hidden.length };
  });
  return corners.reduce((best, one) => (one.hidden < best.hidden ? one : best));
};

/** Bind the tooltip of a figure's stage.
    @param {HTMLElement} card
    @param {TwoStepsFigure} figure */
export const createHover = (card, figure) => {
  const stage = /** @type {HTMLElement} */ (card.parentElement);

  const hide = () => {
    card.hidden = true;
    figure.mark(null);
  };

  /** @param {Mark} mark
      @param {number} x
      @param {number} y */
  const showMark = (mark, x, y) => {
    showTooltip(card, markTable(mark, figure.trajectories), x, y);
    figure.mark(mark);
  };

  /** @param {PointerEvent} event */
  const follow = (event) => {
    if (!figure.kernel || event.buttons) return hide();
    const { left, top, width, height, valueX, valueY } = figure.plot.mapping();
    const [x, y] = pointerPixel(event, stage);
    if (x < left || x > left + width || y < top || y > top + height) return hide();
    const isOnStart = /** @type {Element} */ (event.target).matches(".start-handle");
    /** @type {Mark | null} */
    const found = isOnStart ? { kind: "w", run: null, t: 0 } : arrowAt(figure.arrows, x, y);
    if (found) return showMark(found, x, y);
    const [w1, w2] = [valueX(x), valueY(y)];
    showTooltip(card, positionTable(w1, w2, figure.kernel.error(w1, w2)), x, y);
    figure.mark(null);
  };

  stage.addEventListener("pointermove", (event) => {
    if (event.pointerType === "mouse") follow(event);
  });
  stage.addEventListener("pointerleave", (event) => {
    if (event.pointerType === "mouse") hide();
  });
  stage.addEventListener(
    "pointerdown",
    (event) => {
      if (event.pointerType !== "mouse") hide();
    },
    true,
  );
  onEscape(hide);

  /** A tap on an arrow or a point shows its numbers instead of moving the start; returns whether it did.
      @param {number} x
      @param {number} y */
  const tapped = (x, y) => {
    const found = arrowAt(figure.arrows, x, y);
    if (found) showMark(found, x, y);
    return found !== null;
  };

  /** Show an iteration of a run where it covers no arrows, or nothing.
      @param {Mark | null} mark */
  const point = (mark) => {
    if (!mark || !figure.kernel) return hide();
    showMark(mark, 0, 0);
    const { x, y } = emptiestCorner(card, stage, figure.arrows);
    showMark(mark, x, y);
  };

  return { point, tapped };
};
