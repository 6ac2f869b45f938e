/* Controls of the amplification maps: the rule, its hyperparameters, the range, the decays. */
import { commitControl, showControl } from "../controls/control.js";
import { bindControls } from "../controls/controls.js";
import { byId } from "../view/dom.js";

/** The entries of a list that are no decays.
    @param {string} text */
const wrongDecays = (text) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => !part || !(Number(part) >= 0 && Number(part) <= 1));

/** The numbers in a list of decays, or null where it is none.
    @param {string} text
    @param {number} most */
export const parseDecays = (text, most) => {
  if (wrongDecays(text).length) return null;
  const values = [...new Set(text.split(",").map(Number))];
  return values.length <= most ? values : null;
};

/** What is wrong with a list of decays.
    @param {string} text
    @param {string} sentence that says what is wanted */
export const decaysMistake = (text, sentence) => {
  const named = wrongDecays(text)
    .filter(Boolean)
    .slice(0, 3)
    .map((part) => part.slice(0, 12));
  if (!named.length) return sentence;
  return `${named.join(", ")} ${named.length > 1 ? "are" : "is"} not from 0 to 1. ${sentence}`;
};

/** @param {import("./figure.js").AmplificationFigure} figure */
const listenToDecays = ({ state, catalogue, change }) => {
  const box = byId("amplification-decays-list");
  const message = byId("amplification-decays-message");
  box.setAttribute("aria-describedby", message.id);
  box.addEventListener("input", () => {
    const values = parseDecays(box.value, catalogue.decays.most);
    box.setAttribute("aria-invalid", String(!values));
    message.textContent = values ? "" : decaysMistake(box.value, catalogue.decays.sentence);
    if (values) change({ decays: values });
  });
  const show = () => {
    dash_clientside.set_props(box.id, { value: state.decays.join(", ") });
    box.removeAttribute("aria-invalid");
    message.textContent = "";
  };
  box.addEventListener("focusout", show);
  return show;
};

/** Listen to the controls of the figure.
    @param {import("./figure.js").AmplificationFigure} figure */
export const listenToControls = (figure) => {
  const { state, settings, root } = figure;
  const picker = byId("amplification-picker");
  /** @param {{optimizer: string | null, name: string}} spec */
  const current = ({ optimizer, name }) => (optimizer ? settings[optimizer][name] : state.range);
  const { controls, draw } = bindControls(root, {
    current,
    changed: ({ optimizer, name }, value) => {
      if (optimizer) figure.set(name, value);
      else figure.change({ range: value });
    },
  });
  picker.addEventListener("change", () => figure.choose(picker.value));
  const showDecays = listenToDecays(figure);

  /** Show the controls of the chosen rule and no others. */
  const showRule = () => {
    picker.value = state.run.optimizer;
    for (const group of root.querySelectorAll("[data-optimizer]")) {
      group.hidden = group.dataset.optimizer !== state.run.optimizer;
    }
  };

  /** Show a state that was set as a whole. */
  const show = () => {
    showRule();
    showDecays();
    for (const control of controls) showControl(control, current(control));
  };

  /** Pass the values of the visible controls to Dash. */
  const commit = () => {
    for (const control of controls) {
      const { optimizer } = control;
      if (!optimizer || optimizer === state.run.optimizer) commitControl(control, current(control));
    }
  };

  return { commit, draw, show, showRule };
};
