/* Chart of measures at every setting of the control, which lies on its axis: as the content of a plot. */
import { fillHeights } from "../playground/curve_geometry.js";
import { isSame } from "../playground/same.js";
import { short } from "../view/numbers.js";
import { axisScale } from "../view/scales.js";
import { controlTicks, heightTicks, responseAxis } from "./chart_axes.js";
import { isGuessed } from "./kept_runs.js";
import { measure } from "./measures.js";
import { valueText } from "./positions.js";
import { withSymbols } from "./symbols.js";

/** @typedef {import("./look.js").TourTheme} TourTheme */

const width = 2;
const digits = 3;

/** The first measure that a measure is made of, which tells its run and weight.
    @param {TourMeasure} measured
    @returns {TourMeasure} */
const first = (measured) => (measured.of.length ? first(measured.of[0]) : measured);

/** The error of the start, where all measures are errors.
    @param {TourResponse} chart
    @param {TourScene} scene */
const startOf = ({ measures }, scene) =>
  measures.every(([{ kind }]) => kind === "error") ? scene.trajectories[0].columns.E[0] : null;

/** @typedef {{area: Box, theme: TourTheme, response: import("./responses.js").Response,
      shareOf: TourMeasuring["shareOf"]}} Options */

/** What is the same at every setting of the control.
    @param {TourResponse} chart
    @param {TourControl} control
    @param {number | null} start
    @param {Options} options */
const makeStill = (chart, control, start, { area, theme, response, shareOf }) => {
  const { values, columns, known } = response;
  const isLog = chart.axis === "log";
  const sized = columns.map((column) => (isLog ? column.map(Math.abs) : column));
  const rows = known;
  const axis = responseAxis(
    sized.map((column) => ({ values: column, rows })),
    { type: chart.axis, start },
  );
  const scale = axisScale(axis, area.top + area.height, -area.height);
  /** @param {number} at */
  const x = (at) => area.left + shareOf(control, at) * area.width;
  // Values are evenly spaced on the axis.
  const per = area.width / Math.max(1, values.length - 1);

  const styles = chart.measures.map(([measured]) => {
    const { run, i } = first(measured);
    const colour = chart.byWeight ? theme.weights[i - 1] : theme.runs[run].colour;
    const names = chart.byWeight ? [`run-${run}`, `w${i}`] : [`run-${run}`];
    return { run, colour, names, isDashed: chart.byWeight && i === 2 };
  });
  const curves = chart.measures.map(([, label], k) => ({
    heights: fillHeights(new Float64Array(Math.max(rows, 2)), { values: sized[k], from: 0, rows }, scale),
    x: (/** @type {number} */ index) => area.left + index * per,
    ...{ colour: styles[k].colour, isDashed: styles[k].isDashed, names: styles[k].names },
    ...{ width: (width * theme.unit) / 14, alpha: 1, label: withSymbols(label) },
  }));
  const ticks = controlTicks(control, chart.ticks, area.width, (at) => shareOf(control, at));
  return {
    ...{ scale, curves, styles, x, title: "", level: null, end: area.left + area.width },
    ticks: heightTicks(axis, area.height, chart.unit),
    across: ticks.map(({ value: at, label }) => ({ x: x(at), label })),
    zones: chart.zones.map(([from, to, label]) => ({
      left: x(from),
      width: x(to) - x(from),
      label: withSymbols(label),
    })),
  };
};

/** Make the contents of plots, and keep what was made last of each response. */
export const createResponseContent = () => {
  /** @type {WeakMap<import("./responses.js").Response, {of: unknown[], still: ReturnType<typeof makeStill>}>} */
  const kept = new WeakMap();

  /** @param {TourResponse} chart
      @param {TourControl} control
      @param {TourScene} scene
      @param {Options} options */
  const stillOf = (chart, control, scene, options) => {
    const { area, theme, response } = options;
    const start = startOf(chart, scene);
    const of = [response.known, start, theme, area.left, area.top, area.width, area.height];
    const before = kept.get(response);
    if (before && isSame(before.of, of)) return before.still;
    const still = makeStill(chart, control, start, options);
    kept.set(response, { of, still });
    return still;
  };

  /** The content of a plot; null where the control has no number.
    @param {TourResponse} chart
    @param {TourScene} scene
    @param {Options} options
    @returns {import("./chart_plot.js").PlotContent | null} */
  return (chart, scene, options) => {
    const { stop, value, linked } = scene;
    const { control } = stop;
    if (!control || typeof value !== "number") return null;
    const { area } = options;
    const isLog = chart.axis === "log";
    const { styles, x, ...still } = stillOf(chart, control, scene, options);
    const { scale } = still;
    const points = chart.measures.flatMap(([measured], k) => {
      const { run, colour, names } = styles[k];
      if (isGuessed(scene, run)) return [];
      const found = measure(measured, scene);
      const at = isLog ? Math.abs(found) : found;
      if (Number.isNaN(at)) return [];
      const y = at > 0 || !isLog ? scale(at) : 1e4;
      // What is above the plot is told, what is below is as good as nothing.
      const text =
        y > area.top + area.height + 1 ? "" : short(Number(found.toPrecision(digits))) + chart.unit;
      return [{ x: x(value), y, colour, place: run, names, text }];
    });
    return {
      ...still,
      ...{ area, points, linked },
      control: {
        ...{ symbol: withSymbols(`$${control.symbol}$`), value: valueText(control, value) },
        ...{ label: control.label, x: x(value) },
      },
    };
  };
};
