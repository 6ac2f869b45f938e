/* Playback: play, pause, single steps, speed, number boxes and keys. Nothing plays by itself, and at the end
   whole runs are shown again. */
import { bindNumberBox, showBox } from "../controls/number_box.js";
import { byId, onEscape, setText } from "../view/dom.js";
import { announce } from "../view/live_region.js";
import { advance, beginAt, nextSpeed, speedLabel } from "./playback_clock.js";
import { keyAction } from "./playback_keys.js";

/** @param {Playground} playground
    @param {{section: HTMLElement, sentenceAt: (t: number) => string}} options what is announced at a step */
export const createPlayback = (playground, { section, sentenceAt }) => {
  const { state, catalogue } = playground;
  const ids = ["play", "time-first", "time-back", "time-forward", "time-speed", "time-step", "steps"];
  const [play, first, back, forward, speedButton, stepBox, stepsBox] = ids.map(byId);
  const [icon, words] = play.children;
  const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");
  let speed = 1;
  /** The iteration with its part of a step, which is not shown with reduced motion. */
  let clock = 0;
  let lastFrame = 0;

  /** @param {number} t
      @param {boolean} isPlaying */
  const show = (t, isPlaying) => playground.goTo(t, { isRace: t < state.steps, isPlaying });

  /** What is said at rest, with what was said before.
      @type {{sentence: string, before: string} | null} */
  let pending = null;
  const region = byId("page-said");
  const say = () => {
    pending = { sentence: sentenceAt(Math.round(playground.time.t)), before: region.textContent };
  };

  /** @param {number} now in milliseconds */
  const tick = (now) => {
    if (!playground.time.isPlaying) return;
    if (!canPlay()) return rest();
    const elapsed = Math.max(0, now - lastFrame) / 1000;
    lastFrame = now;
    clock = advance(clock, { steps: state.steps, speed, elapsed });
    const isOver = clock >= state.steps;
    const t = isOver ? state.steps : reducedMotion.matches ? Math.floor(clock) : clock;
    if (isOver || t !== playground.time.t) show(t, !isOver);
    if (isOver) say();
    else requestAnimationFrame(tick);
  };

  const pause = () => {
    if (!playground.time.isPlaying) return;
    show(Math.round(playground.time.t), false);
    say();
  };

  /** Nothing can be played where no run took a step, as from a start at which E is not defined. */
  const canPlay = () => playground.trajectories.some(({ rows }) => rows > 1);

  /** Play on, or from an iteration.
      @param {number} [from] */
  const begin = (from) => {
    const { t, isPlaying } = playground.time;
    if ((isPlaying && from === undefined) || !canPlay()) return;
    clock = Math.min(from ?? beginAt(t, state.steps), state.steps);
    lastFrame = performance.now();
    show(clock, true);
    if (!isPlaying) requestAnimationFrame(tick);
  };

  const toggle = () => (playground.time.isPlaying ? pause() : begin());

  /** Step to an iteration, without playing on.
      @param {number} t */
  const stepTo = (t) => show(Math.max(0, Math.min(state.steps, Math.round(t))), false);

  /** Whole runs, with the step that is inspected. */
  const rest = () => playground.goTo(playground.time.t, { isRace: false, isPlaying: false });

  const toStart = () => playground.goTo(1, { isRace: false, isPlaying: false });

  playground.playback = { play: begin, seek: stepTo };
  const actions = {
    toggle,
    back: () => stepTo(Math.ceil(playground.time.t) - 1),
    forward: () => stepTo(Math.floor(playground.time.t) + 1),
    first: () => stepTo(0),
    last: () => stepTo(state.steps),
  };

  play.addEventListener("click", toggle);
  first.addEventListener("click", toStart);
  back.addEventListener("click", actions.back);
  forward.addEventListener("click", actions.forward);
  speedButton.addEventListener("click", () => {
    speed = nextSpeed(speed);
    drawSpeed();
  });
  const drawSpeed = () => {
    setText(speedButton, speedLabel(speed));
    speedButton.setAttribute("aria-label", `Speed: ${speedLabel(speed)}`);
  };

  addEventListener("keydown", (event) => {
    const action = keyAction(event, { figure: playground.root, section });
    if (!action) return;
    event.preventDefault();
    actions[action]();
  });
  onEscape(() => {
    if (playground.time.isRace) rest();
  });

  bindNumberBox(stepBox, {
    limits: () => ({ name: "t", low: 1, high: state.steps, whole: true }),
    current: () => state.step,
    changed: (/** @type {number} */ t) => stepTo(t),
    step: (value, places) => value + places,
  });
  bindNumberBox(stepsBox, {
    limits: () => ({ name: "Number of steps", low: 1, high: catalogue.limits.steps, whole: true }),
    current: () => state.steps,
    changed: (/** @type {number} */ steps) => playground.change({ steps }),
    step: (value, places) => value + 10 * places,
  });

  /** @param {HTMLInputElement} box
      @param {number} value */
  const showNumber = (box, value) => {
    if (box !== document.activeElement) showBox(box, value);
  };

  const draw = () => {
    const { t, isPlaying } = playground.time;
    const isDisabled = !isPlaying && !canPlay();
    for (const button of [play, first, back, forward])
      if (button.disabled !== isDisabled) button.disabled = isDisabled;
    setText(words, isPlaying ? "Pause" : "Play");
    icon.classList.toggle("icon-pause", isPlaying);
    icon.classList.toggle("icon-play", !isPlaying);
    showNumber(stepBox, Math.round(t));
    showNumber(stepsBox, state.steps);
  };

  /** Say where playing has stopped, before what other views have said of the step. */
  const commit = () => {
    if (!pending || playground.time.isPlaying) return;
    const { sentence, before } = pending;
    pending = null;
    const after = region.textContent;
    announce(after && after !== before ? `${sentence}. ${after}` : `${sentence}.`);
  };

  return { draw, commit };
};
