/* Number box: a text box that takes a number within its limits, in any spelling that people use, and says what
   it takes where something else is typed. Arrow keys step the value. */
import { isAmbiguous, readNumber } from "../view/number_reader.js";
import { entry, spoken } from "../view/numbers.js";

/** A number without a power of ten, as ARIA takes it.
    @param {number} value */
const decimal = (value) => value.toLocaleString("en", { useGrouping: false, maximumFractionDigits: 20 });

/** @typedef {{name: string, low: number, high: number, whole?: boolean}} Limits */

/** What a box writes for a value.
    @param {number | null} value */
export const boxText = (value) => (value === null ? "" : entry(value));

/** @param {HTMLInputElement} box */
const isRefused = (box) => box.getAttribute("aria-invalid") === "true";

/** Show a value in a box. A refused text stays there to be mended, until the value is another one.
    @param {HTMLInputElement} box
    @param {number | null} value */
export const showBox = (box, value) => {
  const text = boxText(value);
  if (isRefused(box)) {
    if (value === null || box.getAttribute("aria-valuenow") === decimal(value)) return;
    box.setAttribute("aria-invalid", "false");
    document.getElementById(messageId(box))?.replaceChildren();
  }
  if (box.value !== text) box.value = text;
  if (value === null || box.getAttribute("aria-valuenow") === decimal(value)) return;
  box.setAttribute("aria-valuenow", decimal(value));
  box.setAttribute("aria-valuetext", spoken(value));
};

/** @param {HTMLInputElement} box */
const messageId = (box) => `${box.id}-message`;

/** Type a text into a box: React keeps what was typed, and would put that back when the box is left.
    @param {HTMLInputElement} box
    @param {string} value */
const type = (box, value) => {
  const property = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
  box.value = "";
  property?.set?.call(box, value);
  box.dispatchEvent(new InputEvent("input", { bubbles: true }));
};

/** Type the texts of an address that were refused into their boxes, which say what is wrong.
    @param {Record<string, string>} texts by the ids of the boxes */
export const typeRefused = (texts) => {
  for (const [id, text] of Object.entries(texts)) {
    const box = document.getElementById(id);
    if (box instanceof HTMLInputElement) type(box, text);
  }
};

/** What is wrong with a text, in a sentence, or an empty text.
    @param {string} text
    @param {Limits} limits */
export const mistake = (text, { name, low, high, whole }) => {
  const value = readNumber(text);
  const wanted = `give a ${whole ? "whole " : ""}number from ${entry(low)} to ${entry(high)}.`;
  if (value >= low && value <= high && (!whole || value % 1 === 0)) return "";
  if (isAmbiguous(text)) {
    const [before, after] = text.trim().split(",");
    return `${name}: write ${before}${after} or ${before}.${after}.`;
  }
  if (value < low) return `${name}: ${entry(value)} is too small; ${wanted}`;
  if (value > high) return `${name}: ${entry(value)} is too large; ${wanted}`;
  return `${name}: ${wanted}`;
};

/** The message of a box, which lies over its label, so that nothing moves.
    @param {HTMLInputElement} box */
const createMessage = (box) => {
  const message = document.createElement("span");
  message.id = messageId(box);
  message.className = "box-message";
  message.setAttribute("role", "status");
  (box.closest("[data-box-message], .control, .start, .step-head") ?? box.parentElement)?.append(message);
  box.setAttribute("aria-describedby", message.id);
  return message;
};

/** Make a text box one for numbers: for screen readers, and for keyboards on glass. Those for decimals have no
    minus on some phones.
    @param {HTMLInputElement} box
    @param {Limits} limits */
const describeBox = (box, { low, high, whole }) => {
  if (box.type !== "text") return;
  box.inputMode = low < 0 ? "text" : whole ? "numeric" : "decimal";
  box.autocomplete = "off";
  box.setAttribute("role", "spinbutton");
  box.setAttribute("aria-valuemin", decimal(low));
  box.setAttribute("aria-valuemax", decimal(high));
};

/** Bind a number box. While the reader types, the beginning of a number may be a value that was not meant:
    if the text is invalid in the end, the value is again what it was before, and the box says so until the
    reader does something else.
    @param {HTMLInputElement} box
    @param {object} options
    @param {() => Limits} options.limits
    @param {() => number | null} options.current the value that holds
    @param {(value: any) => void} options.changed takes another value
    @param {(value: any) => any} [options.shown] the value that the box shows
    @param {(value: number, places: number, isFine: boolean) => number} [options.step] the value some places further
 */
export const bindNumberBox = (box, { limits, current, changed, shown = (value) => value, step }) => {
  let isTyping = false;
  let isTelling = false;
  /** @type {number | null} */
  let before = null;
  /** @type {HTMLElement | null} */
  let message = null;
  describeBox(box, limits());

  /** @param {string} text */
  const say = (text) => {
    if (text) message ??= createMessage(box);
    if (message) message.textContent = text;
  };

  const finish = () => {
    if (!isTyping) return;
    isTyping = false;
    const sentence = isRefused(box) ? mistake(box.value, limits()) : "";
    if (sentence) changed(before);
    box.setAttribute("aria-invalid", "false");
    showBox(box, shown(current()));
    isTelling = true;
    type(box, box.value);
    isTelling = false;
    const { name } = limits();
    const stays = sentence.replace(`${name}:`, `${name} stays ${box.value}:`);
    say(box.value ? stays : "");
    if (!sentence) return;
    const clear = () => say("");
    for (const kind of ["pointerdown", "keydown"])
      addEventListener(kind, clear, { once: true, capture: true });
  };

  /** @param {KeyboardEvent} event */
  const stepByKey = (event) => {
    const places = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key];
    if (!step || !places) return;
    event.preventDefault();
    event.stopPropagation();
    finish();
    const { low, high } = limits();
    const value = step(shown(current()) ?? low, places, event.shiftKey);
    changed(Math.min(Math.max(value, low), high));
    showBox(box, shown(current()));
  };

  box.addEventListener("input", () => {
    if (isTelling) return;
    if (!isTyping) before = current();
    isTyping = true;
    const sentence = mistake(box.value, limits());
    say(sentence);
    box.setAttribute("aria-invalid", String(Boolean(sentence)));
    if (!sentence) changed(readNumber(box.value));
  });
  box.addEventListener("focusout", finish);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter") finish();
    else stepByKey(event);
  });
  return finish;
};
