/* Error chart: E of every shown run against the iteration, the selected run on top, with the iteration from
   which one of them leads, and the leader sentence above it. */
import { createCanvas } from "../view/canvas.js";
import { byId, setText } from "../view/dom.js";
import { short, spoken } from "../view/numbers.js";
import { axisScale } from "../view/scales.js";
import { verticalTicks } from "../view/ticks.js";
import { createCurvePlot, plotArea } from "./curve_plot.js";
import { errorAxisNote, errorOffset, followErrorAxis } from "./error_axis.js";
import { lead } from "./leader.js";
import { iterationScale } from "./plot_frame.js";
import { runNames } from "./run_names.js";
import { isSame } from "./same.js";

/** A crossing at the very start or end says nothing. */
const crossings = [0.03, 0.95];
const nameAt = 0.34;
const widths = { selected: 2.4, other: 1.9 };
const beadSize = 4;

/** @param {Playground} playground
    @param {PlotFrame} frame
    @param {import("../view/canvas.js").Sheet} [sheet] the one of the page without */
export const createErrorChart = (playground, frame, sheet = createCanvas(byId("error-chart-canvas"))) => {
  const { state, catalogue } = playground;
  const plot = createCurvePlot(sheet);
  const [finding, note] = ["error-finding", "error-note"].map(byId);
  /** @type {import("../view/axis_range.js").Axis | null} */
  let axis = null;
  /** Errors above the offset, by place.
      @type {Float64Array[]} */
  const lifted = [];
  /** What is drawn next.
      @type {ReturnType<typeof measure> | null} */
  let measured = null;

  /** What it was made of.
      @type {unknown[]} */
  let source = [];

  /** @param {number} place
      @param {number} offset */
  const liftedErrors = (place, offset) => {
    const { columns, rows } = playground.trajectories[place];
    if (!offset) return columns.E;
    if (!(lifted[place]?.length >= rows)) lifted[place] = new Float64Array(Math.max(rows, 512));
    for (let t = 0; t < rows; t++) lifted[place][t] = columns.E[t] + offset;
    return lifted[place];
  };

  /** Find what is shown: the runs in the order of drawing, the axis and its ticks. */
  const measure = () => {
    const names = runNames(state.runs, catalogue);
    const places = state.runs.flatMap(({ hidden }, place) => (hidden ? [] : [place]));
    const runs = places.map((place) => playground.trajectories[place]);
    const errors = runs.map(({ columns, rows }) => ({ values: columns.E, rows }));
    const offset = errorOffset(errors, state.axis);
    const shown = places.map((place, k) => ({ values: liftedErrors(place, offset), rows: errors[k].rows }));
    axis = followErrorAxis(axis, shown, state.axis, offset);
    const found = lead(
      runs,
      places.map((place) => names[place]),
      state.steps,
    );
    return {
      names,
      places,
      shown,
      axis,
      found,
      note: errorAxisNote(errors, axis, { type: state.axis, offset }),
    };
  };

  /** Follow the runs; returns the room that the labels of the axis need.
      @returns {number} */
  const prepare = () => {
    const { runs, steps, axis: type, selected } = state;
    const now = [type, steps, selected, ...runs.map(({ hidden }) => hidden), ...playground.trajectories];
    if (!measured || !isSame(source, now)) measured = measure();
    source = now;
    return plot.labelsWidth(ticksOf(measured.axis), playground.theme);
  };

  /** @param {import("../view/axis_range.js").Axis} found */
  const ticksOf = (found) =>
    found.isEmpty || frame.isCompact ? [] : verticalTicks(found, plotArea(plot.size(), frame).height);

  /** @param {ReturnType<typeof measure>} found
      @returns {import("./curve_plot.js").PlotCurve[]} */
  const curvesOf = ({ names, places, shown }) =>
    places
      .map((place, k) => {
        const isBold = place === state.selected;
        return {
          ...shown[k],
          from: 0,
          place,
          colour: playground.theme.runs[place].colour,
          width: isBold ? widths.selected : widths.other,
          label: names[place],
          at: nameAt,
          isBold,
          bead: beadSize,
        };
      })
      .sort((a, b) => Number(a.isBold) - Number(b.isBold));

  /** @param {Box} area */
  const scaleIn = ({ top, height }) =>
    axisScale(axis ?? { type: "log", range: [0, 1] }, top + height, -height);

  const draw = () => {
    if (!measured) return;
    const { found } = measured;
    const { time, marked, theme } = playground;
    const area = plotArea(plot.size(), frame);
    const curves = curvesOf(measured);
    const { crossing } = found;
    const [first, last] = crossings.map((part) => part * state.steps);
    const isTold = crossing && crossing.t >= first && crossing.t <= last;
    const leader = crossing && measured.places[crossing.run];
    plot.draw(
      {
        curves,
        scale: scaleIn(area),
        area,
        steps: state.steps,
        source: [measured],
        ticks: ticksOf(measured.axis),
        mark: isTold
          ? {
              curve: curves.findIndex(({ place }) => place === leader),
              t: crossing.t,
              text: `step ${crossing.t}`,
              isShown: !time.isRace || crossing.t <= time.t,
            }
          : null,
        time,
        marked,
        hasCursor: !frame.hasCursorElement,
        isCompact: frame.isCompact,
      },
      theme,
    );
    setText(finding, found.sentence);
    if (finding.title !== found.sentence) finding.title = found.sentence; // a long one is cut
    setText(note, measured.note);
  };

  /** Say what the picture shows. */
  const describe = () => {
    if (!measured) return;
    const { places, names, found } = measured;
    const finals = places.map((place) => {
      const { columns, rows } = playground.trajectories[place];
      return `${names[place]} ${spoken(columns.E[rows - 1])}`;
    });
    const label = `E against the iteration, ${state.axis} axis. ${found.sentence}. Final E: ${finals.join(", ")}.`;
    byId("error-chart-canvas").parentElement.setAttribute("aria-label", label);
  };

  /** Fit the axis to the runs at rest.
      @returns the width of its labels */
  const refit = () => {
    axis = null;
    source = [];
    plot.forget();
    return prepare();
  };

  const commit = () => {
    draw();
    describe();
  };

  /** The numbers at an iteration, in lines.
      @param {number} t
      @returns {{text: string, colour: string}[]} */
  const numbersAt = (t) =>
    (measured?.places ?? []).map((place) => {
      const { columns, rows } = playground.trajectories[place];
      const value = t < rows ? short(columns.E[t]) : "stopped";
      return { text: `${measured?.names[place]} ${value}`, colour: playground.theme.runs[place].colour };
    });

  return {
    prepare,
    refit,
    draw,
    describe,
    commit,
    fit: plot.fit,
    numbersAt,
    area: () => plotArea(plot.size(), frame),
    mapping: () => {
      const area = plotArea(plot.size(), frame);
      return { ...area, x: iterationScale(area, state.steps), y: scaleIn(area) };
    },
    axis: () => axis,
    curves: () => (measured ? curvesOf(measured) : []),
    sentence: () => measured?.found.sentence ?? "",
  };
};
