/* The box of the error function and the menu of presets: they ask the server, nothing else does. */
import { ask } from "../engine/retry.js";

const pause = 500;
const noAnswer = "The server could not answer: press Enter to ask again.";

/** Whether what is on its way has been answered, once a surface is there. It need not be its own:
    the answer to an older question may have come right after it. */
const answered = ({pending}, {typed}) =>
  pending !== null && (pending.answered || pending.part.E === typed);

const listen = figure => {
  const {byId, catalogue} = figure;
  const box = byId("error-function-text"), menu = byId("error-function-preset");
  const message = byId("error-function-message");
  let timer, last = figure.state.E, unanswered = null;

  const ask = async (part, anew = false) => {
    clearTimeout(timer);
    if (part.E === last && !anew) return;
    [last, unanswered] = [part.E, null];
    const pending = figure.pending = {part, answered: false};
    const wanted = () => figure.pending === pending;
    const answer = await ask(figure.idOf("error-function-asked"), figure.query(part), wanted);
    if (figure.pending !== pending) return;
    pending.answered = Boolean(answer?.[figure.idOf("surface-graph")]);
    if (pending.answered) return;
    figure.pending = null;
    if (answer) return;
    [last, unanswered] = [null, part];
    dash_clientside.set_props(message.id, {children: noAnswer});
  };

  /** Ask for what was typed; what came with it still does if it is asked for once more. Of a text
      that is too long, as much is sent as shows that it is. */
  const typed = () => {
    const E = box.value.trim().slice(0, catalogue.bounds.characters + 1);
    ask(unanswered?.E === E ? unanswered : {E});
  };

  /** Ask for a function together with what belongs to it: a preset's start, a claim's run. */
  figure.ask = part => {
    dash_clientside.set_props(box.id, {value: part.E});
    menu.value = Object.entries(catalogue.presets).find(([, {E}]) => E === part.E)?.[0] ?? "";
    ask(structuredClone(part), true);
  };

  box.addEventListener("input", () => {
    menu.value = "";
    clearTimeout(timer);
    timer = setTimeout(typed, pause);
  });
  box.addEventListener("keydown", event => { if (event.key === "Enter") typed(); });
  box.addEventListener("focusout", typed);
  menu.addEventListener("change", () => {
    const preset = catalogue.presets[menu.value];
    if (!preset) return box.focus();
    figure.ask(preset);
  });

  box.setAttribute("aria-describedby", message.id);
  const mark = () =>
    box.setAttribute("aria-invalid", String(!["", noAnswer].includes(message.textContent)));
  new MutationObserver(mark).observe(message, {childList: true, characterData: true, subtree: true});
};

export { answered, listen };
