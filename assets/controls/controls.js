/* The controls: sliders, number boxes and menus, each telling what the reader chose. */
import * as Numbers from "../view/numbers.js";
import * as NumberBox from "./number_box.js";

const rounded = (value, digits) => Number(value.toPrecision(digits));

/** What a control's element says of it. */
const specification = element => {
  const {control, scale, low, high, whole} = element.dataset;
  return {
    name: control,
    log: scale === "log",
    low: Number(low),
    high: Number(high),
    whole: whole === "true",
    slider: element.querySelector("input[type=range]"),
    box: element.querySelector("input[type=number]"),
    optimizer: element.closest("[data-optimizer]")?.dataset.optimizer ?? null,
  };
};

const position = (spec, value) => (spec.log ? Math.log10(value) : value);

/** A value with as few digits as keep the places of a slider apart: 0.05, 0.053, 0.106, 0.112. */
const round = value => rounded(value, value.toExponential()[0] === "1" ? 3 : 2);

const sliderValue = spec => {
  const place = Number(spec.slider.value);
  const value = spec.log ? round(10 ** place) : rounded(place, 6);
  const inside = Math.min(Math.max(value, spec.low), spec.high);
  return spec.whole ? Math.round(inside) : inside;
};

const say = (spec, value) =>
  spec.slider.setAttribute("aria-valuetext", Numbers.spoken(value));

/** Show a value in a control without a word to Dash: for the time a hand is on it. */
const show = (spec, value, except) => {
  if (spec.slider !== except) spec.slider.value = position(spec, value);
  if (spec.box !== except) spec.box.value = value;
  say(spec, value);
};

/** Give Dash the value, so that what it draws next agrees with what is seen; what a hand is still
    typing stays as it is. */
const settle = (spec, value) => {
  dash_clientside.set_props(spec.slider.id, {value: position(spec, value)});
  if (spec.box.getAttribute("aria-invalid") !== "true") {
    dash_clientside.set_props(spec.box.id, {value});
  }
  say(spec, value);
};

/** Listen to every control below a node: `changed(spec, value)` takes what the reader set. Those
    that come later are listened to once `attach(below)` was called. */
const listen = (root, {current, changed}) => {
  const specs = new Map();
  const attach = below => Array.from(below.querySelectorAll("[data-control]"), element => {
    const spec = specification(element);
    specs.set(spec.slider, spec).set(spec.box, spec);
    say(spec, spec.box.valueAsNumber);
    const [name] = spec.box.labels[0].textContent.split(",");
    spec.finish = NumberBox.attach(spec.box, {
      takes: () => ({...spec, name}),
      current: () => current(spec),
      changed: value => {
        show(spec, value, spec.box);
        changed(spec, value);
      },
    });
    return spec;
  });
  const first = attach(root);
  root.addEventListener("input", event => {
    const {target} = event, spec = specs.get(target);
    if (spec?.slider !== target) return;
    // Dash hears of it when the hand rests: its own handling would cost more than the frame.
    event.stopPropagation();
    const value = sliderValue(spec);
    show(spec, value, target);
    changed(spec, value);
  }, true);
  // A finger that comes down on a slider but scrolls the page has set nothing.
  let before = null;
  root.addEventListener("pointerdown", ({target}) => {
    const spec = specs.get(target);
    before = spec?.slider === target ? {spec, value: current(spec)} : null;
  }, true);
  root.addEventListener("pointercancel", () => {
    if (!before) return;
    show(before.spec, before.value);
    changed(before.spec, before.value);
    before = null;
  }, true);
  // A browser's own steps of a number box are whole numbers: here they follow the slider.
  root.addEventListener("keydown", event => {
    const spec = specs.get(event.target), up = {ArrowUp: 1, ArrowDown: -1}[event.key];
    if (spec?.box !== event.target || !up) return;
    event.preventDefault();
    spec.finish();
    spec.slider.value = position(spec, current(spec));
    if (up > 0) spec.slider.stepUp();
    else spec.slider.stepDown();
    spec.slider.dispatchEvent(new Event("input", {bubbles: true}));
  });
  root.addEventListener("focusout", ({target}) => {
    const spec = specs.get(target);
    if (spec?.box !== target) return;
    show(spec, current(spec));
    settle(spec, current(spec));
  });
  return {specs: first, attach};
};

export { listen, settle, show };
