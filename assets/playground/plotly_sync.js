/* When the hand rests, Plotly's own traces get the numbers: for the legend and for export. */
import * as Axes from "../view/axes.js";
import * as Scales from "../view/scales.js";

const everything = [-Infinity, Infinity];
const list = (column, from, to) => Array.from(column.subarray(from, to + 1));

/** Give the surface's trajectory traces the run's points, as components/surface/surface.py does. Plotly
    need not draw them: the canvas shows them, and contours may take seconds to draw again. */
const surface = (figure, {columns, rows}) => {
  const {farthest, ramps: {light: {length: pieces}}} = figure.layout.meta;
  const near = value => (Math.abs(value) <= farthest ? value : null);
  const last = rows - 1;
  for (let k = 0; k < pieces; k++) {
    const from = Math.floor(k * last / pieces), to = Math.floor((k + 1) * last / pieces);
    const trace = figure.data[k + 1];
    trace.x = list(columns.w1, from, to).map(near);
    trace.y = list(columns.w2, from, to).map(near);
  }
};

/** The right axis: named after the memory's curves that are shown, in decades for the rates, out
    of sight without any. */
const rightAxis = ({layout: {meta}, _fullLayout}, {columns, rows}, {curves}, level, visible) => {
  const shown = group => curves.filter((curve, k) => curve?.group === group && visible[k] === true);
  const memory = shown("memory"), rates = shown("rate"), type = rates.length ? "log" : "linear";
  const on = [...memory, ...rates].map(({column}) => ({values: columns[column]}));
  if (rates.length) on.push({values: new Array(rows).fill(level)});
  const axis = {..._fullLayout.yaxis, type}, seen = memory.length + rates.length > 0;
  return {
    "yaxis2.visible": seen,
    // Or Plotly would keep the room of its labels.
    "yaxis2.automargin": seen,
    "yaxis2.type": type,
    "yaxis2.title.text": rates.length ? meta.rateTitle : memory.map(({name}) => name).join(", "),
    "yaxis2.title.standoff": 16,
    ...Axes.settled("yaxis2", axis, on, rows, everything),
  };
};

/** Show the curves that the legend has, and the right axis true to them. */
const followLegend = ({curve: figure, trajectory, rule}, level, visible) =>
  Plotly.update(
    figure, {visible}, rightAxis(figure, trajectory, rule, level, visible), visible.map((_, k) => k));

/** The least and the largest error that are shown: a linear axis leaves a run that explodes room,
    but not all of it. components/playground/error_axis.py has the same rule. */
const bounds = ({layout: {meta, yaxis}}, {columns: {E}, rows}) => {
  if (yaxis.type === "log") return everything;
  const first = E[0], size = Math.max(Math.abs(first), meta.smallest);
  const [low] = Scales.extent([{values: E}], rows, everything);
  const falls = low < first - meta.abyss * size;
  return [falls ? first - meta.headroom * size : -Infinity, first + meta.headroom * size];
};

/** The errors within bounds, and where they leave them the first one beyond, brought near. */
const within = (errors, [least, most]) => {
  const inside = error => error >= least && error <= most, far = 1e6 * most;
  return errors.map((error, t) => {
    if (inside(error)) return error;
    if (!inside(errors[t - 1]) && !inside(errors[t + 1])) return null;
    return error > most ? Math.min(error, most + far) : Math.max(error, least - far);
  });
};

/** What a trace shows: the errors up to the largest, a column, or the level across the plot. */
const points = (figure, {columns, rows}, found, level, steps) => {
  if (found?.group === "level") return {x: [0, steps], y: [level, level]};
  const x = Array.from({length: rows}, (_, t) => t), y = list(columns[found?.column ?? "E"], 0, rows - 1);
  if (found?.group !== "error") return {x, y};
  return {x, y: within(y, bounds(figure, {columns, rows}))};
};

/** Give the curve's traces the run's numbers, and its axes their range. */
const curve = ({curve: figure, trajectory, rule, state: {steps}}, level, visible) => {
  const {curves, level: of} = rule;
  const traces = figure.data.map((_, k) => k);
  const errors = [{values: trajectory.columns.E}], {yaxis} = figure._fullLayout;
  const found = traces.map(k => points(figure, trajectory, curves[k], level, steps));
  return Plotly.update(figure, {
    x: found.map(({x}) => x),
    y: found.map(({y}) => y),
    name: traces.map(k => curves[k]?.name ?? ""),
    text: traces.map(k => (curves[k]?.group === "level" ? ["", of.mark] : null)),
    visible,
  }, {
    "xaxis.range": [0, steps],
    ...Axes.settled("yaxis", yaxis, errors, trajectory.rows, bounds(figure, trajectory), true),
    ...rightAxis(figure, trajectory, rule, level, visible),
  }, traces);
};

export { bounds, curve, followLegend, surface };
