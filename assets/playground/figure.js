/* Playground controller: state and runs; changes are drawn in the next frame without a request, and committed
   to the address, the controls and the live region afterwards. */
import { createFunctionBox } from "../controls/function_box.js";
import { typeRefused } from "../controls/number_box.js";
import { createRunControls, initialSettings } from "../controls/optimizer_picker.js";
import { createParameters } from "../controls/parameters.js";
import { createStartBoxes } from "../controls/start_boxes.js";
import { createStartHandle } from "../controls/start_handle.js";
import { loadModule } from "../engine/kernels.js";
import { trajectoryOfLayout } from "../engine/runs.js";
import { loadOrNotify } from "../page/notice.js";
import { stateParts, stateQuery, writeAddress } from "../state/address.js";
import { usedOf, withoutRanges } from "../state/parameters.js";
import { createSurface } from "../surface/controller.js";
import { bindPanAndZoom, runsAndButtons } from "../surface/pan_zoom.js";
import { withHeights } from "../surface/heights.js";
import { createPlot } from "../surface/plot.js";
import { loadKernel } from "../surface/request.js";
import { byId } from "../view/dom.js";
import { followWindow } from "../view/follow_window.js";
import { createFrameBudget } from "../view/frame_budget.js";
import { createRenderLoop } from "../view/render_loop.js";
import { createDataTables } from "./data_tables.js";
import { createDescription } from "./run_summary.js";
import { createRuns } from "./runs.js";
import { sceneOf } from "./scene.js";
import { bindTabs } from "./tabs.js";
import { readTheme } from "./theme.js";
import { createUndo } from "./undo.js";
import { createViews } from "./views.js";

/** @param {PlaygroundData} data
    @param {Catalogue} catalogue
    @returns {Playground} */
export const createPlayground = ({ state, surface, trajectories, refused }, catalogue) => {
  const answer = withHeights(surface);
  const page = document.documentElement;
  // In the first picture there are NumPy's trajectories: others wait for the kernels.
  let run = () => {};
  /** @type {FigureView[]} */
  let views = [];
  /** @type {FigureView[]} */
  let leading = [];
  /** @type {ReturnType<typeof createFrameBudget>} */
  let budget;

  /** @type {Playground} */
  const figure = {
    ...createRenderLoop({ draw: (...of) => drawFrame(...of), commit: () => commit() }),
    key: "playground",
    root: byId("playground-figure"),
    state,
    catalogue,
    byId,
    defaultView: state.view,
    E: answer.E,
    answer,
    theme: readTheme(catalogue),
    marked: null,
    time: { t: state.step, isRace: false, isPlaying: false },
    viewSentence: null,
    module: null,
    kernel: null,
    rules: null,
    trajectories: trajectories.map((found, k) => ({ ...trajectoryOfLayout(found), ...state.runs[k] })),
    afterDraw: null,
    get trajectory() {
      return figure.trajectories[state.selected];
    },
    get rule() {
      return catalogue.optimizers[figure.trajectory.optimizer];
    },
    get scene() {
      return sceneOf(state, figure.E);
    },
    get isFirstScene() {
      return figure.scene === sceneOf(catalogue.defaults, catalogue.defaults.E);
    },
    // A run that was removed may not be drawn yet.
    paths: () => figure.trajectories.filter((_, place) => state.runs[place]?.hidden === false),
    query: (part = {}) => stateQuery({ ...state, ...part }, catalogue),
    surfaceQuery: ({ E = state.E, view = state.view, parameters = state.parameters } = {}) =>
      stateQuery({ ...catalogue.defaults, E, view, parameters: withoutRanges(parameters) }, catalogue),
    change: (part) => {
      Object.assign(state, part);
      if (part.parameters) figure.parameters.bind();
      state.step = Math.min(state.step, state.steps);
      // Whole runs are shown again while they are changed.
      if (!figure.time.isPlaying) figure.time = { t: state.step, isRace: false, isPlaying: false };
      figure.redraw();
      figure.commitLater();
    },
    setStart: (start) => figure.change({ start }),
    selectRun: (place) => {
      figure.change({ selected: place });
      figure.runControls.show();
    },
    goTo: (t, { isRace = figure.time.isRace, isPlaying = figure.time.isPlaying } = {}) => {
      figure.time = { t, isRace, isPlaying };
      state.step = Math.max(1, Math.round(t));
      figure.marked = null;
      figure.redraw();
      if (!isPlaying) figure.commitLater();
    },
    /** @param {number | null} t */
    mark: (t) => {
      if (t === figure.marked) return;
      figure.marked = t;
      figure.redraw();
    },
    apply: async ({ look, parameters = state.parameters, ...part }, { answer: next, module }) => {
      Object.assign(figure, { module, answer: next, E: next.E, marked: null, viewSentence: null });
      figure.change({ ...part, parameters: usedOf(parameters, next) });
      if (look) figure.tell(look);
      if (part.view) figure.defaultView = part.view;
      if (part.runs) figure.runControls.show();
      byId("error-function-formula").dataset.mathml = next.formula;
      // A view that is being dragged stays under the pointer.
      const isDragged = !part.view && !figure.plot.isAt(state.view);
      await figure.plot.show(next, isDragged ? figure.plot.view() : state.view);
      figure.redraw();
    },
    commit: () => commit(),
    parts: () => stateParts({ ...state, E: figure.E }, catalogue),
    results: () => {
      run();
      return figure.trajectories;
    },
    begin: () => begin(),
    // What is not known before the first picture and the kernels.
    .../** @type {any} */ ({}),
  };
  figure.startBoxes = createStartBoxes(figure);
  figure.parameters = createParameters(figure, refused);
  const handle = createStartHandle(byId("surface-handle"), {
    map: () => figure.plot.mapping(),
    start: () => state.start,
    move: figure.setStart,
  });
  const tables = createDataTables(byId("run-numbers"), figure);
  const describe = createDescription(figure);

  /** @type {ReturnType<typeof createUndo>} */
  let undo;

  /** Draw what follows a hand. */
  const drawLeading = () => {
    run();
    figure.parameters.draw();
    handle.place();
    for (const view of leading) view.draw();
    figure.afterDraw?.();
  };

  /** @param {number} time
      @param {boolean} isChanged */
  const drawFrame = (time, isChanged) => {
    if (isChanged) {
      drawLeading();
      budget.mark();
    }
    budget.draw(time);
  };

  const draw = () => {
    drawLeading();
    budget.drawAll();
  };

  /** The surface has moved: what lies on it moves with it, in the same frame. */
  const follow = () => {
    drawLeading();
    budget.mark();
    figure.proceed();
  };

  const commit = () => {
    if (!figure.kernel || undo.isPending()) return;
    run();
    figure.runControls.commit();
    undo.enter();
    writeAddress(figure.key, figure.parts());
    for (const view of views) view.commit?.();
    draw();
    figure.parameters.commit();
    undo.commit();
    handle.name();
    figure.plot.label();
    describe();
    tables.refresh();
    page.dataset.settled = String(performance.now());
  };

  /** Draw the first picture, from NumPy's numbers. */
  const showFirstPicture = async () => {
    figure.plot = await createPlot(byId("surface-graph").firstElementChild, answer, catalogue.palette);
    figure.surface = createSurface(figure, figure.plot, byId("surface-unanswered"));
    const { following, ...found } = createViews(figure);
    leading = found.leading;
    views = [...leading, ...following];
    budget = createFrameBudget(following, figure.proceed);
    draw();
    figure.plot.onDraw(follow);
    figure.plot.label(() => runsAndButtons(figure));
    bindPanAndZoom(figure);
  };

  const bindControls = () => {
    const picker = byId("optimizer-picker");
    figure.runControls = createRunControls(figure.root, figure, {
      settings: initialSettings(state.runs[state.selected], catalogue),
      picker,
      place: () => state.selected,
    });
    createFunctionBox(figure);
    bindTabs(figure.root);
    undo = createUndo(figure);
    followWindow(figure.root.querySelectorAll("canvas"), {
      recolour: () => {
        figure.theme = readTheme(catalogue);
        draw();
      },
      fit: () => {
        for (const view of views) view.fit?.();
        draw();
      },
    });
  };

  const begin = async () => {
    const { optimizers, steps } = catalogue.kernels;
    const kernels = loadOrNotify(
      Promise.all([loadModule(optimizers), loadModule(steps), loadKernel(state.E, state.parameters)]),
    );
    await showFirstPicture();
    const [rules, stepsModule, module] = await kernels;
    Object.assign(figure, { module, rules: rules.optimizers, stepsModule });
    figure.parameters.bind();
    run = createRuns(figure, rules.optimizers);
    bindControls();
    draw();
    typeRefused(refused);
    describe();
    page.dataset.ready = "true";
  };

  return figure;
};
