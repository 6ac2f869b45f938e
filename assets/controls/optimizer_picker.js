/* The choice of an optimizer and what is set for it; the number of steps. */
import * as Controls from "./controls.js";
import { controlsOf, idle } from "./deferred_controls.js";

const showGroup = (root, optimizer) => {
  for (const group of root.querySelectorAll("[data-optimizer]")) {
    group.hidden = group.dataset.optimizer !== optimizer;
  }
};

/** Settings to begin with: a rule's defaults, for each rule, and what the run has for its own. */
const initial = (run, {optimizers}) => ({
  ...Object.fromEntries(Object.entries(optimizers).map(([key, {defaults}]) => [key, {...defaults}])),
  [run.optimizer]: run.settings,
});

/** Listen to the controls of one of a figure's runs below a node, and to its number of steps if it
    is there too: `settings` are those of each rule, `picker` is the menu of optimizers, if it is there. */
const listen = (root, figure, {settings, picker, run = 0}) => {
  const {state} = figure;
  const {specs, attach} = Controls.listen(root, {
    current: spec => (spec.optimizer ? settings[spec.optimizer][spec.name] : state.steps),
    changed: (spec, value) => {
      if (!spec.optimizer) return figure.change({steps: value});
      settings[spec.optimizer][spec.name] = value;
      figure.change({});
    },
  });
  const keep = found => (figure.controls ??= []).push(...found.map(spec => ({spec, settings, run})));
  keep(specs);
  if (!picker) return;
  picker.value = state.runs[run].optimizer;

  const asked = picker.id.replace("optimizer-picker", "optimizers-asked");
  const attached = new Set(specs.map(({optimizer}) => optimizer));

  const shown = (optimizer, tell) => {
    for (const {spec, run: of} of figure.controls) {
      if (of === run && spec.optimizer === optimizer) tell(spec, settings[optimizer][spec.name]);
    }
  };

  /** Let the controls of a rule come, if they have not yet, with its values. */
  const fetchRule = async optimizer => {
    const group = await controlsOf(root, asked, optimizer);
    if (attached.has(optimizer)) return;
    attached.add(optimizer);
    keep(attach(group));
    shown(optimizer, Controls.settle);
  };

  const showRule = async optimizer => {
    await fetchRule(optimizer);
    if (state.runs[run].optimizer !== optimizer) return;
    showGroup(root, optimizer);
    shown(optimizer, Controls.show);
  };

  // When a hand comes near the menu they all come, one after the other while nothing else is done:
  // then a choice is seen at once. Sooner they would keep the page from its reader.
  const fetchRest = async () => {
    for (const optimizer of Object.keys(settings)) {
      await idle();
      await fetchRule(optimizer);
    }
  };
  for (const sign of ["pointerenter", "focus"]) picker.addEventListener(sign, fetchRest, {once: true});
  (figure.showRule ??= [])[run] = showRule;

  picker.addEventListener("change", () => {
    state.runs[run] = {optimizer: picker.value, settings: settings[picker.value]};
    showRule(picker.value);
    figure.marked = null;
    figure.redraw();
    figure.settleSoon();
  });
};

/** Take the run of a state that came as a whole: its optimizer is chosen, its values are set. */
const take = ({byId, controls, state: {steps, runs: [run]}, settings, showRule: [show]}) => {
  settings[run.optimizer] = run.settings;
  byId("optimizer-picker").value = run.optimizer;
  show(run.optimizer);
  for (const {spec} of controls) if (!spec.optimizer) Controls.show(spec, steps);
};

/** Tell Dash the values of the controls that are seen. */
const settle = ({controls, state}) => {
  for (const {spec, settings, run} of controls) {
    if (!spec.optimizer) Controls.settle(spec, state.steps);
    else if (spec.optimizer === state.runs[run].optimizer) {
      Controls.settle(spec, settings[spec.optimizer][spec.name]);
    }
  }
};

export { initial, listen, settle, take };
