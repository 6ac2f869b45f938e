/* Control: a slider and a number box that show one value, which is linear or logarithmic on the slider. */
import { spoken } from "../view/numbers.js";

/** @typedef {object} Control
    @property {string} name of the hyperparameter
    @property {string | null} optimizer whose hyperparameter it is
    @property {boolean} isLog whether the slider has decades
    @property {number} low
    @property {number} high
    @property {boolean} whole whether only whole numbers are taken
    @property {HTMLInputElement} slider
    @property {HTMLInputElement} box
    @property {() => void} finish ends typing in the box */

/** @param {number} value
    @param {number} digits */
const rounded = (value, digits) => Number(value.toPrecision(digits));

/** The control of an element, as its attributes describe it (components/ui/control.py).
    @param {HTMLElement} element
    @returns {Control} */
export const readControl = (element) => {
  const { control, scale, low, high, whole } = element.dataset;
  /** @type {HTMLElement | null} */
  const group = element.closest("[data-optimizer]");
  return {
    name: control ?? "",
    optimizer: group?.dataset.optimizer ?? null,
    isLog: scale === "log",
    low: Number(low),
    high: Number(high),
    whole: whole === "true",
    slider: /** @type {HTMLInputElement} */ (element.querySelector("input[type=range]")),
    box: /** @type {HTMLInputElement} */ (element.querySelector("input[type=number]")),
    finish: () => {},
  };
};

/** The position of a value on a slider.
    @param {Pick<Control, "isLog">} control
    @param {number} value */
export const sliderPosition = ({ isLog }, value) => (isLog ? Math.log10(value) : value);

/** The value at a position of a slider, with as few digits as keep the positions apart: 0.05, 0.053, 0.106.
    @param {Pick<Control, "isLog" | "low" | "high" | "whole">} control
    @param {number} position */
export const sliderValue = ({ isLog, low, high, whole }, position) => {
  const exact = isLog ? 10 ** position : position;
  const digits = exact.toExponential()[0] === "1" ? 3 : 2;
  const value = Math.min(Math.max(rounded(exact, isLog ? digits : 6), low), high);
  return whole ? Math.round(value) : value;
};

/** Name the value of a slider for screen readers.
    @param {Pick<Control, "slider">} control
    @param {number} value */
export const describeControl = ({ slider }, value) => slider.setAttribute("aria-valuetext", spoken(value));

/** Show a value, without passing it to Dash: for changes that go on.
    @param {Control} control
    @param {number} value
    @param {EventTarget | null} except the input that the reader is using */
export const showControl = (control, value, except = null) => {
  const { slider, box } = control;
  if (slider !== except) slider.value = String(sliderPosition(control, value));
  if (box !== except) box.value = String(value);
  describeControl(control, value);
};

/** Pass a value to Dash, so that its components keep it; invalid text stays for the reader to correct.
    @param {Control} control
    @param {number} value */
export const commitControl = (control, value) => {
  const { slider, box } = control;
  dash_clientside.set_props(slider.id, { value: sliderPosition(control, value) });
  if (box.getAttribute("aria-invalid") !== "true") dash_clientside.set_props(box.id, { value });
  describeControl(control, value);
};
