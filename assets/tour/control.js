/* The control of the current stop, in its two places: the number in the sentence, and the range on the axis of the
   chart of its consequences. */
import { setAttribute, setHidden, setText } from "../view/dom.js";
import { afterKey, hasAxis, shareOf, valueAt, valueText } from "./positions.js";

/** Of the range; pixels of the number for the whole axis. */
const places = 1000;
const dragLength = 320;

/** @param {Element} element
    @param {Record<string, string | number>} attributes */
const setAttributes = (element, attributes) => {
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, String(value));
};

/** Say a value to screen readers.
    @param {Element} element
    @param {TourControl} control
    @param {number} value */
const nameValue = (element, control, value) =>
  setAttributes(element, { "aria-valuenow": value, "aria-valuetext": valueText(control, value) });

/** The control's value where it is a number.
    @typedef {{stop: TourStop, value: TourValue}} Held */

/** Take a key as a slider does.
    @param {KeyboardEvent} event
    @param {Held} held
    @param {(value: number) => void} set */
const takeKey = (event, { stop: { control }, value }, set) => {
  if (!hasAxis(control) || typeof value !== "number" || event.ctrlKey || event.metaKey || event.altKey)
    return;
  const next = afterKey(control, value, event.key);
  if (next === null) return;
  event.preventDefault();
  set(next);
};

/** Let a number in a sentence be dragged.
    @param {HTMLElement} number
    @param {() => Held} held
    @param {(value: number) => void} set */
const bindNumber = (number, held, set) => {
  number.addEventListener("keydown", (event) => takeKey(event, held(), set));
  number.addEventListener("pointerdown", (event) => {
    const { stop, value } = held();
    if (!hasAxis(stop.control) || typeof value !== "number" || event.button) return;
    if (number.closest(".stop")?.id !== stop.key) return;
    const { control } = stop;
    const [from, share] = [event.clientX, shareOf(control, value)];
    event.preventDefault();
    number.focus({ preventScroll: true });
    number.setPointerCapture(event.pointerId);
    number.classList.add("dragging");
    /** @param {PointerEvent} moved */
    const move = ({ clientX }) => set(valueAt(control, share + (clientX - from) / dragLength));
    const end = () => {
      number.classList.remove("dragging");
      number.removeEventListener("pointermove", move);
      for (const type of ["pointerup", "pointercancel"]) number.removeEventListener(type, end);
    };
    number.addEventListener("pointermove", move);
    for (const type of ["pointerup", "pointercancel"]) number.addEventListener(type, end);
  });
};

/** @param {HTMLInputElement} range
    @param {TourStop[]} stops
    @param {HTMLElement[]} sections
    @param {object} options
    @param {() => Held} options.held the current stop and its value
    @param {(value: number) => void} options.set */
export const createControl = (range, stops, sections, { held, set }) => {
  const numbers = sections.map((section, k) => {
    const found = /** @type {HTMLElement[]} */ ([...section.querySelectorAll("[data-drag]")]);
    const { control } = stops[k];
    if (!hasAxis(control)) return found;
    for (const number of found) {
      setAttributes(number, {
        role: "slider",
        "aria-label": control.label,
        "aria-valuemin": control.low,
        "aria-valuemax": control.high,
      });
      bindNumber(number, held, set);
    }
    return found;
  });

  Object.assign(range, { min: "0", max: String(places), step: "1" });
  range.addEventListener("input", () => {
    const { control } = held().stop;
    if (hasAxis(control)) set(valueAt(control, Number(range.value) / places));
  });
  range.addEventListener("keydown", (event) => takeKey(event, held(), set));

  /** @param {number} index
      @param {TourValue} value */
  const showNumbers = (index, value) => {
    const { control } = stops[index];
    if (!control) return;
    for (const number of numbers[index]) {
      setText(number, valueText(control, value));
      if (typeof value === "number") nameValue(number, control, value);
    }
  };

  for (const [k, { value }] of stops.entries()) showNumbers(k, value);

  return {
    showNumbers,
    /** Show the range.
        @param {number} index of the stop
        @param {TourValue} value
        @param {{left: number, width: number} | null} axis where it lies in the plot, in pixels */
    show: (index, value, axis) => {
      const { control } = stops[index];
      setHidden(range, !hasAxis(control) || !axis);
      if (!hasAxis(control) || !axis || typeof value !== "number") return;
      range.style.setProperty("--left", `${axis.left}px`);
      range.style.setProperty("--width", `${axis.width}px`);
      const place = String(Math.round(places * shareOf(control, value)));
      if (range.value !== place) range.value = place;
      setAttributes(range, { "aria-label": control.label, "aria-valuetext": valueText(control, value) });
    },
  };
};
