/* The step inspector: which step is looked at, and what is said of it. A step that is pointed at
   goes before the one that was chosen. */
import * as NumberBox from "../controls/number_box.js";
import { announce } from "../view/live_region.js";
import * as WorkedStep from "./worked_step.js";

const restAfter = 400;
const fillAfter = 200;
const byId = id => document.getElementById(id);

/** Attach the inspector; `module` has the printed lines. `draw()` follows the trajectory. */
const attach = (playground, module) => {
  const scrubber = byId("step-scrubber"), box = byId("step-number");
  const sentence = byId("step-sentence"), worked = byId("step-worked");
  const {write} = WorkedStep;
  const near = new Set();
  let built = null, lines = null, timer = 0, filling = 0;

  const last = () => playground.trajectory.rows - 1;

  /** The step that is looked at, or null where the run took none. */
  const step = () => {
    const t = playground.marked ?? playground.selected ?? 1;
    return last() < 1 ? null : Math.max(1, Math.min(t, last()));
  };

  const words = t => {
    const {trajectory} = playground, {optimizer, settings} = trajectory;
    return WorkedStep.sentence(module, optimizer, trajectory, t, settings);
  };

  /** Say the chosen step to who cannot see it, once the hand rests. */
  const announce = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const t = Math.min(playground.selected, last());
      if (t >= 1) announce(`Step ${t}. ${words(t)}`);
    }, restAfter);
  };

  const select = t => {
    playground.selected = t === null ? null : Math.max(1, Math.min(t, Math.max(1, last())));
    playground.redraw();
    announce();
  };

  /** Choose a step by the inspector's own controls, wherever the pointer has come to rest. */
  const choose = t => {
    playground.marked = null;
    select(t);
  };

  const drawControls = t => {
    const most = String(Math.max(1, last()));
    if (scrubber.max !== most) scrubber.max = box.max = most;
    if (scrubber.valueAsNumber !== t) scrubber.value = t;
    if (box !== document.activeElement && box.valueAsNumber !== t) box.value = t;
  };

  const drawLines = (key, t, settings, isNear) => {
    if (built !== key) {
      lines = WorkedStep.build(worked, module, key);
      built = key;
      for (const one of [worked.firstChild, ...worked.querySelectorAll(".worked-formula")]) sizes.observe(one);
      near.clear();
      sight.disconnect();
      for (const one of lines.elements) sight.observe(one);
    }
    worked.firstChild.hidden = t === null;
    if (t === null) return;
    const {trajectory, kernel: {evaluate}} = playground;
    lines.show(trajectory, t, settings, evaluate, isNear);
  };

  /** What is out of sight need not follow the hand, but has its numbers when that rests. */
  const fillSoon = () => {
    clearTimeout(filling);
    filling = setTimeout(() => { if (playground.kernel) draw(true); }, fillAfter);
  };

  const draw = (everything = false) => {
    const {optimizer, settings} = playground.trajectory, t = step();
    drawControls(t ?? 1);
    write(sentence, t === null ? "No step was taken." : words(t));
    drawLines(optimizer, t, settings, element => everything || near.has(element));
    if (!everything && near.size < lines.elements.length) fillSoon();
  };

  // Its height is set from its content, so that new numbers lay out nothing but themselves.
  const sizes = new ResizeObserver(() => {
    if (worked.scrollWidth > worked.clientWidth) worked.tabIndex = 0;
    else worked.removeAttribute("tabindex");
    worked.style.height = `${worked.firstChild.offsetHeight}px`;
  });
  const sight = new IntersectionObserver(found => {
    for (const {target, isIntersecting} of found) {
      if (isIntersecting) near.add(target);
      else near.delete(target);
    }
    if (playground.kernel) draw();
  }, {rootMargin: "40px"});

  // Nothing of it is Dash's.
  byId("step-inspector").addEventListener("input", event => event.stopPropagation());
  scrubber.addEventListener("input", () => choose(scrubber.valueAsNumber));
  NumberBox.attach(box, {
    takes: () => ({name: "t", low: 1, high: Math.max(1, last()), whole: true}),
    current: () => playground.selected,
    changed: choose,
    shown: () => step() ?? 1,
  });
  byId("step-before").addEventListener("click", () => choose((step() ?? 1) - 1));
  byId("step-after").addEventListener("click", () => choose((step() ?? 0) + 1));

  return {draw, select};
};

export { attach };
