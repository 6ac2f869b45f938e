/* Box of the error function, menu of presets and panel of examples: the text becomes a surface request. */
import { parameterOf } from "../state/parameters.js";
import { withoutPlace } from "../surface/request.js";
import { byId as elementById } from "../view/dom.js";
import { announce } from "../view/live_region.js";
import { bindExamples } from "./examples.js";
import { createMistake } from "./mistake.js";

const typingPause = 500;
const unansweredMessage = () =>
  navigator.onLine
    ? "The server could not answer: press Enter to ask again."
    : "You are offline: this function is asked for again once you are back.";

/** Bind the box of a figure. `figure.ask(part)` then asks for a function with what belongs to it, such as
    a preset's start, and tells whether it has come.
    @param {RunFigure} figure */
export const createFunctionBox = (figure) => {
  const { byId, catalogue } = figure;
  const box = byId("error-function-text");
  /** Where there is no gallery.
      @type {HTMLSelectElement | null} */
  const menu = byId("error-function-preset");
  const message = byId("error-function-message");
  const mistake = createMistake(box, {
    message,
    place: byId("error-function-mistake-place"),
    caret: byId("error-function-caret"),
    use: byId("error-function-use"),
    take: (E) => figure.ask({ E, parameters: figure.parameters.of(E) }),
    declare: async (letter) => {
      const E = typed();
      figure.parameters.add(parameterOf(letter, 1));
      if (await figure.ask({ E, parameters: figure.parameters.of(E) }))
        announce(`${letter} is a parameter, with the value 1.`);
    },
  });
  let timer = 0;
  /** The text that was asked for last; null asks for the same text again.
      @type {string | null} */
  let last = figure.state.E;
  /** What got no answer: the same text typed again asks for all of it.
      @type {StatePart | null} */
  let unanswered = null;
  /** Whether the reader has typed since: a message is for the text that is in the box. */
  let isTypedOn = false;

  /** What is in the box, with the spaces before it, since mistakes have positions. Of a text that is too
      long, as much as shows that it is.
      @returns {string} */
  const typed = () => box.value.trimEnd().slice(0, catalogue.limits.characters + 1);

  /** @param {StatePart} part */
  const request = async (part) => {
    clearTimeout(timer);
    [last, unanswered, isTypedOn] = [part.E, null, false];
    const result = await figure.surface.ask(part);
    if (result === "overtaken") return false;
    if (result === "unanswered") [last, unanswered] = [null, part];
    if (result === "applied") {
      // What the notice says is of the address that the page was opened with.
      elementById(`${figure.key}-notice`).hidden = true;
      if (!isTypedOn) mistake.clear();
    } else if (isTypedOn) last = null;
    else if (result === "unanswered") mistake.show(withoutPlace(unansweredMessage()), part.E, false);
    else mistake.show(result, part.E);
    return result === "applied";
  };

  const askTyped = () => {
    const E = typed();
    if (E !== last) request(unanswered?.E === E ? unanswered : { E, parameters: figure.parameters.of(E) });
  };

  figure.ask = (part) => {
    mistake.clear();
    dash_clientside.set_props(box.id, { value: part.E });
    if (menu) menu.value = Object.entries(catalogue.presets).find(([, { E }]) => E === part.E)?.[0] ?? "";
    return request(structuredClone({ parameters: [], ...part }));
  };

  addEventListener("online", () => {
    if (unanswered) request(unanswered);
  });
  box.addEventListener("input", () => {
    if (menu) menu.value = "";
    // The refused text typed again is to be refused again.
    if (message.textContent) last = null;
    mistake.clear();
    isTypedOn = true;
    clearTimeout(timer);
    timer = setTimeout(askTyped, typingPause);
  });
  box.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Enter") askTyped();
  });
  // What Dash has not written into the box yet, after Back, is not typed.
  box.addEventListener("focusout", () => {
    if (isTypedOn) askTyped();
  });
  menu?.addEventListener("change", () => {
    const preset = catalogue.presets[menu.value];
    if (preset) figure.ask(preset);
    else box.focus();
  });
  bindExamples(byId("error-function-help"), (E) => figure.ask({ E }));

  // The text of an address that was refused is in the box to be mended.
  const refused = JSON.parse(message.dataset.mistake);
  if (refused) {
    last = typed();
    mistake.show(refused, box.value);
  }
};
