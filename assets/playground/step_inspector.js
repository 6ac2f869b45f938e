/* The step inspector: which step is shown, its sentence, and its worked lines. A step that is pointed at comes
   before the one that was selected. */
import { bindNumberBox } from "../controls/number_box.js";
import { byId, setText } from "../view/dom.js";
import { announce } from "../view/live_region.js";
import { stepSentence } from "./step_sentence.js";
import { buildWorkedLines } from "./worked_step.js";

const announceAfter = 400;
const fillAfter = 200;

/** The worked lines of the shown step. Those out of sight need not follow a slider, but get their numbers once it
    rests.
    @param {HTMLElement} root
    @param {Playground} playground
    @param {StepsModule} module
    @param {() => number | null} shownStep */
const createWorkedLines = (root, playground, module, shownStep) => {
  /** @type {Set<Element>} */
  const near = new Set();
  /** @type {ReturnType<typeof buildWorkedLines> | null} */
  let lines = null;
  let built = "";
  let timer = 0;

  // Its height is set from its content, so that new numbers lay out nothing but themselves.
  const sizes = new ResizeObserver(() => {
    if (root.scrollWidth > root.clientWidth) root.tabIndex = 0;
    else root.removeAttribute("tabindex");
    root.style.height = `${/** @type {HTMLElement} */ (root.firstElementChild).offsetHeight}px`;
  });
  const sight = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) near.add(target);
        else near.delete(target);
      }
      draw();
    },
    { rootMargin: "40px" },
  );

  /** @param {string} optimizer */
  const build = (optimizer) => {
    lines = buildWorkedLines(root, module, optimizer);
    built = optimizer;
    for (const element of [root.firstElementChild, ...root.querySelectorAll(".worked-formula")]) {
      sizes.observe(/** @type {Element} */ (element));
    }
    near.clear();
    sight.disconnect();
    for (const element of lines.elements) sight.observe(element);
    return lines;
  };

  /** @param {boolean} [all] whether to fill the lines out of sight too */
  const draw = (all = false) => {
    const { kernel, trajectory } = playground;
    if (!kernel) return;
    const { elements, show } = lines && built === trajectory.optimizer ? lines : build(trajectory.optimizer);
    const t = shownStep();
    /** @type {HTMLElement} */ (root.firstElementChild).hidden = t === null;
    if (t !== null) show(trajectory, t, kernel, (element) => all || near.has(element));
    if (all || near.size === elements.length) return;
    clearTimeout(timer);
    timer = setTimeout(draw, fillAfter, true);
  };

  return { draw };
};

/** Bind the inspector.
    @param {Playground} playground
    @param {StepsModule} module the printed lines of all rules
    @returns `draw()` follows the trajectory, `select(t)` selects a step */
export const createStepInspector = (playground, module) => {
  const [scrubber, box, sentence] = ["step-scrubber", "step-number", "step-sentence"].map(byId);
  let timer = 0;

  const last = () => playground.trajectory.rows - 1;

  /** The step that is shown, or null where the run took none. */
  const shownStep = () => {
    const t = playground.marked ?? playground.selected ?? 1;
    return last() < 1 ? null : Math.max(1, Math.min(t, last()));
  };

  /** @param {number} t */
  const sentenceOf = (t) => stepSentence(module, playground.trajectory, t);

  const announceLater = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const t = Math.min(playground.selected ?? 0, last());
      if (t >= 1) announce(`Step ${t}. ${sentenceOf(t)}`);
    }, announceAfter);
  };

  /** @param {number | null} t */
  const select = (t) => {
    playground.selected = t === null ? null : Math.max(1, Math.min(t, Math.max(1, last())));
    playground.redraw();
    announceLater();
  };

  /** Select a step by the inspector's own controls, whatever the pointer is on.
      @param {number | null} t */
  const choose = (t) => {
    playground.marked = null;
    select(t);
  };

  /** @param {number} t */
  const drawControls = (t) => {
    const most = String(Math.max(1, last()));
    if (scrubber.max !== most) scrubber.max = box.max = most;
    if (scrubber.valueAsNumber !== t) scrubber.value = t;
    if (box !== document.activeElement && box.valueAsNumber !== t) box.value = t;
  };

  const worked = createWorkedLines(byId("step-worked"), playground, module, shownStep);

  const draw = () => {
    const t = shownStep();
    drawControls(t ?? 1);
    setText(sentence, t === null ? "No step was taken." : sentenceOf(t));
    worked.draw();
  };

  // Dash need not hear of these inputs.
  byId("step-inspector").addEventListener("input", (/** @type {Event} */ event) => event.stopPropagation());
  scrubber.addEventListener("input", () => choose(scrubber.valueAsNumber));
  bindNumberBox(box, {
    limits: () => ({ name: "t", low: 1, high: Math.max(1, last()), whole: true }),
    current: () => playground.selected,
    changed: choose,
    shown: () => shownStep() ?? 1,
  });
  byId("step-before").addEventListener("click", () => choose((shownStep() ?? 1) - 1));
  byId("step-after").addEventListener("click", () => choose((shownStep() ?? 0) + 1));

  return { draw, select };
};
