/* Time section: error chart, trace chart and scrubber on one iteration axis, with the playback. */
import { byId } from "../view/dom.js";
import { spoken } from "../view/numbers.js";
import { createChartPointer } from "./chart_pointer.js";
import { createErrorChart } from "./error_chart.js";
import { createPlayback } from "./playback.js";
import { createPlotFrame } from "./plot_frame.js";
import { runNames } from "./run_names.js";
import { createScrubber } from "./scrubber.js";
import { createTraceChart } from "./trace_chart.js";

/** Bind a group of buttons, of which one is pressed.
    @param {HTMLElement} group
    @param {(value: string) => void} choose */
const bindSwitch = (group, choose) => {
  const buttons = [...group.querySelectorAll("button")];
  for (const button of buttons) {
    button.addEventListener("click", () => {
      if (button.getAttribute("aria-disabled") !== "true") choose(button.value);
    });
  }
  return (/** @type {string} */ value) => {
    for (const button of buttons) {
      const pressed = String(button.value === value);
      if (button.getAttribute("aria-pressed") !== pressed) button.setAttribute("aria-pressed", pressed);
    }
  };
};

/** @param {Playground} playground
    @returns {FigureView & {cursor: FigureView}} */
export const createTimeSection = (playground) => {
  const { state, catalogue } = playground;
  const section = byId("time");
  const frame = createPlotFrame(section);
  const errors = createErrorChart(playground, frame);
  const traces = createTraceChart(playground, frame);
  const scrubber = createScrubber(playground, frame);
  const charts = { error: errors, trace: traces };
  playground.charts = charts;
  const pointer = createChartPointer(
    playground,
    Object.entries(charts).map(([name, { area, numbersAt }]) => {
      const stage = byId(`${name}-chart`);
      return { stage, note: stage.querySelector(".chart-note"), area, numbersAt };
    }),
  );

  /** What is said when playing ends at a step.
      @param {number} t */
  const sentenceAt = (t) => {
    if (t >= state.steps) return errors.sentence();
    const names = runNames(state.runs, catalogue);
    const numbers = state.runs.flatMap(({ hidden }, place) => {
      const { columns, rows } = playground.trajectories[place];
      return hidden ? [] : [`${names[place]} ${spoken(columns.E[Math.min(t, rows - 1)])}`];
    });
    return `E at step ${t}: ${numbers.join(", ")}`;
  };
  const playback = createPlayback(playground, { section, sentenceAt });

  const showAxis = bindSwitch(byId("error-axis"), (axis) =>
    playground.change({ axis: /** @type {State["axis"]} */ (axis) }),
  );
  const showTraces = bindSwitch(byId("traces"), (value) =>
    playground.change({ traces: /** @type {State["traces"]} */ (value) }),
  );

  let isDescribed = false;

  const drawCursor = () => scrubber.draw(errors.area().width);

  const draw = () => {
    const { unit } = playground.theme;
    frame.reserve(Math.max(errors.prepare(), traces.prepare()), unit, false);
    errors.draw();
    traces.draw();
    drawCursor();
    playback.draw();
    pointer.draw();
    if (!isDescribed) for (const chart of [errors, traces]) chart.describe();
    isDescribed = true;
    showAxis(state.axis);
    showTraces(playground.rule.traces.states.length ? state.traces : "rate");
  };

  const commit = () => {
    frame.reserve(Math.max(errors.refit(), traces.refit()), playground.theme.unit, true);
    for (const part of [errors, traces, scrubber, playback]) part.commit();
  };

  const fit = () => {
    frame.fit(scrubber.cursor);
    for (const part of [errors, traces, scrubber]) part.fit();
  };

  fit();
  return { draw, commit, fit, cursor: { draw: drawCursor } };
};
