/* The figure of the tour: shows the scene of the current stop, and what the reader does with it. */
import { createRenderLoop } from "../view/render_loop.js";
import { onThemeChange } from "../view/theme.js";
import { isSameValue } from "./address.js";
import { arrivalOf, createArrival, isStill, onInput } from "./arrivals.js";
import { createCharts } from "./charts.js";
import { createControl } from "./control.js";
import { createEmbedded } from "./embedded.js";
import { createGuesses, guessedStep } from "./guess.js";
import { createHead } from "./head.js";
import { createLinks } from "./linked.js";
import { createLoading } from "./loading.js";
import { createRest } from "./rest.js";
import { createRing } from "./ring.js";
import { createMeasuring, createSceneMaker } from "./scenes.js";
import { createSentences } from "./sentences.js";
import { createTourSurface } from "./surface.js";

/** Before the first stop arrives: the page is new. */
const pause = 250;

/** @param {HTMLElement} element
    @param {TourData} data
    @param {HTMLElement[]} sections */
export const createTourFigure = (element, { stops, catalogue }, sections) => {
  const page = document.documentElement;
  const stage = /** @type {HTMLElement} */ (element.querySelector(".stage"));
  /** @param {string} selector
      @returns {any} */
  const part = (selector) => element.querySelector(selector);

  const values = stops.map(({ value }) => value);
  let index = -1;
  /** @type {TourScene | null} */
  let scene = null;
  /** @type {ReturnType<typeof createArrival> | null} */
  let arrival = null;
  /** Where the marker of a guess is, once it was moved.
      @type {Point | null} */
  let marker = null;

  const loop = createRenderLoop({ draw: (time) => draw(time), commit: () => commit() });
  const loading = createLoading(catalogue, () => stage.clientWidth / stage.clientHeight || 1);
  const measuring = createMeasuring(loading.of);
  const surface = createTourSurface(stage, catalogue);
  const charts = createCharts(part(".charts"), catalogue, measuring);
  const embedded = createEmbedded(part("iframe.embedded"), element);
  const rest = createRest(stops, part("canvas.live"));
  const showHead = createHead(element, catalogue);
  const makers = stops.map(createSceneMaker);
  const sentences = stops.map((stop, k) => createSentences(sections[k], stop));
  const links = createLinks(element, () => sections[Math.max(index, 0)], loop.redraw);

  const guesses = createGuesses(stops, sections, (k) => k === index && takeGuess(null));

  /** The scene of the current stop at a time.
      @param {number} time */
  const sceneOf = (time) => {
    const stop = stops[index];
    const loaded = loading.of(stop);
    if (!loaded) return null;
    const moment = arrival?.(time);
    if (moment?.isOver) {
      arrival = null;
      loop.commitLater();
    }
    const made = makers[index](stop, moment?.value ?? values[index], loaded);
    const isRevealed = !guesses.isOpen(stop);
    const isOpening = isSameValue(values[index], stop.opening);
    return {
      ...made,
      grown: moment ? moment.grown : Number.POSITIVE_INFINITY,
      isRevealed,
      guess: isRevealed ? (isOpening ? guesses.at(index) : null) : marker,
      linked: links.key,
    };
  };

  /** @param {number} time */
  const draw = (time) => {
    if (index < 0 || stops[index].figure) return;
    const next = sceneOf(time);
    if (!next) return;
    const isNew = scene?.stop !== next.stop;
    scene = next;
    if (isNew) surface.moveTo(scene, { animate: !isStill() });
    surface.draw(scene);
    charts.draw(scene);
    sentences[index](scene);
    control.show(index, scene.value, charts.axisOf(scene));
    ring.place();
    showHead(scene);
    page.dataset.live = "true";
    if (arrival) loop.proceed();
  };

  const commit = () => {
    if (!arrival && index >= 0) rest(index, values, scene);
  };

  const endMotion = () => {
    if (!arrival) return;
    arrival = null;
    surface.finish();
    loop.redraw();
    loop.commitLater();
  };
  onInput((target) => element.contains(target) || target.closest(".here [data-drag]") !== null, endMotion);

  /** @param {TourValue} value */
  const set = (value) => {
    if (index < 0) return;
    endMotion();
    if (isSameValue(value, values[index])) return;
    values[index] = value;
    loop.redraw();
    loop.commitLater();
  };

  /** @param {Point | null} guess */
  const takeGuess = (guess) => {
    if (!scene || !guesses.isOpen(stops[index])) return;
    guesses.take(index, guess, scene);
    marker = null;
    if (!isStill()) {
      const { steps } = scene.state;
      arrival = createArrival({ start: performance.now(), from: steps - 1, steps, sweep: null });
    }
    loop.redraw();
    loop.commitLater();
  };

  const control = createControl(part("input[type=range]"), stops, sections, {
    held: () => ({ stop: stops[index], value: values[index] }),
    set,
  });

  const ring = createRing(part(".start-handle"), {
    map: surface.map,
    kind: () => {
      if (!scene) return null;
      if (guesses.isOpen(scene.stop)) return "guess";
      return scene.stop.control?.kind === "start" ? "start" : null;
    },
    point: () => {
      if (!scene) return [0, 0];
      return scene.isRevealed ? scene.state.start : (marker ?? guessedStep(scene)[0]);
    },
    move: (point) => {
      if (!scene || scene.isRevealed) return set(point);
      marker = point;
      loop.redraw();
    },
    guess: takeGuess,
  });

  /** Stops that were current before.
      @type {Set<number>} */
  const seen = new Set();

  /** Show another stop.
      @param {number} next */
  const go = async (next) => {
    if (next === index) return;
    const isFirst = index < 0;
    index = next;
    guesses.pass(index);
    links.clear();
    arrival = null;
    marker = null;
    const stop = stops[index];
    embedded.show(stop);
    page.dataset.stop = stop.key;
    if (!stop.figure) {
      await loading.need(stop);
      if (index !== next) return;
      const isGuessed = guesses.isOpen(stop);
      const start = performance.now() + (isFirst ? pause : 0);
      arrival = isStill()
        ? null
        : arrivalOf(stop, { value: values[index], isSeen: seen.has(index), isGuessed, start });
      seen.add(index);
      charts.prepare(makers[index](stop, values[index], /** @type {any} */ (loading.of(stop))));
    }
    loop.redraw();
    loop.commitLater();
  };

  return {
    go,
    set,
    get scene() {
      return scene;
    },
    get index() {
      return index;
    },
    /** Load what a stop that comes near needs.
        @param {number} k */
    approach: async (k) => {
      if (stops[k].figure) embedded.approach(stops[k]);
      else await loading.need(stops[k]);
    },
    followWindow: () => {
      onThemeChange(loop.redraw);
      surface.onResize(() => {
        if (index >= 0 && !stops[index].figure) loading.need(stops[index]).then(loop.redraw, () => {});
      });
      document.fonts.ready.then(loop.redraw);
    },
  };
};
