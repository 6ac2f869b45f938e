/* Figure 1's conductor: two runs of a few steps, drawn under the hand, told when it rests. */
import * as FunctionBox from "../controls/function_box.js";
import * as OptimizerPicker from "../controls/optimizer_picker.js";
import * as StartBoxes from "../controls/start_boxes.js";
import * as StartHandle from "../controls/start_handle.js";
import * as Kernels from "../engine/kernels.js";
import * as RunSummary from "../playground/run_summary.js";
import * as Address from "../state/address.js";
import * as SurfaceView from "../surface/view.js";
import * as Canvas from "../view/canvas.js";
import { showFormulas } from "../view/formulas.js";
import { createAnnouncer } from "../view/live_region.js";
import * as Numbers from "../view/numbers.js";
import * as Scales from "../view/scales.js";
import * as Theme from "../view/theme.js";
import * as Arrows from "./arrows.js";
import * as TwoStepsCanvas from "./canvas.js";
import * as TwoStepsTables from "./data_tables.js";
import * as Frame from "./frame.js";
import * as TwoStepsHover from "./hover.js";
import * as TwoStepsSync from "./plotly_sync.js";

const key = "two-steps";
const readable = 90;

/** What the figure needs of the page's catalogue, with its own defaults: presets without a view,
    which is the figure's own, and rules without their rate, which no arrow shows. */
const own = (catalogue, defaults) => ({
  ...catalogue, defaults,
  optimizers: Object.fromEntries(
    Object.entries(catalogue.optimizers).map(([name, {symbols: {rate, ...symbols}, ...rule}]) =>
      [name, {...rule, symbols}])),
  presets: Object.fromEntries(
    Object.entries(catalogue.presets).map(([name, {E, start}]) => [name, {E, start}])),
});

const create = ({state, defaults}, page) => {
  const catalogue = own(page, defaults);
  const idOf = id => `${key}-${id}`, byId = id => document.getElementById(idOf(id));
  const root = byId("figure"), graph = idOf("surface-graph");
  const figure = {
    state, catalogue, idOf, byId,
    home: state.view, marked: null, kernel: null, pending: null, trajectories: [], arrows: null,
    get surface() { return Scales.figure(graph); },
  };
  const kept = new Map(), owners = [{}, {}], say = createAnnouncer();
  let optimizers, layer, handle, hover, numbers, colours, scale, framed, asked = false, heard = true;
  let told = -Infinity, telling = 0;

  /** The query of the state; another function, and a call for it, get the view that frames them. */
  figure.query = (part = {}) => {
    const view = part.E === undefined && !asked ? state.view : defaults.view;
    return Address.query({...state, ...part, view}, catalogue);
  };

  /** Ask for the view that frames all steps and gradients. */
  figure.goHome = () => {
    asked = true;
    figure.askView();
  };

  /** The same, asked for by the reader, who hears what came of it. */
  figure.askHome = () => {
    heard = false;
    figure.goHome();
  };

  figure.mark = found => {
    const same = (a, b) => a?.run === b?.run && a?.t === b?.t && a?.kind === b?.kind;
    if (same(found, figure.marked)) return;
    figure.marked = found;
    figure.redraw();
  };

  const readColours = () => {
    const style = getComputedStyle(document.documentElement);
    const two = figure.surface.layout.meta.colours[Theme.isDark() ? "dark" : "light"];
    const ink = style.getPropertyValue("--ink");
    colours = {
      of: run => (run === null ? ink : two[run]),
      halo: style.getPropertyValue("--halo"),
      panel: style.getPropertyValue("--panel"),
    };
  };

  const draw = () => {
    if (!figure.kernel || !figure.surface) return;
    // What is told later is told of this rule, whatever the hand has chosen since.
    figure.trajectories = state.runs.map(({optimizer, settings}, run) => ({
      rule: catalogue.optimizers[optimizer],
      ...Kernels.descend(optimizers[optimizer], figure.kernel, state, settings, owners[run]),
    }));
    const map = Scales.mapping(figure.surface), [w1, w2] = state.start;
    figure.arrows = Arrows.of(figure.trajectories, map, scale);
    handle.place();
    const start = {x: map.x(w1), y: map.y(w2)};
    TwoStepsCanvas.draw(layer.context, map, figure.arrows, start, colours, figure.marked, kept);
    tell();
  };

  /** The numbers follow some ten times a second: no eye reads them faster, and laying out text
      costs more than all arrows. */
  const tell = () => {
    const wait = told + readable - performance.now();
    if (wait > 0) {
      telling ||= setTimeout(() => {
        telling = 0;
        tell();
      }, wait);
      return;
    }
    told = performance.now();
    figure.trajectories.forEach((trajectory, run) => numbers.update(run, trajectory));
  };

  /** Tell who cannot see it what is seen. */
  const tellRest = () => {
    handle.name();
    const sentences = figure.trajectories.map(run => RunSummary.sentence(run.rule.name, run));
    say(sentences.join("; "), figure.seen);
  };

  /** Tell Plotly, Dash and the address what is seen; a view that showed everything goes on to. */
  const settle = () => {
    const {surface} = figure;
    if (!figure.kernel || !surface) return;
    draw();
    tellRest();
    StartBoxes.settle(figure);
    OptimizerPicker.settle(figure);
    dash_clientside.set_props(idOf("state"), {data: structuredClone({state, defaults})});
    TwoStepsSync.settle(surface, figure.trajectories, scale);
    if (framed && !Frame.good(figure)) figure.goHome();
    const view = framed ? defaults.view : state.view;
    const told = {...state, view, E: surface.layout.meta.E};
    Address.tell(key, Address.parts(told, catalogue));
    root.dataset.settled = String(performance.now());
  };
  figure.settle = settle;

  /** A new surface is there: what was asked with it holds from now on. */
  const taken = meta => {
    const {pending} = figure, anew = FunctionBox.answered(figure, meta);
    if (anew) {
      figure.pending = figure.marked = null;
      Object.assign(state, pending.part);
      StartBoxes.show(figure);
    }
    // Another function's: this one's own will be asked for, in the view that frames it.
    if (meta.typed !== state.E) return void (asked = asked || framed || anew);
    if (meta.framed && (anew || asked || scale === undefined)) {
      asked = false;
      framed = true;
      ({scale} = meta);
      figure.home = state.view = [...meta.view];
      byId("scale").textContent = Numbers.ratio(scale);
      kept.clear();
      figure.seen = heard ? null : SurfaceView.words(state.view);
      if (!heard && !anew) tellRest();
      heard = true;
    }
    scale ??= meta.scale;
    framed ??= false;
    const {viewOf, go} = SurfaceView;
    if (viewOf(figure.surface).join() !== state.view.join()) go(figure.surface, state.view);
    if (anew) figure.later();
  };

  figure.begin = async () => {
        showFormulas(root);
    while (!figure.surface) await new Promise(requestAnimationFrame);
    layer = Canvas.sharp(byId("surface-canvas"));
    ({optimizers} = await hand.reach(Kernels.load(catalogue.kernels.optimizers)));
    await document.fonts.load(TwoStepsCanvas.font, "𝑤");
    readColours();
    numbers = TwoStepsTables.attach(byId("numbers"));
    hand.follow(figure, {draw, settle});
    Theme.listen(() => { readColours(); figure.redraw(); });
    handle = StartHandle.attach(byId("surface-handle"), {
      map: () => Scales.mapping(figure.surface),
      start: () => state.start,
      move: start => {
        figure.change({start});
        StartBoxes.show(figure);
      },
    });
    hover = TwoStepsHover.attach(byId("surface-readout"), figure);
    figure.tapped = hover.tapped;
    numbers.listen(hover.point);
    state.runs.forEach((one, run) => {
      const picker = byId(`${run + 1}-optimizer-picker`);
      const settings = OptimizerPicker.initial(one, catalogue);
      OptimizerPicker.listen(picker.closest(".run"), figure, {settings, picker, run});
    });
    OptimizerPicker.listen(root.querySelector(".start-and-steps"), figure, {});
    StartBoxes.listen(figure);
    FunctionBox.listen(figure);
    SurfaceView.listen(figure);
    const drawn = hand.takeOver(figure, root, {draw, taken});
    figure.surface.on("plotly_afterplot", drawn);
    figure.surface.on("plotly_relayouting", figure.redraw);
    figure.surface.on("plotly_relayout", () => {
      // A reader's own view stays: only the button brings the framing one back.
      if (SurfaceView.viewOf(figure.surface).join() !== figure.home.join()) asked = framed = false;
    });
    new ResizeObserver(() => { layer.fit(); draw(); }).observe(byId("surface-canvas").parentElement);
    await drawn();
    tellRest();
    root.dataset.ready = "true";
    // Alone on a page it is what the page waits for.
    if (!document.getElementById("playground-figure")) document.documentElement.dataset.ready = "true";
  };

  return figure;
};

/** Called by Dash once the figure is there. */
export const beginTwoSteps = (catalogue, data) => {
  if (!lockstep.twoSteps) {
    lockstep.twoSteps = create(structuredClone(data), catalogue);
    lockstep.twoSteps.begin();
  }
  return dash_clientside.no_update;
};
