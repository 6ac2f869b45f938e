/* Chart of curves against the iteration: what is drawn of them, as the content of a plot. */
import { fillHeights } from "../playground/curve_geometry.js";
import { runNames } from "../playground/run_names.js";
import { short } from "../view/numbers.js";
import { axisScale } from "../view/scales.js";
import { controlTicks, curvesAxis, heightTicks, iterationTicks } from "./chart_axes.js";
import { lastRow } from "./kept_runs.js";
import { measure } from "./measures.js";
import { valueText } from "./positions.js";
import { withSymbols } from "./symbols.js";

/** @typedef {import("./look.js").TourTheme} TourTheme */
/** @typedef {import("../view/axis_range.js").Axis} Axis */
/** @typedef {{values: ArrayLike<number>, from: number, rows: number}} Column */

/** @type {Record<string, string>} */
const letters = { error: "E", weight: "w", gradient: "g", update: "v" };
const widths = { plain: 2, faint: 1.3 };
const faint = 0.55;
const digits = 3;

/** The column of a quantity.
    @param {TourCurves} chart
    @param {TourLine} line
    @param {TourScene} scene
    @returns {Column} */
const columnOf = ({ quantity, axis }, { run, i }, scene) => {
  const { columns } = scene.trajectories[run];
  const name = (letters[quantity] ?? quantity) + (i || "");
  const { eta } = scene.state.runs[run].settings;
  // One rate for both weights has no columns.
  const found =
    columns[name] ?? new Float64Array(scene.state.steps + 1).fill(quantity === "rate" ? eta : NaN);
  const isSize = axis === "log" && quantity !== "error";
  const from = quantity === "error" || quantity === "weight" ? 0 : 1;
  const rows = lastRow(scene, run) + 1;
  return { values: isSize ? Float64Array.from(found.slice(0, rows), Math.abs) : found, from, rows };
};

/** The iterations on the horizontal axis.
    @param {TourCurves} chart
    @param {TourScene} scene
    @param {boolean} isControl
    @returns {[number, number]} */
const domainOf = ({ last }, { state: { steps }, stop: { control } }, isControl) => {
  if (isControl && control) return [control.low, control.high];
  return last ? [Math.max(0, steps - last), steps] : [0, steps];
};

/** Whether curves are told apart by their weights: where all are of one run, or where none are of the same weight.
    @param {TourLine[]} lines */
const isByWeight = (lines) => lines.every(({ run, i }) => i && run === lines[0].run);

/** What a weight is bounded by in a chart: a run that goes off would flatten the others.
    @param {TourScene} scene
    @returns {[number, number]} */
const boundsOf = ({ view: [left, right, bottom, top] }) => [Math.min(left, bottom), Math.max(right, top)];

/** What a line is called, its own quantity last.
    @param {TourLine} line
    @param {TourCurves} chart */
const namesOf = ({ run, i }, { quantity }) => {
  const letter = letters[quantity] ?? quantity;
  return [`run-${run}`, letter, ...(i ? [`w${i}`, `${letter}${i}`] : [])];
};

/** The symbols of a label, as links have them; not the control's, which is in all of the chart.
    @param {string} label
    @param {TourStop} stop */
const symbolsIn = (label, { control }) =>
  label.split("$").filter((part, k) => k % 2 && part !== control?.symbol);

/** The content of a plot.
    @param {TourCurves} chart
    @param {TourScene} scene
    @param {{area: Box, theme: TourTheme, catalogue: TourCatalogue, isControl: boolean, before: Axis | null,
      shareOf: TourMeasuring["shareOf"]}} options `before` is the axis that was drawn last
    @returns {{content: import("./chart_plot.js").PlotContent, axis: Axis}} */
export const curvesContent = (chart, scene, options) => {
  const { area, theme, catalogue, isControl, before, shareOf } = options;
  const { lines, quantity, axis: type } = chart;
  const { stop, state, value, t, grown, linked } = scene;
  const [first, last] = domainOf(chart, scene, isControl);
  const columns = lines.map((line) => {
    const column = columnOf(chart, line, scene);
    return { ...column, from: Math.max(column.from, Math.floor(first)) };
  });
  const level = chart.level ? measure(chart.level, scene) : Number.NaN;
  const shown = columns.map(({ values, from, rows }) => ({
    values: Array.prototype.slice.call(values, from, rows),
    rows: Math.max(0, rows - from),
  }));
  if (Number.isFinite(level)) shown.push({ values: [level], rows: 1 });
  const bounds = quantity === "weight" && type === "linear" ? boundsOf(scene) : undefined;
  const axis = curvesAxis(before, shown, { quantity, type, bounds });
  const scale = axisScale(axis, area.top + area.height, -area.height);
  const perStep = area.width / (last - first || 1);
  /** @param {number} at */
  const x = (at) => area.left + (at - first) * perStep;
  const byWeight = isByWeight(lines);
  const names = runNames(state.runs, catalogue);
  const hasRuns = new Set(lines.map(({ run }) => run)).size > 1;

  const curves = lines.map((line, k) => {
    const { run, i, label } = line;
    const { rows } = columns[k];
    const isFaint = line.faint || stop.faint.includes(run);
    const colour = byWeight && i ? theme.weights[i - 1] : theme.runs[run].colour;
    const symbol = withSymbols(`$${letters[quantity] ?? quantity}_${i}$`);
    return {
      heights: fillHeights(new Float64Array(Math.max(rows, 2)), columns[k], scale),
      ...{ x, colour, isDashed: i === 2, names: namesOf(line, chart) },
      width: ((isFaint ? widths.faint : widths.plain) * theme.unit) / 14,
      alpha: line.faint ? faint : 1,
      label: label ? withSymbols(label) : hasRuns ? names[run] : i && quantity !== "rate" ? symbol : "",
    };
  });
  /** The points: at the inspected iteration, or where an error ends. */
  const points = lines.flatMap((line, k) => {
    const { values, rows, from } = columns[k];
    const at = t ?? (quantity === "error" ? Math.min(rows - 1, Math.floor(grown)) : -1);
    if (at < from || at >= rows || at < first) return [];
    const { colour } = curves[k];
    const y = scale(values[at]);
    // What is beyond the plot has an arrowhead there.
    const isBeyond = !(y > area.top - 1 && y < area.top + area.height + 1);
    const text = line.faint || isBeyond ? "" : short(Number(values[at].toPrecision(digits)));
    return [{ x: x(at), y, colour, place: byWeight ? 0 : line.run, names: namesOf(line, chart), text }];
  });
  const { control } = stop;
  const withControl = isControl && control && typeof value === "number";
  const ticks = withControl
    ? controlTicks(control, [], area.width, (at) => shareOf(control, at))
    : iterationTicks([first, last], area.width);
  return {
    axis,
    content: {
      ...{ area, scale, curves, points, linked, zones: [] },
      ticks: heightTicks(axis, area.height),
      across: ticks.map(({ value: at, label }) => ({ x: x(at), label })),
      title: "step 𝑡",
      control: withControl
        ? {
            ...{ symbol: withSymbols(`$${control.symbol}$`), value: valueText(control, value) },
            ...{ label: control.label, x: x(value) },
          }
        : null,
      level: Number.isFinite(level)
        ? { y: scale(level), label: withSymbols(chart.levelLabel), names: symbolsIn(chart.levelLabel, stop) }
        : null,
      end: Math.min(area.left + area.width, x(grown)),
    },
  };
};
