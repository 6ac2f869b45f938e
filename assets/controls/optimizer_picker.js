/* Optimizer picker: the menu of optimizers of a run with the hyperparameters of each, and the number of steps. */
import { commitControl, showControl } from "./control.js";
import { bindControls } from "./controls.js";
import { idle, loadControls } from "./deferred_controls.js";

/** @typedef {import("./control.js").Control} Control */

/** The settings of every optimizer to begin with: its defaults, and for that of a run the run's own.
    @param {Run} run
    @param {Pick<Catalogue, "optimizers">} catalogue
    @returns {Record<string, Settings>} */
export const initialSettings = (run, { optimizers }) => ({
  ...Object.fromEntries(Object.entries(optimizers).map(([key, { defaults }]) => [key, { ...defaults }])),
  [run.optimizer]: run.settings,
});

/** @param {HTMLElement} root
    @param {string} optimizer */
const showGroup = (root, optimizer) => {
  /** @type {NodeListOf<HTMLElement>} */
  const groups = root.querySelectorAll("[data-optimizer]");
  for (const group of groups) group.hidden = group.dataset.optimizer !== optimizer;
};

/** Bind the controls of one of a figure's runs: the menu of optimizers, if there is one, their
    hyperparameters, and the number of steps where that is below the same node.
    @param {HTMLElement} root
    @param {any} figure has `state`, `change(part)`, `redraw()`, `commitSoon()`; `marked` is reset
    @param {object} [options]
    @param {Record<string, Settings>} [options.settings] of each optimizer
    @param {HTMLSelectElement | null} [options.picker]
    @param {number} [options.run] index of the run */
export const createRunControls = (root, figure, { settings = {}, picker = null, run = 0 } = {}) => {
  const { state } = figure;
  /** @param {Control} control
      @returns {number} */
  const current = ({ optimizer, name }) => (optimizer ? settings[optimizer][name] : state.steps);
  const { controls, attach } = bindControls(root, {
    current,
    changed: ({ optimizer, name }, value) => {
      if (optimizer) settings[optimizer][name] = value;
      figure.change(optimizer ? {} : { steps: value });
    },
  });
  const attached = new Set(controls.map(({ optimizer }) => optimizer));

  /** Load an optimizer's controls, unless they are there, with its values.
      @param {string} optimizer */
  const load = async (optimizer) => {
    const store = /** @type {HTMLSelectElement} */ (picker).id.replace(
      "optimizer-picker",
      "optimizers-asked",
    );
    const group = await loadControls(root, store, optimizer);
    if (attached.has(optimizer)) return;
    attached.add(optimizer);
    const added = attach(group);
    controls.push(...added);
    for (const control of added) commitControl(control, current(control));
  };

  /** @param {string} optimizer */
  const showOptimizer = async (optimizer) => {
    await load(optimizer);
    if (state.runs[run].optimizer !== optimizer) return;
    showGroup(root, optimizer);
    for (const control of controls) {
      if (control.optimizer === optimizer) showControl(control, current(control));
    }
  };

  // The others are loaded once the pointer or the focus comes near the menu, while the browser is idle: then
  // a choice is seen at once. Sooner, they would delay the page.
  const loadOthers = async () => {
    for (const optimizer of Object.keys(settings)) {
      await idle();
      await load(optimizer);
    }
  };

  if (picker) {
    picker.value = state.runs[run].optimizer;
    for (const type of ["pointerenter", "focus"]) picker.addEventListener(type, loadOthers, { once: true });
    picker.addEventListener("change", () => {
      const optimizer = picker.value;
      state.runs[run] = { optimizer, settings: settings[optimizer] };
      showOptimizer(optimizer);
      figure.marked = null;
      figure.redraw();
      figure.commitSoon();
    });
  }

  return {
    controls,
    /** Show the run and the steps of a state that was set as a whole. */
    show: () => {
      const { optimizer, settings: own } = state.runs[run];
      settings[optimizer] = own;
      if (picker) {
        picker.value = optimizer;
        showOptimizer(optimizer);
      }
      for (const control of controls) if (!control.optimizer) showControl(control, state.steps);
    },
    /** Pass the values of the controls that are seen to Dash. */
    commit: () => {
      for (const control of controls) {
        if (!control.optimizer || control.optimizer === state.runs[run].optimizer) {
          commitControl(control, current(control));
        }
      }
    },
  };
};
