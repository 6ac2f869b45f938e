/* Control of a parameter: a slider with a number box, and boxes for the ends and the step of its range. */
import { usualStep, withRange } from "../state/parameters.js";
import { stepValue, trackValue } from "../engine/track.js";
import { spoken } from "../view/numbers.js";
import { bindNumberBox, showBox } from "./number_box.js";

const smallestStep = 1e-9;
const subscripts = "₀₁₂₃₄₅₆₇₈₉";

/** @param {string} name */
const symbolOf = (name) => name.replace(/\d/g, (digit) => subscripts[Number(digit)]);

/** The track of a parameter's slider.
    @param {Parameter} parameter
    @returns {Track} */
const trackOf = ({ low, high, step }) => ({
  ...{ scale: "linear", low, high, step, whole: false },
  ...{ start: low, end: high },
});

/** @template {keyof HTMLElementTagNameMap} Name
    @param {Name} tag
    @param {Partial<HTMLElementTagNameMap[Name]>} properties
    @param {...(Node | string)} children
    @returns {HTMLElementTagNameMap[Name]} */
const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

/** A number box with its label.
    @param {string} id
    @param {string} label
    @param {string} className */
const makeBox = (id, label, className) => {
  const box = make("input", { id, type: "text", className: "dash-input-element" });
  const words = make("label", { htmlFor: id, className: "visually-hidden" }, label);
  const around = make(
    "div",
    { className: `dash-input-container dash-input control-number ${className}` },
    box,
  );
  return { box, parts: [words, around] };
};

/** @param {string} name
    @param {object} options
    @param {string} options.prefix of ids
    @param {number} options.largest that a number may be
    @param {() => Parameter} options.current
    @param {(value: number) => void} options.changed takes another value
    @param {(parameter: Parameter) => void} options.ranged takes another range */
export const createParameterControl = (name, { prefix, largest, current, changed, ranged }) => {
  const symbol = symbolOf(name);
  /** @param {string} part */
  const id = (part) => `${prefix}-${name}-${part}`;
  const slider = make("input", { id: id("slider"), type: "range", className: "dash-input-element" });
  const value = makeBox(id("value"), `${symbol}, exact value`, "parameter-value");
  const low = makeBox(id("min"), `Least ${symbol} of the slider`, "parameter-end");
  const high = makeBox(id("max"), `Greatest ${symbol} of the slider`, "parameter-end");
  const step = makeBox(id("step"), `Step of the slider of ${symbol}`, "parameter-end parameter-step");
  const label = make("label", { htmlFor: slider.id, className: "parameter-name" }, symbol);
  const stepWords = make("span", { className: "parameter-words" }, "step");
  stepWords.setAttribute("aria-hidden", "true");
  const track = make("div", { className: "dash-input-container dash-input control-slider" }, slider);
  const element = make(
    "div",
    { className: "control parameter" },
    ...[label, ...value.parts, ...low.parts, track, ...high.parts, stepWords, ...step.parts],
  );
  element.dataset.parameter = name;

  bindNumberBox(value.box, {
    limits: () => ({ name: symbol, low: -largest, high: largest }),
    current: () => current().value,
    changed,
    step: (from, places) => stepValue(trackOf(current()), from, places),
  });
  bindNumberBox(low.box, {
    limits: () => ({ name: "min", low: -largest, high: current().high }),
    current: () => current().low,
    changed: (least) => least < current().high && ranged(withRange(current(), least, current().high)),
  });
  bindNumberBox(high.box, {
    limits: () => ({ name: "max", low: current().low, high: largest }),
    current: () => current().high,
    changed: (most) => most > current().low && ranged(withRange(current(), current().low, most)),
  });
  bindNumberBox(step.box, {
    limits: () => ({ name: "step", low: smallestStep, high: current().high - current().low }),
    current: () => current().step,
    changed: (next) => ranged({ ...current(), step: next ?? usualStep(current().low, current().high) }),
  });
  slider.addEventListener("input", (event) => {
    event.stopPropagation();
    changed(trackValue(trackOf(current()), Number(slider.value)));
  });
  // A touch that begins on the slider but scrolls the page is cancelled: then the value is what it was.
  let before = 0;
  slider.addEventListener("pointerdown", () => {
    before = current().value;
  });
  slider.addEventListener("pointercancel", () => changed(before));

  return {
    element,
    /** Show what is set, but for a box that the reader is typing in. */
    show: () => {
      const { value: now, low: least, high: most, step: apart } = current();
      Object.assign(slider, { min: String(least), max: String(most), step: String(apart) });
      slider.value = String(now);
      slider.setAttribute("aria-valuetext", spoken(now));
      for (const [box, number] of /** @type {const} */ ([
        [value.box, now],
        [low.box, least],
        [high.box, most],
        [step.box, apart],
      ]))
        if (box !== document.activeElement) showBox(box, number);
    },
  };
};
