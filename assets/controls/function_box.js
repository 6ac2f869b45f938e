/* Box of the error function and menu of presets: the text becomes a surface request. */
import { setText } from "../view/dom.js";

const typingPause = 500;
const unansweredMessage = "The server could not answer: press Enter to ask again.";

/** Bind the box of a figure. `figure.ask(part)` then asks for a function with what belongs to it, such as
    a preset's start.
    @param {RunFigure} figure */
export const createFunctionBox = (figure) => {
  const { byId, catalogue } = figure;
  const box = byId("error-function-text");
  /** Where there is no gallery.
      @type {HTMLSelectElement | null} */
  const menu = byId("error-function-preset");
  const message = byId("error-function-message");
  let timer = 0;
  /** @type {string | null} */
  let last = figure.state.E;
  /** What got no answer: the same text typed again asks for all of it.
      @type {StatePart | null} */
  let unanswered = null;

  /** @param {string} text
      @param {boolean} invalid */
  const showMessage = (text, invalid) => {
    setText(message, text);
    box.setAttribute("aria-invalid", String(invalid));
  };

  /** @param {StatePart} part */
  const request = async (part) => {
    clearTimeout(timer);
    [last, unanswered] = [part.E, null];
    const result = await figure.surface.ask(part);
    if (result === "overtaken") return;
    if (result === "unanswered") {
      [last, unanswered] = [null, part];
      showMessage(unansweredMessage, false);
    } else showMessage(result.message, result.message !== "");
  };

  /** Ask for what was typed. Of a text that is too long, as much is sent as shows that it is. */
  const askTyped = () => {
    /** @type {string} */
    const E = box.value.trim().slice(0, catalogue.limits.characters + 1);
    if (E !== last) request(unanswered?.E === E ? unanswered : { E });
  };

  figure.ask = (part) => {
    dash_clientside.set_props(box.id, { value: part.E });
    if (menu) menu.value = Object.entries(catalogue.presets).find(([, { E }]) => E === part.E)?.[0] ?? "";
    request(structuredClone(part));
  };

  box.addEventListener("input", () => {
    if (menu) menu.value = "";
    clearTimeout(timer);
    timer = setTimeout(askTyped, typingPause);
  });
  box.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Enter") askTyped();
  });
  box.addEventListener("focusout", askTyped);
  menu?.addEventListener("change", () => {
    const preset = catalogue.presets[menu.value];
    if (preset) figure.ask(preset);
    else box.focus();
  });
  box.setAttribute("aria-describedby", message.id);
};
