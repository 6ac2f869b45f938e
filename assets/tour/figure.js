/* The figure of the tour: shows the scene of the current stop, and what the reader does with it. */
import { setAttribute } from "../view/dom.js";
import { createFrameBudget } from "../view/frame_budget.js";
import { createRenderLoop } from "../view/render_loop.js";
import { isSameValue } from "./address.js";
import { arrivalOf, createArrival, isStill, onInput } from "./arrivals.js";
import { createCharts } from "./charts.js";
import { createControl } from "./control.js";
import { createEmbedded } from "./embedded.js";
import { createGuesses } from "./guess.js";
import { createHead } from "./head.js";
import { createLinks } from "./linked.js";
import { createLoading } from "./loading.js";
import { isPrinting } from "./print.js";
import { createRest } from "./rest.js";
import { createRing } from "./ring.js";
import { createMeasuring, createSceneMaker } from "./scenes.js";
import { createSentences } from "./sentences.js";
import { createTourSurface } from "./surface.js";

/** @param {HTMLElement} element
    @param {TourData} data
    @param {HTMLElement[]} sections */
export const createTourFigure = (element, { stops, catalogue }, sections) => {
  const page = document.documentElement;
  /** @param {string} selector
      @returns {any} */
  const part = (selector) => element.querySelector(selector);
  const stage = part(".stage");

  const values = stops.map(({ value }) => value);
  let index = -1;
  /** @type {TourScene | null} */
  let scene = null;
  /** @type {ReturnType<typeof createArrival> | null} */
  let arrival = null;
  /** Stops that were current before.
      @type {Set<number>} */
  const seen = new Set();

  const loop = createRenderLoop({ draw: (...of) => draw(...of), commit: () => commit() });
  const loading = createLoading(catalogue, {
    aspect: () => stage.clientWidth / stage.clientHeight || 1,
    changed: loop.redraw,
  });
  const surface = createTourSurface(stage, catalogue);
  const charts = createCharts(part(".charts"), catalogue, createMeasuring(loading.of));
  const embedded = createEmbedded(part("iframe.embedded"), element);
  const rest = createRest(stops, part("canvas.live"));
  const showHead = createHead(element, catalogue);
  const makers = stops.map(createSceneMaker);
  const sentences = stops.map((stop, k) => createSentences(sections[k], stop));
  const links = createLinks(element, () => sections[Math.max(index, 0)], {
    stop: () => stops[Math.max(index, 0)],
    changed: loop.redraw,
    namesAt: (event) => (stage.contains(event.target) ? surface : charts).namesAt(event),
  });
  const guesses = createGuesses(stops, sections, (k) => k === index && takeGuess(null));

  const change = () => {
    loop.redraw();
    loop.commitLater();
  };

  /** The scene of the current stop at a time.
      @param {number} time */
  const sceneAt = (time) => {
    const stop = stops[index];
    const loaded = loading.of(stop);
    if (!loaded) return null;
    const moment = arrival?.(time);
    if (moment?.isOver) {
      arrival = null;
      loop.commitLater();
    }
    const isRevealed = !guesses.isOpen(stop);
    const isOpening = isSameValue(values[index], stop.opening);
    return {
      ...makers[index](stop, moment?.value ?? values[index], loaded),
      grown: moment ? moment.grown : Number.POSITIVE_INFINITY,
      isRevealed,
      guess: !isRevealed ? guesses.marker : isOpening ? guesses.at(index) : null,
      linked: links.key,
    };
  };

  /** Say what holds in a scene, but not while its control sweeps: who reads the words is left in peace, and they are
      about the value that it comes to.
      @param {TourScene} of
      @param {number} k index of its stop */
  const say = (of, k) => {
    if (!isSameValue(of.value, values[k])) return;
    sentences[k](of);
    control.showNumbers(k, of.value);
  };

  /** What may follow a hand some frames later. */
  const budget = createFrameBudget(
    [
      (/** @type {TourScene} */ of) => charts.draw(of),
      (/** @type {TourScene} */ of, /** @type {number} */ k) => control.show(k, of.value, charts.axisOf(of)),
      () => surface.drawGround(),
      (/** @type {TourScene} */ of, /** @type {number} */ k) => say(of, k),
      showHead,
    ].map((follow) => ({ draw: () => scene && follow(scene, stops.indexOf(scene.stop)) })),
    loop.proceed,
  );

  /** Whether nothing but the value of the control is another one.
      @param {TourScene} next */
  const isMovedByHand = (next) =>
    !arrival &&
    scene?.stop === next.stop &&
    scene.linked === next.linked &&
    scene.isRevealed === next.isRevealed &&
    scene.grown === next.grown;

  /** @param {number} time
      @param {boolean} isChanged */
  const draw = (time, isChanged) => {
    if (index < 0 || stops[index].figure || isPrinting()) return;
    if (!isChanged && !arrival) return budget.draw(time);
    const next = sceneAt(time);
    if (!next) return;
    const isMoved = isMovedByHand(next);
    const isNew = scene?.stop !== next.stop;
    scene = next;
    if (isNew) surface.moveTo(scene, { animate: !isStill() });
    surface.draw(scene);
    budget.mark();
    if (isMoved) budget.draw(time);
    else budget.drawAll();
    ring.place();
    setAttribute(page, "data-live", "true");
    if (arrival) loop.proceed();
  };

  const commit = () => {
    if (arrival || index < 0) return;
    if (!isPrinting()) budget.drawAll();
    rest(index, values, scene);
  };

  const endMotion = () => {
    if (!arrival) return;
    arrival = null;
    surface.finish();
    change();
  };
  onInput((target) => element.contains(target) || target.closest(".here [data-drag]") !== null, endMotion);

  /** @param {TourValue} value */
  const set = (value) => {
    if (index < 0 || isSameValue(value, values[index])) return;
    endMotion();
    values[index] = value;
    change();
  };

  /** @param {Point | null} guess */
  const takeGuess = (guess) => {
    if (scene?.stop !== stops[index] || !guesses.isOpen(scene.stop)) return;
    guesses.take(index, guess, scene);
    const { steps } = scene.state;
    const start = performance.now();
    arrival = isStill() ? null : createArrival({ start, from: steps - 1, steps, sweep: null });
    change();
  };

  const control = createControl(part("input[type=range]"), stops, sections, {
    held: () => ({ stop: stops[index], value: values[index] }),
    set,
  });

  const ring = createRing(part(".start-handle"), {
    map: surface.map,
    scene: () => (scene?.stop === stops[index] ? scene : null),
    guesses,
    set,
    take: takeGuess,
    redraw: loop.redraw,
  });

  /** The stop that was current says what holds for the value of its control, also where that waited for a frame. */
  const leave = () => {
    if (scene && scene.stop === stops[index]) say(scene.at(values[index]), index);
    arrival = null;
    guesses.marker = null;
    links.clear();
  };

  /** Show another stop.
      @param {number} next */
  const go = async (next) => {
    if (next === index) return;
    leave();
    index = next;
    guesses.pass(index);
    const stop = stops[index];
    embedded.show(stop);
    page.dataset.stop = stop.key;
    if (!stop.figure) {
      await loading.need(stop);
      if (index !== next) return;
      const of = { value: values[index], isSeen: seen.has(index), isGuessed: guesses.isOpen(stop) };
      arrival = isStill() ? null : arrivalOf(stop, { ...of, start: performance.now() });
      seen.add(index);
    }
    change();
  };

  addEventListener("afterprint", loop.redraw);
  surface.onResize(() => {
    loop.redraw();
    if (index >= 0 && !stops[index].figure) loading.need(stops[index]).catch(() => {});
  });

  return {
    go,
    set,
    map: surface.map,
    get scene() {
      return scene;
    },
    /** What the control of the current stop holds, for benchmarks. */
    get value() {
      return values[index];
    },
    get isMoving() {
      return arrival !== null;
    },
    get index() {
      return index;
    },
    /** Load what a stop that comes near needs.
        @param {number} k */
    approach: async (k) => {
      const stop = stops[k];
      if (stop.figure) return embedded.approach(stop);
      await loading.need(stop);
      charts.prepare({ stop });
    },
  };
};
