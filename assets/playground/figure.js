/* The playground's conductor: what a hand changes is drawn in the next frame, without a request,
   and told to Plotly, to Dash and to the address once the hand rests. */
import * as FunctionBox from "../controls/function_box.js";
import * as OptimizerPicker from "../controls/optimizer_picker.js";
import * as StartBoxes from "../controls/start_boxes.js";
import * as StartHandle from "../controls/start_handle.js";
import * as Kernels from "../engine/kernels.js";
import * as Address from "../state/address.js";
import * as SurfaceView from "../surface/view.js";
import * as Canvas from "../view/canvas.js";
import { showFormulas } from "../view/formulas.js";
import { createAnnouncer } from "../view/live_region.js";
import * as Scales from "../view/scales.js";
import * as Theme from "../view/theme.js";
import * as Claims from "./claims.js";
import * as CurveLegend from "./curve_legend.js";
import * as CurveScale from "./curve_scale.js";
import * as DataTables from "./data_tables.js";
import * as ErrorCurve from "./error_curve.js";
import * as LinkedHover from "./linked_hover.js";
import * as PlotlySync from "./plotly_sync.js";
import * as RunSummary from "./run_summary.js";
import * as StepInspector from "./step_inspector.js";

const byId = id => document.getElementById(id);

const create = (state, catalogue) => {
  const settings = OptimizerPicker.initial(state.runs[0], catalogue);

  const playground = {
    state, catalogue, settings, byId, idOf: id => id,
    home: state.view, shown: CurveLegend.first(), marked: null, selected: null,
    kernel: null, trajectory: null, pending: null,
    /** A state whose run is shown, pale, beside that of the controls; and that run. */
    held: null, against: null,
    /** The iterations with a ring: the step that was chosen and the one that is pointed at. */
    get rings() { return [playground.selected, playground.marked].filter(t => t !== null); },
    /** The rule of the trajectory that is seen, whatever the hand has chosen since. */
    get rule() { return catalogue.optimizers[playground.trajectory.optimizer]; },
    get surface() { return Scales.figure("surface-graph"); },
    get curve() { return Scales.figure("curve-graph"); },
  };
  const say = createAnnouncer();
  const other = {};
  let optimizers, layer, curve, legend, handle, inspector, numbers, colours;

  /** The query of the state, with some of it changed. */
  playground.query = (part = {}) => Address.query({...state, ...part}, catalogue);

  const readColours = () => {
    const style = getComputedStyle(document.documentElement);
    colours = {
      ink: style.getPropertyValue("--ink"),
      quiet: style.getPropertyValue("--quiet"),
      grid: playground.curve._fullLayout.yaxis.gridcolor,
      font: `13px ${style.getPropertyValue("--words")}`,
      halo: style.getPropertyValue("--halo"),
      ramp: playground.surface.layout.meta.ramps[Theme.isDark() ? "dark" : "light"],
    };
  };

  const descend = ({E, start, steps, runs: [{optimizer, settings: chosen}]}, owner) => E === state.E
    ? Kernels.descend(optimizers[optimizer], playground.kernel, {start, steps}, chosen, owner)
    : null;

  const run = () => {
    const {optimizer, settings: chosen} = state.runs[0];
    playground.trajectory = {optimizer, settings: chosen, ...descend(state)};
    playground.against = playground.held && descend(playground.held, other);
  };

  const draw = () => {
    if (!playground.surface || !playground.curve) return;
    if (!playground.kernel) return handle?.place();
    run();
    drawSurface();
    curve.draw(colours);
    inspector.draw();
    RunSummary.show(byId("outcome"), playground.rule.name, playground.trajectory);
  };

  const drawSurface = () => {
    const map = Scales.mapping(playground.surface);
    handle.place();
    Canvas.trajectory(
      layer.context, map, playground.trajectory, playground.against, colours.ramp, colours, playground.rings);
  };

  /** Tell who cannot see it what is seen. */
  const tell = () => {
    if (!playground.trajectory) return;
    const {rule: {name}, trajectory, surface: {layout: {meta}}} = playground;
    handle.name();
    RunSummary.namePictures(name, meta, trajectory);
    say(RunSummary.sentence(name, trajectory), playground.seen);
    numbers.refresh();
  };

  /** Tell Plotly, Dash and the address what is seen. */
  const settle = async () => {
    const {surface, trajectory} = playground;
    if (!playground.kernel || !surface || !playground.curve) return;
    StartBoxes.settle(playground);
    OptimizerPicker.settle(playground);
    dash_clientside.set_props("state", {data: structuredClone(state)});
    const {address} = lockstep;
    address.tell("playground", address.parts({...state, E: surface.layout.meta.E}, catalogue));
    PlotlySync.surface(surface, trajectory);
    await curve.settle();
    draw();
    tell();
    document.documentElement.dataset.settled = String(performance.now());
  };
  playground.settle = settle;

  /** What was asked for is on the surface: what was asked with it holds from now on. */
  const adopt = () => {
    const {part} = playground.pending, {go, viewOf} = SurfaceView;
    playground.pending = playground.marked = null;
    Object.assign(state, part);
    if (part.view) playground.home = part.view;
    playground.seen = null;
    if (part.runs) OptimizerPicker.take(playground);
    if (viewOf(playground.surface).join() !== state.view.join()) {
      // The reader has zoomed since asking: that view stays.
      go(playground.surface, state.view).then(playground.askView);
    }
    StartBoxes.show(playground);
    playground.redraw();
    playground.later();
  };

  const resized = () => {
    layer.fit();
    curve.fit();
    draw();
  };

  playground.begin = async () => {
    const main = byId("playground-figure"), {hand} = lockstep;
    // First the picture, then what is beside it.
    while (!playground.surface || !playground.curve) await new Promise(requestAnimationFrame);
    showFormulas(main);
    layer = Canvas.sharp(byId("surface-canvas"));
    curve = ErrorCurve.attach(byId("curve-canvas"), playground);
    await curve.begin();
    const [rules, steps] = await hand.reach(Promise.all(
      [catalogue.kernels.optimizers, catalogue.kernels.steps].map(Kernels.load)));
    ({optimizers} = rules);
    inspector = StepInspector.attach(playground, steps);
    playground.select = inspector.select;
    readColours();
    Theme.listen(() => { readColours(); playground.redraw(); });
    hand.follow(playground, {draw, settle});
    handle = StartHandle.attach(byId("surface-handle"), {
      map: () => Scales.mapping(playground.surface),
      start: () => state.start,
      move: start => {
        playground.change({start});
        StartBoxes.show(playground);
      },
    });
    OptimizerPicker.listen(main, playground, {settings, picker: byId("optimizer-picker")});
    StartBoxes.listen(playground);
    FunctionBox.listen(playground);
    SurfaceView.listen(playground);
    LinkedHover.listen(playground);
    CurveScale.listen(playground);
    Claims.listen(playground);
    const surfaceDrawn = hand.takeOver(playground, main, {
      draw,
      taken: meta => { if (FunctionBox.answered(playground, meta)) adopt(); },
    });
    playground.surface.on("plotly_afterplot", surfaceDrawn);
    playground.surface.on("plotly_relayouting", playground.redraw);
    legend = CurveLegend.attach(byId("curve-legend"), playground, curve.followLegend);
    playground.curve.on("plotly_afterplot", () => { playground.redraw(); legend.show(); });
    const sizes = new ResizeObserver(resized);
    for (const id of ["surface-canvas", "curve-canvas"]) sizes.observe(byId(id).parentElement);
    numbers = DataTables.attach(byId("run-numbers"), playground);
    await surfaceDrawn();
    tell();
    document.documentElement.dataset.ready = "true";
  };

  return playground;
};

/** Called by Dash once the layout is there. */
export const begin = (catalogue, state) => {
  if (!lockstep.playground) {
    lockstep.playground = create(structuredClone(state), catalogue);
    lockstep.playground.begin();
  }
  return dash_clientside.no_update;
};
