/* Control: a slider and a number box that show one value. */
import { trackPosition } from "../engine/track.js";
import { spoken } from "../view/numbers.js";
import { boxText, showBox } from "./number_box.js";

/** @typedef {object} Control
    @property {string} name of the hyperparameter
    @property {string} symbol
    @property {string | null} optimizer whose hyperparameter it is
    @property {Track} track of the slider
    @property {HTMLElement} element
    @property {HTMLInputElement} slider
    @property {HTMLInputElement} box */

/** The control of an element, as its attributes describe it (components/ui/control.py).
    @param {HTMLElement} element
    @returns {Control} */
export const readControl = (element) => {
  const { control = "", symbol = "", track = "" } = element.dataset;
  /** @type {HTMLElement | null} */
  const group = element.closest("[data-optimizer]");
  return {
    name: control,
    symbol,
    optimizer: group?.dataset.optimizer ?? null,
    track: JSON.parse(track),
    element,
    slider: /** @type {HTMLInputElement} */ (element.querySelector("input[type=range]")),
    box: /** @type {HTMLInputElement} */ (element.querySelector("input[type=text]")),
  };
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
  const { slider, box, track } = control;
  if (slider !== except) slider.value = String(trackPosition(track, value));
  if (box !== except) showBox(box, value);
  describeControl(control, value);
};

/** Pass a value to Dash, so that its components keep it; what is being typed stays as it is.
    @param {Control} control
    @param {number} value */
export const commitControl = (control, value) => {
  const { slider, box, track } = control;
  dash_clientside.set_props(slider.id, { value: trackPosition(track, value) });
  if (box !== document.activeElement && box.getAttribute("aria-invalid") !== "true")
    dash_clientside.set_props(box.id, { value: boxText(value) });
  describeControl(control, value);
};
