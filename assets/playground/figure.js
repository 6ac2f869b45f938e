/* Playground controller: state and runs; changes are drawn in the next frame without a request, and committed
   to the address, the controls and the live region afterwards. */
import { createFunctionBox } from "../controls/function_box.js";
import { createRunControls, initialSettings } from "../controls/optimizer_picker.js";
import { createStartBoxes } from "../controls/start_boxes.js";
import { createStartHandle } from "../controls/start_handle.js";
import { loadModule } from "../engine/kernels.js";
import { trajectoryOfLayout } from "../engine/runs.js";
import { loadOrNotify } from "../page/notice.js";
import { stateParts, stateQuery, writeAddress } from "../state/address.js";
import { createSurface } from "../surface/controller.js";
import { bindPanAndZoom, runsAndButtons } from "../surface/pan_zoom.js";
import { createPlot } from "../surface/plot.js";
import { loadKernel } from "../surface/request.js";
import { createCanvas } from "../view/canvas.js";
import { byId } from "../view/dom.js";
import { showFormulas } from "../view/formulas.js";
import { createAnnouncer } from "../view/live_region.js";
import { createRenderLoop } from "../view/render_loop.js";
import { onThemeChange } from "../view/theme.js";
import { drawTrajectory } from "../view/trajectory.js";
import { createClaims } from "./claims.js";
import { createCurveLegend } from "./curve_legend.js";
import { initialCurves } from "./curve_lines.js";
import { createCurveScale } from "./curve_scale.js";
import { createDataTables } from "./data_tables.js";
import { createErrorCurve } from "./error_curve.js";
import { createLinkedHover } from "./linked_hover.js";
import { labelPictures, showRunSummary, summarySentence } from "./run_summary.js";
import { createRuns } from "./runs.js";
import { createStepInspector } from "./step_inspector.js";
import { readTheme } from "./theme.js";

/** @param {PlaygroundData} data
    @param {Catalogue} catalogue
    @returns {Playground} */
export const createPlayground = ({ state, surface: answer, trajectories }, catalogue) => {
  const page = document.documentElement;
  const announce = createAnnouncer();
  let theme = readTheme(catalogue);
  // In the first picture there is NumPy's trajectory and no step to inspect: both wait for the kernels.
  let run = () => {};
  let inspectStep = () => {};

  /** @type {Playground} */
  const figure = {
    ...createRenderLoop({ draw: () => draw(), commit: () => commit() }),
    key: "playground",
    root: byId("playground-figure"),
    state,
    catalogue,
    byId,
    defaultView: state.view,
    E: answer.E,
    shown: initialCurves(),
    marked: null,
    selected: null,
    viewSentence: null,
    kernel: null,
    trajectory: { ...trajectoryOfLayout(trajectories[0]), ...state.runs[0] },
    referenceState: null,
    reference: null,
    afterDraw: null,
    get rings() {
      return [figure.selected, figure.marked].filter((t) => t !== null);
    },
    get rule() {
      return catalogue.optimizers[figure.trajectory.optimizer];
    },
    paths: () => [figure.trajectory],
    query: (part = {}) => stateQuery({ ...state, ...part }, catalogue),
    change: (part) => {
      Object.assign(state, part);
      figure.redraw();
      figure.commitLater();
    },
    setStart: (start) => {
      figure.change({ start });
      figure.startBoxes.show();
    },
    apply: async (part, { answer: next, kernel }) => {
      Object.assign(state, part);
      Object.assign(figure, { kernel, E: next.E, marked: null, viewSentence: null });
      if (part.view) figure.defaultView = part.view;
      if (part.runs) figure.runControls.show();
      byId("error-function-formula").dataset.mathml = next.formula;
      byId("gradient-formula").dataset.mathml = next.gradient;
      figure.startBoxes.show();
      // A view that is being dragged stays under the pointer.
      const isDragged = !part.view && !figure.plot.isAt(state.view);
      await figure.plot.show(next, isDragged ? figure.plot.view() : state.view);
      figure.redraw();
      figure.commitLater();
    },
    commit: () => commit(),
    begin: () => begin(),
    // What is not known before the first picture and the kernels.
    .../** @type {any} */ ({}),
  };
  figure.startBoxes = createStartBoxes(figure);
  const handle = createStartHandle(byId("surface-handle"), {
    map: () => figure.plot.mapping(),
    start: () => state.start,
    move: figure.setStart,
  });
  const tables = createDataTables(byId("run-numbers"), figure);

  const draw = () => {
    run();
    handle.place();
    const { plot, trajectory, reference, rings } = figure;
    drawTrajectory(canvas.context, plot.mapping(), trajectory, { reference, ramp: theme.ramp, theme, rings });
    figure.errorCurve.draw(theme);
    inspectStep();
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
    figure.startBoxes.commit();
    figure.runControls.commit();
    writeAddress(figure.key, stateParts({ ...state, E: figure.E }, catalogue));
    figure.errorCurve.commit();
    draw();
    figure.plot.label();
    describe();
    page.dataset.settled = String(performance.now());
  };

  /** @type {ReturnType<typeof createCanvas>} */
  let canvas;
  /** @type {ReturnType<typeof createCurveLegend>} */
  let legend;

  /** Draw the first picture, from NumPy's numbers. */
  const showFirstPicture = async () => {
    figure.plot = await createPlot(byId("surface-graph").firstElementChild, answer, catalogue.palette);
    figure.surface = createSurface(figure, figure.plot, byId("surface-unanswered"));
    canvas = createCanvas(byId("surface-canvas"));
    figure.errorCurve = createErrorCurve(byId("curve-canvas"), figure);
    legend = createCurveLegend(byId("curve-legend"), figure, { changed: figure.commitSoon });
    draw();
    figure.plot.onDraw(draw);
    figure.plot.label(() => runsAndButtons(figure));
    bindPanAndZoom(figure);
    showFormulas(figure.root);
  };

  const followWindow = () => {
    onThemeChange(() => {
      theme = readTheme(catalogue);
      figure.redraw();
    });
    const sizes = new ResizeObserver(() => {
      canvas.fit();
      figure.errorCurve.fit();
      figure.redraw();
    });
    for (const id of ["surface-canvas", "curve-canvas"]) sizes.observe(byId(id).parentElement);
  };

  const bindControls = () => {
    const settings = initialSettings(state.runs[0], catalogue);
    const picker = byId("optimizer-picker");
    figure.runControls = createRunControls(figure.root, figure, { settings, picker });
    createFunctionBox(figure);
    createCurveScale(byId("curve-scale"), {
      changed: (scale) => {
        figure.errorCurve.setScale(scale);
        commit();
      },
    });
    createLinkedHover(figure);
    createClaims(figure);
    followWindow();
  };

  const begin = async () => {
    const { optimizers, steps } = catalogue.kernels;
    const kernels = loadOrNotify(
      Promise.all([loadModule(optimizers), loadModule(steps), loadKernel(state.E)]),
    );
    await showFirstPicture();
    const [rules, stepsModule, kernel] = await kernels;
    figure.kernel = kernel;
    run = createRuns(figure, rules.optimizers);
    const inspector = createStepInspector(figure, stepsModule);
    inspectStep = inspector.draw;
    figure.select = inspector.select;
    bindControls();
    draw();
    describe();
    page.dataset.ready = "true";
  };

  return figure;
};
