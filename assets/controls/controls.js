/* Controls below a node: their sliders, number boxes and keys report what the reader sets. */
import { stepValue, trackValue } from "../engine/track.js";
import { readNumber } from "../view/number_reader.js";
import { commitControl, describeControl, readControl, showControl } from "./control.js";
import { bindNumberBox } from "./number_box.js";

/** @typedef {import("./control.js").Control} Control */
/** @typedef {object} Values
    @property {(control: Control) => number} current the value of a control that holds
    @property {(control: Control, value: number) => void} changed takes another value */

/** @param {Control} control
    @param {Values} values */
const bindBox = (control, { current, changed }) => {
  const { box, track, symbol } = control;
  const { low, high, whole } = track;
  bindNumberBox(box, {
    limits: () => ({ name: symbol, low, high, whole }),
    current: () => current(control),
    changed: (value) => {
      showControl(control, value, box);
      changed(control, value);
    },
    step: (value, places) => stepValue(track, value, places),
  });
};

/** @param {HTMLElement} root
    @param {(target: EventTarget | null) => Control | null} ofSlider
    @param {Values} values
    @returns {() => void} show what was set last in the box of its slider */
const bindSliders = (root, ofSlider, { current, changed }) => {
  /** @type {Set<Control>} */
  const moved = new Set();
  root.addEventListener(
    "input",
    (event) => {
      const control = ofSlider(event.target);
      if (!control) return;
      // Dash gets the value with the commit: its own handling would take longer than a frame.
      event.stopPropagation();
      const value = trackValue(control.track, Number(control.slider.value));
      // Screen readers read it with the key; the box takes a layout.
      describeControl(control, value);
      moved.add(control);
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
  return () => {
    for (const control of moved) showControl(control, current(control), control.slider);
    moved.clear();
  };
};

/** Pass a value to Dash when the reader leaves its box.
    @param {HTMLElement} root
    @param {(target: EventTarget | null) => Control | null} ofBox
    @param {Values} values */
const commitBoxes = (root, ofBox, { current }) => {
  root.addEventListener("focusout", ({ target }) => {
    const control = ofBox(target);
    if (control) commitControl(control, current(control));
  });
};

/** Bind every control below a node.
    @param {HTMLElement} root
    @param {Values} values
    @returns {{controls: Control[], attach: (below: HTMLElement) => Control[], draw: () => void}} `attach` binds
      controls that were added later, and returns them; `draw` follows a slider with its box, which costs a layout */
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
      showControl(control, readNumber(control.box.value));
      bindBox(control, values);
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
  const draw = bindSliders(root, ownerOf("slider"), values);
  commitBoxes(root, ownerOf("box"), values);
  return { controls, attach, draw };
};
