/* Figure controller of the amplification maps: a change of the state is drawn in the next frame, without a
   request; controls, address, table and live region follow in a commit once nothing changes any more. */
import { createStartHandle } from "../controls/start_handle.js";
import { loadModule } from "../engine/kernels.js";
import { writeAddress } from "../state/address.js";
import { createCanvas } from "../view/canvas.js";
import { refreshWhenOpen } from "../view/data_tables.js";
import { byId } from "../view/dom.js";
import { createAnnouncer } from "../view/live_region.js";
import { createRenderLoop } from "../view/render_loop.js";
import { tidy } from "../view/scales.js";
import { onThemeChange } from "../view/theme.js";
import { addressParts } from "./address.js";
import { listenToControls } from "./controls.js";
import { updateTable } from "./data_table.js";
import { drawAxes, drawColourBar, plotArea, plotMapping } from "./frame.js";
import { createTooltip, listenToLargeMap } from "./hover.js";
import { colourScale, createMap } from "./map.js";
import { createSmallMaps } from "./small_maps.js";
import { applyTheme } from "./theme.js";
import { createCard, spokenLine, twoSteps } from "./two_steps.js";

const key = "amplification";
const cells = 200;

/** @typedef {ReturnType<typeof createAmplification>} AmplificationFigure */

/** @param {{state: AmplificationState}} data
    @param {AmplificationCatalogue} catalogue */
export const createAmplification = ({ state }, catalogue) => {
  const { rules } = catalogue;
  const root = byId("amplification-figure");
  const canvas = byId("amplification-canvas");
  const handleElement = byId("amplification-handle");
  const layer = createCanvas(canvas);
  const large = createMap(cells);
  const tooltip = createTooltip(byId("amplification-tooltip"));
  const updateProbe = createCard(byId("amplification-probe"));
  const announce = createAnnouncer();
  const settings = Object.fromEntries(
    Object.entries(rules).map(([name, { defaults }]) => [name, { ...defaults }]),
  );
  settings[state.run.optimizer] = state.run.settings;
  let theme = applyTheme(root, catalogue, layer.context);
  let drawn = "";
  let width = root.clientWidth;

  const area = () => plotArea({ width: canvas.clientWidth, height: canvas.clientHeight });

  const figure = {
    key,
    root,
    canvas,
    state,
    catalogue,
    rules,
    /** The settings of every rule: the chosen one has those of the state. */
    settings,
    large,
    tooltip,
    get theme() {
      return theme;
    },
    get rule() {
      return rules[state.run.optimizer];
    },
    get scale() {
      const { rate } = figure.rule;
      return colourScale(rate ? state.run.settings[rate.name] : 1, state.range);
    },
    map: () => plotMapping(area(), state.range),
    /** Draw the large map as it was computed last.
        @param {CanvasRenderingContext2D} context */
    drawMap: (context) => {
      large.draw(context, area(), theme.ink, 1.8);
      drawAxes(context, area(), state.range, theme);
      drawColourBar(context, area(), figure.scale, theme);
    },
    /** What two steps of the chosen rule come to.
        @param {number[]} gradients */
    steps: (gradients) => twoSteps(figure.rule, state.run.settings, gradients),
    redraw: () => loop.redraw(),

    /** Change the state.
        @param {Partial<AmplificationState>} part */
    change: (part) => {
      const { range } = part;
      if (range) {
        const [g1, g2] = state.probe.map((g) => tidy((g * range) / state.range, range));
        state.probe = [g1, g2];
      }
      Object.assign(state, part);
      loop.redraw();
      loop.commitLater();
    },

    /** Set a hyperparameter of the chosen rule; the learning rate is every rule's.
        @param {string} name
        @param {number} value */
    set: (name, value) => {
      state.run.settings[name] = value;
      if (name === figure.rule.rate?.name) {
        for (const [other, { rate }] of Object.entries(rules)) {
          if (rate) settings[other][rate.name] = Math.min(Math.max(value, rate.low), rate.high);
        }
      }
      figure.change({});
    },

    /** Make another rule the large map's.
        @param {string} optimizer */
    choose: (optimizer) => {
      state.run = { optimizer, settings: settings[optimizer] };
      controls.showRule();
      figure.change({});
    },

    parts: () => addressParts(state, catalogue),
    results: () => [],
    /** Take a whole state.
        @param {AmplificationState} whole */
    take: async (whole) => {
      settings[whole.run.optimizer] = whole.run.settings;
      figure.change(whole);
      controls.show();
      return true;
    },

    begin: async () => {
      const module = await loadModule(catalogue.kernel);
      for (const [name, rule] of Object.entries(rules)) rule.kernel = module.rules[name];
      // Canvas text is drawn once: it must be in the page's own letters.
      await document.fonts.ready;
      listen();
      draw();
      commit();
      root.dataset.ready = "true";
      // Alone on a page it is what the page waits for.
      if (!byId("playground-figure")) document.documentElement.dataset.ready = "true";
    },
  };

  const handle = createStartHandle(handleElement, {
    map: figure.map,
    start: () => state.probe,
    move: (probe) => figure.change({ probe }),
  });
  const smallMaps = createSmallMaps(figure);
  const controls = listenToControls(figure);
  const details = byId("amplification-numbers");
  const refreshTable = refreshWhenOpen(details, () =>
    updateTable(details, catalogue.shares, state.range, (gradients) => figure.steps(gradients).amplification),
  );

  const updateMap = () => {
    const { context } = layer;
    const { scale, rule } = figure;
    large.fill(rule.kernel, state.run.settings, state.range);
    large.colour(scale, theme.colours);
    context.clearRect(0, 0, canvas.width, canvas.height);
    figure.drawMap(context);
  };

  const draw = () => {
    if (!figure.rule.kernel) return;
    const wanted = JSON.stringify([state.run, state.range, theme.name, area(), canvas.width]);
    if (wanted !== drawn) updateMap();
    drawn = wanted;
    controls.draw();
    handle.place();
    updateProbe(figure.steps(state.probe));
    smallMaps.draw(false);
  };

  /** Pass what is shown to everything that does not follow every frame. */
  const commit = () => {
    if (!figure.rule.kernel) return;
    const line = spokenLine(figure.steps(state.probe));
    handleElement.setAttribute("aria-label", `Probe, ${line} Arrow keys move it`);
    announce(line);
    smallMaps.draw(true);
    controls.commit();
    refreshTable();
    writeAddress(key, figure.parts());
    root.dataset.settled = String(performance.now());
  };
  const loop = createRenderLoop({ draw, commit });

  const resize = () => {
    if (root.clientWidth === width) return;
    width = root.clientWidth;
    layer.fit();
    smallMaps.resize();
    loop.redraw();
    loop.commitLater();
  };

  const listen = () => {
    onThemeChange(() => {
      theme = applyTheme(root, catalogue, layer.context);
      draw();
      smallMaps.draw(true);
      loop.commitLater();
    });
    listenToLargeMap(figure);
    new ResizeObserver(resize).observe(root);
  };

  return figure;
};
