/* Number box: a number input with validation. It takes values within its limits, and says what those are
   where something else is typed. */

/** @typedef {{name: string, low: number, high: number, whole?: boolean}} Limits */

/** @param {Limits} limits */
const limitsText = ({ name, low, high, whole }) =>
  `${name}: give a ${whole ? "whole " : ""}number from ${low} to ${high}.`;

/** The message of a box, which lies over its label, so that nothing moves.
    @param {HTMLInputElement} box */
const createMessage = (box) => {
  const message = document.createElement("span");
  message.id = `${box.id}-message`;
  message.className = "box-message";
  message.setAttribute("role", "status");
  box.closest(".control, .start, .step-head")?.append(message);
  box.setAttribute("aria-describedby", message.id);
  return message;
};

/** Bind a number box. While the reader types, the beginning of a number may be a value that was not meant:
    if the text is invalid in the end, the value is again what it was before.
    @param {HTMLInputElement} box
    @param {object} options
    @param {() => Limits} options.limits
    @param {() => number | null} options.current the value that holds
    @param {(value: any) => void} options.changed takes another value
    @param {(value: any) => unknown} [options.format] how the box writes a value
    @returns {() => void} ends the typing */
export const bindNumberBox = (box, { limits, current, changed, format = (value) => value }) => {
  let isTyping = false;
  /** @type {number | null} */
  let before = null;
  /** @type {HTMLElement | null} */
  let message = null;

  /** @param {boolean} isInvalid */
  const showValidity = (isInvalid) => {
    if (isInvalid) message ??= createMessage(box);
    if (message) message.textContent = isInvalid ? limitsText(limits()) : "";
    box.setAttribute("aria-invalid", String(isInvalid));
  };

  const finish = () => {
    if (!isTyping) return;
    isTyping = false;
    if (box.getAttribute("aria-invalid") === "true") changed(before);
    showValidity(false);
    box.value = String(format(current()));
  };

  box.addEventListener("input", () => {
    if (!isTyping) before = current();
    isTyping = true;
    const value = box.valueAsNumber;
    const { low, high, whole } = limits();
    const isValid = value >= low && value <= high && (!whole || value % 1 === 0);
    showValidity(!isValid);
    if (isValid) changed(value);
  });
  box.addEventListener("focusout", finish);
  box.addEventListener("keydown", ({ key }) => {
    if (key === "Enter") finish();
  });
  return finish;
};
