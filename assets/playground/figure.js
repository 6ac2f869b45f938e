/* Playground controller: state and runs; changes are drawn in the next frame without a request, and committed
   to the address, the controls and the live region afterwards. */
import { createFunctionBox } from "../controls/function_box.js";
import * as OptimizerPicker from "../controls/optimizer_picker.js";
import * as StartBoxes from "../controls/start_boxes.js";
import * as StartHandle from "../controls/start_handle.js";
import { loadModule } from "../engine/kernels.js";
import { createRunner, trajectoryFromLayout } from "../engine/runs.js";
import { loadOrNotify } from "../page/notice.js";
import { stateParts, stateQuery, writeAddress } from "../state/address.js";
import { createSurface } from "../surface/controller.js";
import { bindPanAndZoom } from "../surface/pan_zoom.js";
import { createPlot } from "../surface/plot.js";
import { loadKernel } from "../surface/request.js";
import { createCanvas } from "../view/canvas.js";
import { byId } from "../view/dom.js";
import { showFormulas } from "../view/formulas.js";
import { createAnnouncer } from "../view/live_region.js";
import { createRenderLoop } from "../view/render_loop.js";
import { onThemeChange, themeName } from "../view/theme.js";
import { drawTrajectory } from "../view/trajectory.js";
import { createClaims } from "./claims.js";
import { createCurveLegend } from "./curve_legend.js";
import { initialCurves } from "./curve_lines.js";
import { createCurveScale } from "./curve_scale.js";
import { createDataTables } from "./data_tables.js";
import { createErrorCurve } from "./error_curve.js";
import { createLinkedHover } from "./linked_hover.js";
import { labelPictures, showRunSummary, summarySentence } from "./run_summary.js";
import { createStepInspector } from "./step_inspector.js";

/** @param {{state: State, surface: SurfaceAnswer, trajectories: Trajectory[]}} data
    @param {Catalogue} catalogue */
export const createPlayground = ({ state, surface: answer, trajectories }, catalogue) => {
  const root = byId("playground-figure");
  const page = document.documentElement;
  const runners = { shown: createRunner(), reference: createRunner() };
  const announce = createAnnouncer();
  let rules, layer, handle, inspector, tables, theme, legend;

  const figure = {
    key: "playground",
    root,
    state,
    catalogue,
    byId,
    idOf: (id) => id,
    settings: OptimizerPicker.initial(state.runs[0], catalogue),
    defaultView: state.view,
    E: answer.E,
    shown: initialCurves(),
    marked: null,
    selected: null,
    viewSentence: null,
    kernel: null,
    /** NumPy's trajectory, in the first picture. */
    trajectory: { ...trajectoryFromLayout(trajectories[0]), ...state.runs[0] },
    /** A state whose run is drawn, pale, for comparison; and that run. */
    referenceState: null,
    reference: null,
    plot: null,
    surface: null,
    errorCurve: null,
    /** The iterations with a ring: the chosen step and the one that is pointed at. */
    get rings() {
      return [figure.selected, figure.marked].filter((t) => t !== null);
    },
    /** The optimizer of the trajectory that is drawn. */
    get rule() {
      return catalogue.optimizers[figure.trajectory.optimizer];
    },
    /** The query of the state, with some of it changed. */
    query: (part = {}) => stateQuery({ ...state, ...part }, catalogue),
    /** Take a change of the state. */
    change: (part) => {
      Object.assign(state, part);
      figure.redraw();
      figure.commitLater();
    },
    /** Take the answer to a typed function, and what was asked for with it. */
    apply: async (part, { answer: next, kernel }) => {
      Object.assign(state, part);
      Object.assign(figure, { kernel, E: next.E, marked: null, viewSentence: null });
      if (part.view) figure.defaultView = part.view;
      if (part.runs) OptimizerPicker.take(figure);
      byId("error-function-formula").dataset.mathml = next.formula;
      byId("gradient-formula").dataset.mathml = next.gradient;
      StartBoxes.show(figure);
      await figure.plot.show(next, state.view);
      figure.redraw();
      figure.commitLater();
    },
    /** Called after each drawing, for benchmarks.
        @type {(() => void) | null} */
    afterDraw: null,
    begin: () => begin(),
  };

  const readTheme = () => {
    const style = getComputedStyle(page);
    const palette = catalogue.palette[themeName()];
    theme = {
      ink: style.getPropertyValue("--ink"),
      quiet: style.getPropertyValue("--quiet"),
      halo: style.getPropertyValue("--halo"),
      font: `13px ${style.getPropertyValue("--words")}`,
      grid: palette.grid,
      ramp: palette.ramp,
    };
  };

  const run = () => {
    const descend = (runner, { start, steps, runs: [{ optimizer, settings }] }) => ({
      optimizer,
      settings,
      ...runner(rules[optimizer], figure.kernel, { start, steps }, settings),
    });
    const { referenceState } = figure;
    figure.trajectory = descend(runners.shown, state);
    figure.reference =
      referenceState?.E === state.E ? descend(runners.reference, referenceState) : null;
  };

  const draw = () => {
    if (figure.kernel && rules) run();
    handle.place();
    const { plot, trajectory, reference, rings } = figure;
    drawTrajectory(layer.context, plot.mapping(), trajectory, { reference, ramp: theme.ramp, theme, rings });
    figure.errorCurve.draw(theme);
    inspector?.draw();
    legend.draw();
    showRunSummary(byId("run-summary"), figure.rule.name, trajectory);
    figure.afterDraw?.();
  };

  /** Announce what is seen to screen readers. */
  const describe = () => {
    const { rule, trajectory } = figure;
    handle.name();
    labelPictures(rule.name, figure.E, trajectory);
    announce(summarySentence(rule.name, trajectory), figure.viewSentence);
    tables.refresh();
  };

  const commit = () => {
    if (!figure.kernel) return;
    StartBoxes.settle(figure);
    OptimizerPicker.settle(figure);
    writeAddress(figure.key, stateParts({ ...state, E: figure.E }, catalogue));
    figure.errorCurve.commit();
    draw();
    describe();
    page.dataset.settled = String(performance.now());
  };
  Object.assign(figure, createRenderLoop({ draw, commit }), { commit });

  /** Draw the first picture, from NumPy's numbers. */
  const showFirstPicture = async () => {
    const palette = catalogue.palette.light;
    figure.plot = await createPlot(byId("surface-graph").firstElementChild, answer, palette);
    figure.surface = createSurface(figure, figure.plot, byId("surface-unanswered"));
    layer = createCanvas(byId("surface-canvas"));
    handle = StartHandle.attach(byId("surface-handle"), {
      map: figure.plot.mapping,
      start: () => state.start,
      move: (start) => {
        figure.change({ start });
        StartBoxes.show(figure);
      },
    });
    figure.errorCurve = createErrorCurve(byId("curve-canvas"), figure);
    legend = createCurveLegend(byId("curve-legend"), figure, { changed: figure.commitSoon });
    readTheme();
    draw();
    figure.plot.onDraw(draw);
    showFormulas(root);
  };

  const bindControls = () => {
    OptimizerPicker.listen(root, figure, { settings: figure.settings, picker: byId("optimizer-picker") });
    StartBoxes.listen(figure);
    createFunctionBox(figure);
    bindPanAndZoom(figure);
    createCurveScale(byId("curve-scale"), {
      changed: (scale) => {
        figure.errorCurve.setScale(scale);
        commit();
      },
    });
    createLinkedHover(figure);
    createClaims(figure);
    tables = createDataTables(byId("run-numbers"), figure);
    onThemeChange(() => {
      readTheme();
      figure.redraw();
    });
    const sizes = new ResizeObserver(() => {
      layer.fit();
      figure.errorCurve.fit();
      figure.redraw();
    });
    for (const id of ["surface-canvas", "curve-canvas"]) sizes.observe(byId(id).parentElement);
  };

  const begin = async () => {
    const kernels = loadOrNotify(
      Promise.all([
        loadModule(catalogue.kernels.optimizers),
        loadModule(catalogue.kernels.steps),
        loadKernel(state.E),
      ]),
    );
    await showFirstPicture();
    const [optimizers, steps, kernel] = await kernels;
    rules = optimizers.optimizers;
    figure.kernel = kernel;
    inspector = createStepInspector(figure, steps);
    figure.select = inspector.select;
    bindControls();
    draw();
    root.classList.add("is-live");
    describe();
    page.dataset.ready = "true";
  };

  return figure;
};
