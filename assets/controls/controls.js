/* Controls below a node: their sliders, number boxes and keys report what the reader sets. */
import {
  commitControl,
  describeControl,
  readControl,
  showControl,
  sliderPosition,
  sliderValue,
} from "./control.js";
import { bindNumberBox } from "./number_box.js";

/** @typedef {import("./control.js").Control} Control */
/** @typedef {object} Values
    @property {(control: Control) => number} current the value of a control that holds
    @property {(control: Control, value: number) => void} changed takes another value */

/** @param {Control} control
    @param {Values} values */
const bindBox = (control, { current, changed }) => {
  const { box, low, high, whole } = control;
  const [name] = (box.labels?.[0].textContent ?? "").split(",");
  return bindNumberBox(box, {
    limits: () => ({ name, low, high, whole }),
    current: () => current(control),
    changed: (value) => {
      showControl(control, value, box);
      changed(control, value);
    },
  });
};

/** @param {HTMLElement} root
    @param {(target: EventTarget | null) => Control | null} ofSlider
    @param {Values} values */
const bindSliders = (root, ofSlider, { current, changed }) => {
  root.addEventListener(
    "input",
    (event) => {
      const control = ofSlider(event.target);
      if (!control) return;
      // Dash gets the value with the commit: its own handling would take longer than a frame.
      event.stopPropagation();
      const value = sliderValue(control, Number(control.slider.value));
      showControl(control, value, control.slider);
      changed(control, value);
    },
    true,
  );
  // A touch that begins on a slider but scrolls the page is cancelled: then the value is what it was.
  /** @type {{control: Control, value: number} | null} */
  let before = null;
  root.addEventListener(
    "pointerdown",
    ({ target }) => {
      const control = ofSlider(target);
      before = control && { control, value: current(control) };
    },
    true,
  );
  root.addEventListener(
    "pointercancel",
    () => {
      if (!before) return;
      showControl(before.control, before.value);
      changed(before.control, before.value);
      before = null;
    },
    true,
  );
};

/** Arrow keys in a number box step its slider: the browser's own steps are whole numbers.
    @param {HTMLElement} root
    @param {(target: EventTarget | null) => Control | null} ofBox
    @param {Values} values */
const bindBoxKeys = (root, ofBox, { current }) => {
  root.addEventListener("keydown", (event) => {
    const control = ofBox(event.target);
    if (!control || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
    event.preventDefault();
    control.finish();
    const { slider } = control;
    slider.value = String(sliderPosition(control, current(control)));
    if (event.key === "ArrowUp") slider.stepUp();
    else slider.stepDown();
    slider.dispatchEvent(new Event("input", { bubbles: true }));
  });
  root.addEventListener("focusout", ({ target }) => {
    const control = ofBox(target);
    if (!control) return;
    showControl(control, current(control));
    commitControl(control, current(control));
  });
};

/** Bind every control below a node.
    @param {HTMLElement} root
    @param {Values} values
    @returns {{controls: Control[], attach: (below: HTMLElement) => Control[]}} `attach` binds controls that
      were added later, and returns them */
export const bindControls = (root, values) => {
  /** @type {Map<EventTarget | null, Control>} */
  const controlOf = new Map();
  /** @param {HTMLElement} below */
  const attach = (below) => {
    /** @type {NodeListOf<HTMLElement>} */
    const elements = below.querySelectorAll("[data-control]");
    return Array.from(elements, (element) => {
      const control = readControl(element);
      controlOf.set(control.slider, control).set(control.box, control);
      describeControl(control, control.box.valueAsNumber);
      control.finish = bindBox(control, values);
      return control;
    });
  };
  /** @param {"slider" | "box"} part
      @returns {(target: EventTarget | null) => Control | null} */
  const ownerOf = (part) => (target) => {
    const control = controlOf.get(target);
    return control?.[part] === target ? control : null;
  };
  const controls = attach(root);
  bindSliders(root, ownerOf("slider"), values);
  bindBoxKeys(root, ownerOf("box"), values);
  return { controls, attach };
};
