/* Optimizer picker: the menu of optimizers of a run with the hyperparameters of each, and the number of steps. */
import { commitControl, showControl } from "./control.js";
import { bindControls } from "./controls.js";
import { idle, loadControls } from "./deferred_controls.js";

/** @typedef {import("./control.js").Control} Control */

/** What was last set of each optimizer: its defaults to begin with, and for that of a run the run's own.
    @param {Run} run
    @param {Pick<Catalogue, "optimizers">} catalogue
    @returns {Record<string, Settings>} */
export const initialSettings = (run, { optimizers }) => ({
  ...Object.fromEntries(Object.entries(optimizers).map(([key, { defaults }]) => [key, { ...defaults }])),
  [run.optimizer]: { ...run.settings },
});

/** @param {HTMLElement} root
    @param {string} optimizer */
const showGroup = (root, optimizer) => {
  /** @type {NodeListOf<HTMLElement>} */
  const groups = root.querySelectorAll("[data-optimizer]");
  for (const group of groups) group.hidden = group.dataset.optimizer !== optimizer;
};

/** Bind a menu of optimizers.
    @param {HTMLSelectElement} picker
    @param {string} optimizer that is chosen
    @param {{approached: () => unknown, chosen: (optimizer: string) => unknown}} calls */
const bindPicker = (picker, optimizer, { approached, chosen }) => {
  picker.value = optimizer;
  for (const type of ["pointerenter", "focus"]) picker.addEventListener(type, approached, { once: true });
  picker.addEventListener("change", () => chosen(picker.value));
};

/** Load the controls of optimizers into the groups below a node; `add` takes a group that has come.
    @param {HTMLElement} root
    @param {string} store id of the Store that asks for them
    @param {Set<string | null>} loaded
    @param {(group: HTMLElement) => void} add */
const createLoader = (root, store, loaded, add) => {
  /** @param {string} optimizer */
  const load = async (optimizer) => {
    const group = await loadControls(root, store, optimizer);
    if (loaded.has(optimizer)) return;
    loaded.add(optimizer);
    add(group);
  };
  /** @param {string[]} optimizers */
  const loadWhenIdle = async (optimizers) => {
    for (const optimizer of optimizers) {
      await idle();
      await load(optimizer);
    }
  };
  return { load, loadWhenIdle };
};

/** Bind the controls of one of a figure's runs: the menu of optimizers, if there is one, their
    hyperparameters, and the number of steps where that is below the same node.
    @param {HTMLElement} root
    @param {Pick<RunFigure, "state" | "change" | "redraw" | "commitSoon"> & {marked: unknown}} figure
    @param {object} [options]
    @param {Record<string, Settings>} [options.settings] of each optimizer
    @param {HTMLSelectElement | null} [options.picker]
    @param {() => number} [options.place] index of the run */
export const createRunControls = (root, figure, { settings = {}, picker = null, place = () => 0 } = {}) => {
  const { state } = figure;
  const run = () => state.runs[place()];
  /** @param {Run} next */
  const changeRun = (next) => figure.change({ runs: state.runs.with(place(), next) });
  /** @param {Control} control
      @returns {number} */
  const current = ({ optimizer, name }) => {
    if (!optimizer) return state.steps;
    return (optimizer === run().optimizer ? run().settings : settings[optimizer])[name];
  };
  const { controls, attach, draw } = bindControls(root, {
    current,
    changed: ({ optimizer, name }, value) => {
      if (!optimizer) return figure.change({ steps: value });
      settings[optimizer] = { ...run().settings, [name]: value };
      changeRun({ ...run(), settings: settings[optimizer] });
    },
  });
  const store = picker?.id.replace("optimizer-picker", "optimizers-asked") ?? "";
  const loaded = new Set(controls.map(({ optimizer }) => optimizer));
  const { load, loadWhenIdle } = createLoader(root, store, loaded, (group) => {
    const added = attach(group);
    controls.push(...added);
    for (const control of added) commitControl(control, current(control));
  });

  /** @param {string} optimizer */
  const showOptimizer = async (optimizer) => {
    await load(optimizer);
    if (run().optimizer !== optimizer) return;
    showGroup(root, optimizer);
    for (const control of controls) {
      if (control.optimizer === optimizer) showControl(control, current(control));
    }
  };

  if (picker) {
    bindPicker(picker, run().optimizer, {
      // The other controls are loaded once the pointer or the focus comes near the menu: then a choice is
      // seen at once. Sooner, they would delay the page.
      approached: () => loadWhenIdle(Object.keys(settings)),
      chosen: (optimizer) => {
        changeRun({ ...run(), optimizer, settings: settings[optimizer] });
        showOptimizer(optimizer);
        figure.marked = null;
        figure.commitSoon();
      },
    });
  }

  return {
    controls,
    draw,
    /** Show the run and the steps of a state that was set as a whole. */
    show: () => {
      const { optimizer, settings: own } = run();
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
        if (!control.optimizer || control.optimizer === run().optimizer) {
          commitControl(control, current(control));
        }
      }
    },
  };
};
