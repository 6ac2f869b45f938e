/* The controls of the amplification maps: the rule, its hyperparameters, the range, the decays. */
import * as Controls from "../controls/controls.js";

const byId = id => document.getElementById(id);

/** The numbers that a reader typed, or null where they are no list of decays. */
const decays = (text, most) => {
  const values = [...new Set(text.split(",").map(part => (part.trim() ? Number(part) : NaN)))];
  return values.length <= most && values.every(value => value >= 0 && value <= 1) ? values : null;
};

const listenToDecays = ({state, catalogue, change}) => {
  const box = byId("amplification-decays-list"), message = byId("amplification-decays-message");
  box.setAttribute("aria-describedby", message.id);
  box.addEventListener("input", () => {
    const values = decays(box.value, catalogue.decays.most);
    box.setAttribute("aria-invalid", String(!values));
    message.textContent = values ? "" : catalogue.decays.sentence;
    if (values) change({decays: values});
  });
  box.addEventListener("focusout", () => {
    dash_clientside.set_props(box.id, {value: state.decays.join(", ")});
    box.removeAttribute("aria-invalid");
    message.textContent = "";
  });
};

const listen = figure => {
  const {state, settings, root} = figure, picker = byId("amplification-picker");
  const current = spec => (spec.optimizer ? settings[spec.optimizer][spec.name] : state.range);
  const {specs} = Controls.listen(root, {
    current,
    changed: (spec, value) => {
      if (spec.optimizer) figure.set(spec.name, value);
      else figure.change({range: value});
    },
  });
  picker.addEventListener("change", () => figure.choose(picker.value));
  listenToDecays(figure);

  /** Show the controls of the chosen rule and no others. */
  const showRule = () => {
    picker.value = state.run.optimizer;
    for (const group of root.querySelectorAll("[data-optimizer]")) {
      group.hidden = group.dataset.optimizer !== state.run.optimizer;
    }
  };

  /** Tell Dash the values of the controls that are seen. */
  const settle = () => {
    for (const spec of specs) {
      if (!spec.optimizer || spec.optimizer === state.run.optimizer) {
        Controls.settle(spec, current(spec));
      }
    }
  };

  return {settle, showRule};
};

export { listen };
