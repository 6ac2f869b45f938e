/* Figure 1 under the pointer: an arrow's or a point's exact numbers, in a card beside it. */
import { onEscape } from "../view/escape.js";
import * as Numbers from "../view/numbers.js";
import * as Scales from "../view/scales.js";
import * as Tooltip from "../view/tooltip.js";
import * as Arrows from "./arrows.js";

const attach = (card, figure) => {
  const {exact} = Numbers, {row, table, show, place} = Tooltip;
  const stage = card.parentElement;

  const two = (columns, name, t) => [exact(columns[`${name}1`][t]), exact(columns[`${name}2`][t])];
  const length = (columns, name, t) => exact(Math.hypot(columns[`${name}1`][t], columns[`${name}2`][t]));
  const vector = ({columns}, name, t) => [
    row(`${name}(${t})`, ...two(columns, name, t)),
    row(`|${name}(${t})|`, length(columns, name, t)),
  ];
  const weight = ({columns}, rule, t) => [
    row(`w(${t})`, ...two(columns, "w", t)),
    row("E", exact(columns.E[t])),
    ...Object.entries(rule.symbols).map(([name, symbol]) => row(`${symbol}(${t})`, ...two(columns, name, t))),
  ];

  /** The card's numbers: of a gradient, a step or a weight, or of all that belongs to an iteration. */
  const numbers = ({kind, run, t}) => {
    const trajectory = figure.trajectories[run ?? figure.trajectories.findIndex(({rows}) => rows > t)];
    const rule = run === null ? {name: "both", symbols: {}} : trajectory.rule, whose = row(rule.name);
    if (kind === "g" || kind === "v") return table([whose, ...vector(trajectory, kind, t)]);
    const led = kind === "w" || t === 0 ? [] : [...vector(trajectory, "g", t), ...vector(trajectory, "v", t)];
    return table([whose, ...weight(trajectory, rule, t), ...led]);
  };

  const leave = () => {
    card.hidden = true;
    figure.mark(null);
  };

  const showAt = (found, x, y) => {
    show(card, numbers(found), x, y);
    figure.mark(found);
  };

  const over = event => {
    if (!figure.kernel || event.buttons) return leave();
    const map = Scales.mapping(figure.surface), box = stage.getBoundingClientRect();
    const x = event.clientX - box.x, y = event.clientY - box.y;
    const {left, top, width, height} = map;
    if (x < left || x > left + width || y < top || y > top + height) return leave();
    const onStart = event.target.matches(".start-handle");
    const found = onStart ? {kind: "w", run: null, t: 0} : Arrows.at(figure.arrows, x, y);
    if (found) return showAt(found, x, y);
    const w1 = map.valueX(x), w2 = map.valueY(y);
    show(card, place(w1, w2, figure.kernel.error(w1, w2)), x, y);
    figure.mark(null);
  };
  stage.addEventListener("pointermove", event => { if (event.pointerType === "mouse") over(event); });
  stage.addEventListener("pointerleave", event => { if (event.pointerType === "mouse") leave(); });
  stage.addEventListener("pointerdown", event => { if (event.pointerType !== "mouse") leave(); }, true);
  onEscape(leave);

  /** A finger's tap on an arrow or a point shows its card instead of moving the start. */
  const tapped = (x, y) => {
    const found = Arrows.at(figure.arrows, x, y);
    if (found) showAt(found, x, y);
    return found !== null;
  };

  /** The corner of the stage in which the card covers the fewest ends of arrows. */
  const quietCorner = () => {
    const {offsetWidth: width, offsetHeight: height} = card, {g, v} = figure.arrows;
    const corners = [[0, 0], [1, 0], [0, 1], [1, 1]].map(([right, down]) => {
      const x = right * (stage.clientWidth - width), y = down * (stage.clientHeight - height);
      const hidden = [...g, ...v].filter(({x1, y1}) => x1 > x && x1 < x + width && y1 > y && y1 < y + height);
      return {x: right * stage.clientWidth - 18, y: down * stage.clientHeight, hidden: hidden.length};
    });
    return corners.reduce((best, one) => (one.hidden < best.hidden ? one : best));
  };

  /** Show an iteration of a run out of the arrows' way, or nothing. */
  const point = found => {
    if (!found || !figure.kernel) return leave();
    showAt(found, 0, 0);
    const {x, y} = quietCorner();
    showAt(found, x, y);
  };

  return {point, tapped};
};

export { attach };
