/* Figure controller of the two steps: two runs of a few steps as arrows on a surface. A change of the state is
   drawn in the next frame, without a request; controls, address and live region follow in a commit. */
import { createFunctionBox } from "../controls/function_box.js";
import { typeRefused } from "../controls/number_box.js";
import { createParameters } from "../controls/parameters.js";
import { createStartBoxes } from "../controls/start_boxes.js";
import { createStartHandle } from "../controls/start_handle.js";
import { loadModule } from "../engine/kernels.js";
import { createRunner, trajectoryOfLayout } from "../engine/runs.js";
import { loadOrNotify } from "../page/notice.js";
import { summarySentence } from "../playground/run_summary.js";
import { stateParts, stateQuery, writeAddress } from "../state/address.js";
import { usedOf } from "../state/parameters.js";
import { createSurface } from "../surface/controller.js";
import { bindPanAndZoom, runsAndButtons } from "../surface/pan_zoom.js";
import { withHeights } from "../surface/heights.js";
import { createPlot } from "../surface/plot.js";
import { loadKernel } from "../surface/request.js";
import { createCanvas } from "../view/canvas.js";
import { byId as elementById, setText } from "../view/dom.js";
import { followWindow } from "../view/follow_window.js";
import { createAnnouncer } from "../view/live_region.js";
import { ratio } from "../view/numbers.js";
import { createRenderLoop } from "../view/render_loop.js";
import { arrowsOf, coveredNote, pointsAlong } from "./arrows.js";
import { drawArrows, labelFont, readTheme } from "./canvas.js";
import { ownCatalogue, withEveryView } from "./data.js";
import { createDataTables } from "./data_tables.js";
import { createFraming } from "./frame.js";
import { createHover } from "./hover.js";
import { createLabels } from "./labels.js";
import { bindRunControls } from "./run_controls.js";

const key = "two-steps";

/** @param {TwoStepsData} data
    @param {Catalogue} page
    @returns {TwoStepsFigure} */
export const createTwoSteps = ({ state, defaults, surface, trajectories, refused }, page) => {
  const answer = withHeights(surface);
  const catalogue = ownCatalogue(page, defaults);
  /** @param {string} id */
  const idOf = (id) => `${key}-${id}`;
  /** @param {string} id */
  const byId = (id) => elementById(idOf(id));
  const root = byId("figure");
  const canvas = createCanvas(byId("surface-canvas"));
  const tables = createDataTables(byId("numbers"));
  const labels = createLabels();
  const announce = createAnnouncer();
  const runners = state.runs.map(createRunner);
  let theme = readTheme(catalogue);
  /** @type {Record<string, RuleKernel>} */
  let rules;

  /** @type {TwoStepsFigure} */
  const figure = {
    ...createRenderLoop({ draw: () => draw(), commit: () => commit() }),
    key,
    root,
    state,
    catalogue,
    page,
    idOf,
    byId,
    E: answer.E,
    answer,
    defaultView: state.view,
    viewSentence: null,
    marked: null,
    module: null,
    kernel: null,
    /** NumPy's runs, in the first picture. */
    trajectories: trajectories.map((found, k) => ({
      ...trajectoryOfLayout(found),
      rule: catalogue.optimizers[state.runs[k].optimizer],
    })),
    arrows: { g: [], v: [], w: [] },
    paths: () => figure.trajectories,
    parts: () => {
      const view = framing.framed ? defaults.view : state.view;
      return stateParts({ ...state, view, E: figure.E }, catalogue);
    },
    results: () => {
      run();
      return figure.trajectories.map((found, k) => ({ ...found, optimizer: state.runs[k].optimizer }));
    },
    resetView: () => framing.resetView(),
    query: (part) => stateQuery({ ...state, ...part, view: defaults.view }, catalogue),
    surfaceQuery: (part) => (part ? figure.query(part) : stateQuery(state, withEveryView(catalogue))),
    change: (part) => {
      Object.assign(state, part);
      if (part.parameters) figure.parameters.bind();
      figure.redraw();
      figure.commitLater();
    },
    setStart: (start) => {
      figure.change({ start });
      startBoxes.show();
    },
    take: async ({ view, ...part }) => {
      const isShown = await figure.ask(part);
      for (const controls of runControls) controls.show();
      if (isShown && view) figure.plot.go(view);
      return isShown;
    },
    drawArrows: (context, marked) => {
      const mapping = figure.plot.mapping();
      const start = { x: mapping.x(state.start[0]), y: mapping.y(state.start[1]) };
      drawArrows(context, mapping, figure.arrows, theme, marked, (measure) =>
        labels.place(measure, mapping, figure.arrows, start),
      );
    },
    mark: (mark) => {
      const { marked } = figure;
      if (mark?.run === marked?.run && mark?.t === marked?.t && mark?.kind === marked?.kind) return;
      figure.marked = mark;
      figure.redraw();
    },
    apply: async ({ reframe, parameters = state.parameters, ...part }, { answer: next, module }) => {
      if (!framing.take(next, reframe)) return;
      Object.assign(figure, { module, answer: next, E: next.E });
      figure.change({ ...part, parameters: usedOf(parameters, next) });
      if (reframe === undefined) figure.marked = null;
      byId("error-function-formula").dataset.mathml = next.formula;
      setText(byId("scale"), ratio(next.scale));
      labels.reset();
      startBoxes.show();
      await figure.plot.show(next);
      figure.redraw();
      figure.commitLater();
    },
    begin: async () => {
      const kernels = loadOrNotify(
        Promise.all([loadModule(catalogue.kernels.optimizers), loadKernel(state.E, state.parameters)]),
      );
      await showFirstPicture();
      const [ruleModule, module] = await kernels;
      rules = ruleModule.optimizers;
      figure.module = module;
      figure.parameters.bind();
      bindControls();
      draw();
      typeRefused(refused);
      describe();
      root.dataset.ready = "true";
      // Alone on a page it is what the page waits for.
      if (!elementById("playground-figure")) document.documentElement.dataset.ready = "true";
    },
    // What is not known before the first picture and the controls.
    .../** @type {any} */ ({}),
  };

  const run = () => {
    const { kernel } = figure;
    if (!kernel || !rules) return;
    figure.trajectories = state.runs.map(({ optimizer, settings }, k) => ({
      rule: catalogue.optimizers[optimizer],
      ...runners[k](rules[optimizer], kernel, state, settings),
    }));
  };

  const draw = () => {
    run();
    figure.parameters.draw();
    for (const controls of runControls) controls.draw();
    figure.arrows = arrowsOf(figure.trajectories, figure.plot.mapping(), framing.scale);
    setText(byId("covered"), coveredNote(figure.arrows, figure.trajectories));
    handle.place();
    figure.drawArrows(canvas.context, figure.marked);
    tables.show(figure.trajectories);
  };

  /** Announce what is shown to screen readers. */
  const describe = () => {
    handle.name();
    const sentences = figure.trajectories.map((found) => summarySentence(found.rule.name, found));
    announce(sentences.join("; "), figure.viewSentence);
  };

  /** Pass what is shown to everything that does not follow every frame. */
  const commit = () => {
    if (!figure.kernel) return;
    draw();
    figure.plot.label();
    describe();
    startBoxes.commit();
    for (const controls of runControls) controls.commit();
    figure.parameters.commit();
    framing.check();
    writeAddress(key, figure.parts());
    root.dataset.settled = String(performance.now());
  };

  const framing = createFraming(figure, answer);
  figure.surface = framing;
  const startBoxes = createStartBoxes(figure);
  figure.parameters = createParameters(figure, refused);
  /** @type {ReturnType<typeof bindRunControls>} */
  let runControls = [];
  const handle = createStartHandle(byId("surface-handle"), {
    map: () => figure.plot.mapping(),
    start: () => state.start,
    move: figure.setStart,
  });

  /** Draw the first picture, from NumPy's numbers. */
  const showFirstPicture = async () => {
    [figure.plot] = await Promise.all([
      createPlot(byId("surface-graph").firstElementChild, answer, catalogue.palette),
      document.fonts.load(labelFont, "𝑤"),
    ]);
    figure.requests = createSurface(figure, figure.plot, byId("surface-unanswered"));
    setText(byId("scale"), ratio(answer.scale));
    draw();
    figure.plot.onDraw(draw);
    figure.plot.label(() => {
      const { points, boxes } = runsAndButtons(figure);
      return {
        points: [...points, ...pointsAlong([...figure.arrows.g, ...figure.arrows.v])],
        boxes: [...boxes, ...labels.boxes()],
      };
    });
  };

  const bindControls = () => {
    runControls = bindRunControls(figure);
    createFunctionBox(figure);
    bindPanAndZoom(figure);
    const hover = createHover(byId("surface-tooltip"), figure);
    figure.tapped = hover.tapped;
    tables.onPoint(hover.point);
    figure.plot.onView(framing.release);
    followWindow([byId("surface-canvas")], {
      recolour: () => {
        theme = readTheme(catalogue);
        draw();
      },
      fit: () => {
        canvas.fit();
        draw();
      },
    });
  };

  return figure;
};
