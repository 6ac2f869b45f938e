/* When the hand rests: Plotly's own map for export, the table of numbers, the address. */
import * as Numbers from "../view/numbers.js";
import * as AmplificationMap from "./map.js";

const same = (a, b) => a.length === b.length && a.every((value, k) => value === b[k]);
let coarse;

/** Give Plotly's traces the map, as components/amplification/map.py does. Plotly need not draw
    them: the canvas shows them. */
const plot = ({plot: {data, layout}, rule, state, scale, look}) => {
  const {create, place, ticks} = AmplificationMap, cells = 100;
  coarse ??= create(cells);
  coarse.fill(rule.kernel, state.run.settings, state.range);
  const g = [...coarse.across];
  const z = g.map((_, row) => g.map((_, column) =>
    place(scale, coarse.values[(cells - 1 - row) * cells + column])));
  for (const trace of data) Object.assign(trace, {x: g, y: g, z});
  data[0].colorscale = look.colours.stops.map((colour, k, {length}) => [k / (length - 1), colour]);
  look.colours.stops.forEach((colour, k) => { layout.shapes[k].fillcolor = colour; });
  const words = layout.annotations.slice(0, 3), tick = layout.annotations[3];
  layout.annotations = [...words, ...ticks(scale).map(value =>
    ({...tick, x: (place(scale, value) + 1) / 2, text: Numbers.short(value)}))];
  data[1].line.color = look.ink;
  layout.xaxis.range = layout.yaxis.range = [-state.range, state.range];
};

/** Keep the table true. */
const numbers = (details, {catalogue, state, steps}) => {
  const {short} = Numbers, shares = [...catalogue.shares];
  const [, ...heads] = details.querySelectorAll("thead th");
  heads.forEach((head, k) => { head.textContent = short(shares[k] * state.range); });
  details.querySelectorAll("tbody tr").forEach((row, k) => {
    const [head, ...cells] = row.children, g2 = shares.at(-1 - k) * state.range;
    head.textContent = short(g2);
    cells.forEach((cell, j) => {
      cell.textContent = short(steps([shares[j] * state.range, g2]).amplification);
    });
  });
};

/** The parts of the address that describe the figure, as few as can be. */
const parts = ({catalogue: {defaults, rules}, state: {run, decays, range, probe}}) => {
  const found = [], usual = rules[run.optimizer].defaults;
  const changed = Object.keys(usual).filter(name => run.settings[name] !== usual[name]);
  const text = [run.optimizer, ...changed.map(name => `${name}:${run.settings[name]}`)].join(",");
  if (text !== defaults.run.optimizer) found.push(["run", text]);
  if (!same(decays, defaults.decays)) found.push(["betas", decays.join(",")]);
  if (range !== defaults.range) found.push(["range", String(range)]);
  if (!same(probe, defaults.probe)) found.push(["g", probe.join(",")]);
  return found;
};

export { numbers, parts, plot };
