/* The conductor of the amplification maps: what a hand changes is drawn in the next frame, without
   a request, and told to Plotly, to Dash and to the address once the hand rests. */
import * as StartHandle from "../controls/start_handle.js";
import * as Kernels from "../engine/kernels.js";
import * as Address from "../state/address.js";
import * as Canvas from "../view/canvas.js";
import { refreshWhenOpen } from "../view/data_tables.js";
import { showFormulas } from "../view/formulas.js";
import { createAnnouncer } from "../view/live_region.js";
import * as Scales from "../view/scales.js";
import * as Theme from "../view/theme.js";
import * as AmplificationControls from "./controls.js";
import * as AmplificationFrame from "./frame.js";
import * as AmplificationHover from "./hover.js";
import * as AmplificationSync from "./plotly_sync.js";
import * as AmplificationMap from "./map.js";
import * as AmplificationSteps from "./two_steps.js";
import * as SmallMaps from "./small_maps.js";

const restAfter = 250;
const cells = 200;
const key = "amplification";
const byId = id => document.getElementById(id);

const create = (root, state, catalogue) => {
  const {rules} = catalogue;
  const settings = Object.fromEntries(
    Object.entries(rules).map(([name, {defaults}]) => [name, {...defaults}]));
  settings[state.run.optimizer] = state.run.settings;

  const figure = {
    state, catalogue, settings, rules, root, look: null,
    get rule() { return rules[state.run.optimizer]; },
    get rate() { return figure.rule.rate ? state.run.settings[figure.rule.rate.name] : 1; },
    get scale() { return AmplificationMap.scale(figure.rate, state.range); },
    get plot() { return Scales.figure("amplification-graph"); },
  };
  const large = AmplificationMap.create(cells), say = createAnnouncer();
  let layer, handle, controls, smallMaps, tellProbe, tellNumbers, frame = 0, timer = 0, held = false, drawn = "", width = root.clientWidth;
  figure.large = large;

  /** Where the map lies, for the range that is chosen: Plotly's own may be of a moment ago. */
  figure.map = () => {
    const {xaxis, yaxis} = figure.plot._fullLayout, range = [-state.range, state.range];
    const own = axis => ({...Scales.axis(axis), range});
    return Scales.mapping(figure.plot, own(yaxis), own(xaxis));
  };

  /** What two steps come to, for the large map's rule and settings. */
  figure.steps = gradients => AmplificationSteps.steps(figure.rule, state.run.settings, gradients);

  figure.redraw = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      draw();
    });
  };

  figure.later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => (held ? figure.later() : settle()), restAfter);
  };

  /** Take a change of the state: drawn at the next frame, settled when the hand rests. */
  figure.change = part => {
    if (part.range) part.probe = state.probe.map(g => Scales.tidy(g * part.range / state.range, part.range));
    Object.assign(state, part);
    figure.redraw();
    figure.later();
  };

  /** Set a hyperparameter of the chosen rule; the learning rate is every rule's. */
  figure.set = (name, value) => {
    state.run.settings[name] = value;
    if (name === figure.rule.rate?.name) {
      for (const [other, {rate}] of Object.entries(rules)) {
        if (rate) settings[other][rate.name] = Math.min(Math.max(value, rate.low), rate.high);
      }
    }
    figure.change({});
  };

  /** Make another rule the large map's. */
  figure.choose = optimizer => {
    state.run = {optimizer, settings: settings[optimizer]};
    controls.showRule();
    figure.change({});
  };

  const draw = () => {
    if (!figure.plot) return;
    const now = JSON.stringify([state.run, state.range, figure.look.name, figure.map(), layer.context.canvas.width]);
    if (now !== drawn) drawMap();
    drawn = now;
    handle.place();
    tellProbe(figure.steps(state.probe));
    smallMaps.draw(false);
  };

  const drawMap = () => {
    const {context} = layer, map = figure.map(), {scale, look} = figure;
    large.fill(figure.rule.kernel, state.run.settings, state.range);
    large.colour(scale, look.colours);
    context.clearRect(0, 0, context.canvas.width, context.canvas.height);
    large.draw(context, map, look, 1.8);
    AmplificationFrame.axes(context, map, state.range, look);
    AmplificationFrame.colourBar(context, map, scale, look.colours, look);
  };

  const readLook = () => {
    const style = getComputedStyle(document.documentElement), name = Theme.isDark() ? "dark" : "light";
    const colours = AmplificationMap.palette(catalogue.colours[name], catalogue.beyond[name]);
    figure.look = {
      name, colours,
      ink: style.getPropertyValue("--ink"),
      quiet: style.getPropertyValue("--quiet"),
      grid: figure.plot._fullLayout.xaxis.tickcolor,
      font: `13px ${style.getPropertyValue("--words")}`,
      hatch: AmplificationFrame.hatch(
        layer.context, catalogue.colours[name].at(-1), catalogue.beyond[name]),
    };
    root.style.setProperty("--attenuated", catalogue.colours[name][0]);
    root.style.setProperty("--amplified", catalogue.colours[name].at(-1));
    root.style.setProperty("--beyond", catalogue.beyond[name]);
  };

  /** Tell Plotly, Dash and the address what is seen. */
  const settle = () => {
    const words = AmplificationSteps.line(figure.steps(state.probe));
    byId("amplification-handle").setAttribute("aria-label", `Probe, ${words} Arrow keys move it`);
    say(words);
    smallMaps.draw(true);
    controls.settle();
    AmplificationSync.plot(figure);
    tellNumbers();
    dash_clientside.set_props("amplification-state", {data: structuredClone(state)});
    Address.tell(key, AmplificationSync.parts(figure));
    root.dataset.settled = String(performance.now());
  };

  const resized = () => {
    if (root.clientWidth === width) return;
    width = root.clientWidth;
    layer.fit();
    drawn = "";
    smallMaps.resized();
    figure.redraw();
    figure.later();
  };

  figure.begin = async () => {
    showFormulas(root);
    while (!figure.plot) await new Promise(requestAnimationFrame);
    const module = await Kernels.load(catalogue.kernel);
    for (const [name, rule] of Object.entries(rules)) rule.kernel = module.rules[name];
    layer = Canvas.sharp(byId("amplification-canvas"));
    readLook();
    Theme.listen(() => { readLook(); figure.redraw(); figure.later(); });
    window.addEventListener("pointerdown", () => { held = true; }, true);
    for (const end of ["pointerup", "pointercancel"]) {
      window.addEventListener(end, () => { held = false; }, true);
    }
    handle = StartHandle.attach(byId("amplification-handle"), {
      map: figure.map, start: () => state.probe, move: probe => figure.change({probe}),
    });
    controls = AmplificationControls.listen(figure);
    tellProbe = AmplificationSteps.card(byId("amplification-probe"));
    smallMaps = SmallMaps.create(figure);
    AmplificationHover.listen(figure);
    const details = byId("amplification-numbers");
    tellNumbers = refreshWhenOpen(
      details, () => AmplificationSync.numbers(details, figure));
    figure.plot.on("plotly_afterplot", figure.redraw);
    new ResizeObserver(resized).observe(root);
    await document.fonts.ready;
    draw();
    settle();
    root.classList.add("is-live");
    root.dataset.ready = "true";
    // Alone on a page it is what the page waits for.
    if (!document.getElementById("playground-figure")) document.documentElement.dataset.ready = "true";
  };

  return figure;
};

/** Called by Dash once the figure is there. */
export const beginAmplification = (catalogue, state) => {
  const root = byId("amplification-figure");
  if (lockstep.amplification?.root !== root) {
    lockstep.amplification = create(root, structuredClone(state), structuredClone(catalogue));
    lockstep.amplification.begin();
  }
  return dash_clientside.no_update;
};
