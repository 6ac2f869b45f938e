/* Sweep view: above each slider of the selected run, the final error for every place of its track, with a mark
   of the best value that sets it. */
import { trackShare } from "../engine/track.js";
import { kernelUrl } from "../surface/request.js";
import { setText } from "../view/dom.js";
import { readControl } from "./control.js";
import { drawCurve, drawMarks, INSET } from "./sweep_drawing.js";
import { createSweepStore } from "./sweep_store.js";
import { bestWords, sweepWords } from "./sweep_words.js";

/** @typedef {ReturnType<typeof createPicture>} Picture */

/** The picture of one slider.
    @param {HTMLElement} element of the control
    @param {(name: string, value: number) => void} set
    @param {ResizeObserver} sizes */
const createPicture = (element, set, sizes) => {
  const { name, symbol, track, slider } = readControl(element);
  const stage = /** @type {HTMLElement} */ (element.querySelector(".sweep"));
  const canvas = /** @type {HTMLCanvasElement} */ (stage.querySelector("canvas"));
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const button = /** @type {HTMLButtonElement} */ (stage.querySelector("button"));
  const words = document.createElement("span");
  words.className = "visually-hidden";
  words.id = `${slider.id}-sweep`;
  stage.append(words);
  canvas.setAttribute("aria-hidden", "true");
  slider.setAttribute("aria-describedby", words.id);
  const size = { width: 0, height: 0 };
  /** The curve, which stays while the hand moves its slider. */
  const layer = document.createElement("canvas");
  const layerContext = /** @type {CanvasRenderingContext2D} */ (layer.getContext("2d"));
  /** @type {import("./sweep_drawing.js").SweepScales | null} */
  let scales = null;
  /** @type {unknown[]} */
  let curveDrawn = [];
  /** @type {unknown[]} */
  let drawn = [];
  /** @type {Sweep | null} */
  let told = null;
  /** @type {Sweep | null} */
  let shown = null;
  button.addEventListener("click", () => {
    if (shown?.best) set(name, shown.best.value);
  });
  sizes.observe(stage);

  /** Say what a fine sweep shows.
      @param {Sweep | null} sweep */
  const tell = (sweep) => {
    if (sweep === told) return;
    told = sweep;
    setText(words, sweep ? sweepWords(symbol, sweep, track) : "");
    const label = sweep ? bestWords(symbol, sweep, track) : "";
    button.hidden = !label;
    if (!label || !sweep?.best) return;
    button.setAttribute("aria-label", label);
    button.title = label;
    const x = INSET + trackShare(track, sweep.best.value) * (size.width - 2 * INSET);
    button.style.transform = `translateX(${x}px)`;
  };

  return {
    name,
    track,
    stage,
    isSeen: () => size.width > 0 && size.height > 0,
    /** @param {DOMRectReadOnly} box */
    fit: ({ width, height }) => {
      const scale = devicePixelRatio || 1;
      Object.assign(size, { width, height });
      for (const one of [canvas, layer]) {
        one.width = Math.round(width * scale);
        one.height = Math.round(height * scale);
      }
      context.setTransform(scale, 0, 0, scale, 0, 0);
      layerContext.setTransform(scale, 0, 0, scale, 0, 0);
      drawn = curveDrawn = [];
      told = null;
    },
    /** Draw, if anything has changed.
        @param {Sweep | undefined} sweep keeps the one before while there is none
        @param {boolean} isCurrent whether it belongs to what is set
        @param {{value: number, E: number, isLost: boolean, colour: string, theme: PlaygroundTheme}} present */
    draw: (sweep, isCurrent, { value, E, isLost, colour, theme }) => {
      shown = sweep ?? shown;
      if (!shown) return;
      const best = isCurrent && shown.isFine ? shown.best : null;
      const next = [shown, best, value, E, isLost, colour, theme];
      if (next.every((one, k) => one === drawn[k])) return;
      drawn = next;
      const share = trackShare(track, value);
      const caption = `final E at every ${symbol}`;
      const bestShare = best && trackShare(track, best.value);
      const picture = { sweep: shown, track, share, E, isLost, best: bestShare, caption, colour, theme };
      const curve = [shown, colour, theme];
      if (!scales || !curve.every((one, k) => one === curveDrawn[k])) {
        curveDrawn = curve;
        scales = drawCurve(layerContext, picture, size);
      }
      context.clearRect(0, 0, size.width, size.height);
      context.drawImage(layer, 0, 0, size.width, size.height);
      drawMarks(context, picture, size, scales);
      tell(isCurrent && shown.isFine ? shown : null);
    },
  };
};

/** Create the view of the sweeps of the selected run.
    @param {Playground} playground
    @param {ReturnType<typeof import("../engine/sweeper.js").createSweeper>} sweeper
    @returns {FigureView} */
export const createSweeps = (playground, sweeper) => {
  const { root, state, catalogue } = playground;
  /** By optimizer; the controls of some come later.
      @type {Map<string, Picture[]>} */
  const pictures = new Map();
  /** @type {Map<Element, Picture>} */
  const pictureOf = new Map();
  /** @type {WeakMap<ErrorFunctionKernel, number>} */
  const kernels = new WeakMap();
  let lastKernel = 0;

  const sizes = new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries) pictureOf.get(target)?.fit(contentRect);
    playground.redraw();
  });

  /** @param {string} name
      @param {number} value */
  const set = (name, value) => {
    const run = state.runs[state.selected];
    const settings = { ...run.settings, [name]: value };
    playground.change({ runs: state.runs.with(state.selected, { ...run, settings }) });
    playground.runControls.show();
    playground.commitSoon();
  };

  /** @param {string} optimizer */
  const picturesOf = (optimizer) => {
    const known = pictures.get(optimizer);
    if (known) return known;
    /** @type {NodeListOf<HTMLElement>} */
    const found = root.querySelectorAll(
      `.hyperparameters[data-optimizer="${optimizer}"] [data-control]:has(.sweep)`,
    );
    const made = Array.from(found, (element) => createPicture(element, set, sizes));
    for (const picture of made) pictureOf.set(picture.stage, picture);
    if (made.length) pictures.set(optimizer, made);
    return made;
  };

  const store = createSweepStore({
    sweeper,
    changed: () => show(),
    request: (jobs) => ({
      kernels: {
        optimizers: catalogue.kernels.optimizers,
        errorFunction: kernelUrl(state.E, state.parameters),
      },
      parameters: state.parameters,
      start: state.start,
      steps: state.steps,
      jobs,
    }),
  });

  /** The slider of a picture, as the store wants it.
      @param {Picture} picture
      @param {ErrorFunctionKernel} errorFunction
      @returns {import("./sweep_store.js").SweptSlider} */
  const sliderOf = ({ name, track }, errorFunction) => {
    const { start, steps, runs, selected } = state;
    const { optimizer, settings } = runs[selected];
    if (!kernels.has(errorFunction)) kernels.set(errorFunction, ++lastKernel);
    const others = Object.entries(settings).filter(([other]) => other !== name);
    const kind = [kernels.get(errorFunction), optimizer, name].join();
    return { key: [kind, start, steps, others].join(), kind, job: { optimizer, settings, name, track } };
  };

  /** @type {{picture: Picture, slider: import("./sweep_store.js").SweptSlider}[]} */
  let seen = [];
  let optimizer = "";

  /** Draw what the store has. An answer may come when another run is selected, but not drawn yet. */
  const show = () => {
    const { theme, trajectory } = playground;
    if (trajectory?.optimizer !== optimizer) return;
    const { columns, rows, stopped } = trajectory;
    const { colour } = theme.runs[state.selected];
    const present = { E: columns.E[rows - 1], isLost: stopped !== null, colour, theme };
    for (const { picture, slider } of seen) {
      if (!picture.isSeen()) continue; // its tab was closed meanwhile
      const { sweep, isCurrent } = store.get(slider);
      const value = trajectory.settings[picture.name];
      picture.draw(sweep, isCurrent, { value, ...present });
    }
  };

  const draw = () => {
    const { kernel } = playground;
    if (!kernel) return;
    optimizer = state.runs[state.selected].optimizer;
    seen = picturesOf(optimizer)
      .filter((picture) => picture.isSeen())
      .map((picture) => ({ picture, slider: sliderOf(picture, kernel) }));
    store.follow(seen.map(({ slider }) => slider));
    show();
  };

  return { draw };
};
