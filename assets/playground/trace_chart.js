/* Trace chart: the rate that each weight gets, or what the rule remembers, against the iteration. */
import { createCanvas } from "../view/canvas.js";
import { byId, setText } from "../view/dom.js";
import { short } from "../view/numbers.js";
import { createCurvePlot, plotArea } from "./curve_plot.js";
import { iterationScale } from "./plot_frame.js";
import { isSame } from "./same.js";
import { followTraceAxis, traceScale, traceTicks } from "./trace_axis.js";
import { shownKind, shownTraces } from "./traces.js";

const titles = { rate: "Rate each weight gets", state: "The rule’s memory" };
const widths = { own: 2.2, constant: 1.8, faint: 1.2 };
const faint = 0.5;
const beadSize = 3.5;

/** The words beside the title: the formula of the rates, or the names of the states.
    @param {Playground} playground
    @param {"rate" | "state"} kind */
const wordsOf = ({ rule: { name, traces } }, kind) => {
  if (kind === "state") return traces.states.map(({ symbol, label }) => `${symbol}: ${label}`).join(", ");
  if (traces.rate) return traces.rate.name;
  return traces.constant ? "η, the same for both" : `${name} has none`;
};

/** @param {Playground} playground
    @param {PlotFrame} frame
    @param {import("../view/canvas.js").Sheet} [sheet] the one of the page without */
export const createTraceChart = (playground, frame, sheet = createCanvas(byId("trace-chart-canvas"))) => {
  const { state } = playground;
  const plot = createCurvePlot(sheet);
  const [title, finding, choice] = ["trace-title", "trace-finding", "traces-state"].map(byId);
  /** @type {import("./trace_axis.js").TraceAxis | null} */
  let axis = null;
  /** What the axis belongs to. */
  let shown = "";
  /** @type {import("./traces.js").Trace[]} */
  let traces = [];
  /** What they were made of.
      @type {unknown[]} */
  let source = [];

  const ticksOf = () =>
    axis && !frame.isCompact ? traceTicks(axis, plotArea(plot.size(), frame).height) : [];

  /** Follow the runs; returns the room that the labels of the axis need.
      @returns {number} */
  const prepare = () => {
    const kind = shownKind(playground);
    const { runs, steps, selected } = state;
    const now = [kind, selected, steps, ...runs.map(({ hidden }) => hidden), ...playground.trajectories];
    if (!axis || !isSame(source, now)) {
      const key = `${kind} ${selected} ${playground.trajectory.optimizer}`;
      if (key !== shown) axis = null;
      shown = key;
      traces = shownTraces(playground);
      axis = followTraceAxis(axis, traces, kind === "state" && playground.rule.traces.states.length > 1);
    }
    source = now;
    return plot.labelsWidth(ticksOf(), playground.theme);
  };

  const drawWords = () => {
    const { rule } = playground;
    const kind = shownKind(playground);
    const [first] = rule.traces.states;
    setText(title, titles[kind]);
    setText(finding, wordsOf(playground, kind));
    setText(choice, rule.traces.states.map(({ symbol }) => symbol).join(", ") || "state");
    const reason = first ? "" : `${rule.name} remembers nothing`;
    if (choice.title === reason && choice.hasAttribute("aria-disabled")) return;
    choice.title = reason;
    choice.setAttribute("aria-disabled", String(!first));
    choice.setAttribute("aria-description", reason);
  };

  const draw = () => {
    const area = plotArea(plot.size(), frame);
    const { time, marked, theme } = playground;
    drawWords();
    if (!axis || area.height < 2) return;
    plot.draw(
      {
        curves: traces.map((trace) => ({
          ...trace,
          colour: theme.runs[trace.place].colour,
          width: trace.isFaint ? widths.faint : trace.isOwn ? widths.own : widths.constant,
          alpha: trace.isFaint ? faint : 1,
          isBold: trace.isOwn,
          bead: trace.isOwn ? beadSize : 0,
        })),
        scale: traceScale(axis, area),
        area,
        steps: state.steps,
        source: [traces, axis],
        ticks: ticksOf(),
        mark: null,
        time,
        marked,
        hasCursor: !frame.hasCursorElement,
        isCompact: frame.isCompact,
      },
      theme,
    );
  };

  /** Say what the picture shows. */
  const describe = () => {
    const kind = shownKind(playground);
    const label = `${titles[kind]} against the iteration, of ${playground.rule.name}: ${wordsOf(playground, kind)}.`;
    byId("trace-chart-canvas").parentElement.setAttribute("aria-label", label);
  };

  /** Fit the axis to the runs at rest.
      @returns the width of its labels */
  const refit = () => {
    axis = null;
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
    traces
      .filter(({ isOwn, from, rows }) => isOwn && t >= from && t < rows)
      .map(({ label, values, place }) => ({
        text: `${label} ${short(values[t])}`,
        colour: playground.theme.runs[place].colour,
      }));

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
      const y = traceScale(axis ?? { type: "log", range: [0, 1] }, area);
      return { ...area, x: iterationScale(area, state.steps), y };
    },
    axis: () => axis,
    curves: () => traces,
  };
};
