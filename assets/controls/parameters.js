/* Parameters of the error function: a slider, a number box and a range for each letter, and a surface that follows
   it. The kernel takes the values, so that a drag asks for nothing; contours of the server come at rest. */
import { kernelOf } from "../engine/kernels.js";
import { loadOrNotify } from "../page/notice.js";
import { mayHave, withValue } from "../state/parameters.js";
import { typeRefused } from "./number_box.js";

/** @param {Parameter[]} parameters */
const valuesText = (parameters) => parameters.map(({ name, value }) => `${name}:${value}`).join();

/** @param {Pick<RunFigure, "byId" | "state" | "catalogue" | "module" | "kernel" | "plot" | "surface" | "change">} figure
    @param {Record<string, string>} refused texts of the address, by the ids of their boxes
    @returns {ParameterControls} */
export const createParameters = (figure, refused) => {
  const { state, catalogue } = figure;
  /** @type {HTMLElement} */
  const list = figure.byId("parameters");
  /** @typedef {typeof import("./parameter_control.js")} ControlModule */
  /** Loaded with the first parameter: few functions have any.
      @type {ControlModule | null} */
  let module = null;
  /** @type {typeof import("../surface/live_contours.js")} */
  let live;
  let isLoading = false;
  /** @type {Map<string, ReturnType<ControlModule["createParameterControl"]>>} */
  const controls = new Map();
  /** Of the parameters that the address has. */
  const refusedHere = Object.entries(refused).filter(([id]) =>
    state.parameters.some(({ name }) => id.startsWith(`${list.id}-${name}-`)),
  );
  /** As they were set last: a letter that comes back has its slider again.
      @type {Map<string, Parameter>} */
  const known = new Map();
  /** @type {Parameter[] | null} */
  let shown = null;
  let answeredFor = valuesText(state.parameters);
  let followed = answeredFor;

  /** @param {string} name */
  const current = (name) => /** @type {Parameter} */ (known.get(name));

  /** @param {Parameter} parameter */
  const set = (parameter) => {
    known.set(parameter.name, parameter);
    figure.change({
      parameters: state.parameters.map((one) => (one.name === parameter.name ? parameter : one)),
    });
  };

  /** @param {string} name
      @param {ControlModule} module */
  const controlOf = (name, { createParameterControl }) => {
    const made =
      controls.get(name) ??
      createParameterControl(name, {
        prefix: list.id,
        largest: catalogue.limits.largest,
        current: () => current(name),
        changed: (value) => set(withValue(current(name), value)),
        ranged: set,
      });
    controls.set(name, made);
    return made;
  };

  const load = async () => {
    if (isLoading) return;
    isLoading = true;
    [module, live] = await loadOrNotify(
      Promise.all([import("./parameter_control.js"), import("../surface/live_contours.js")]),
    );
    showControls();
    typeRefused(Object.fromEntries(refusedHere));
  };

  const showControls = () => {
    if (shown === state.parameters) return;
    if (!module && state.parameters.length) return void load();
    for (const parameter of state.parameters) known.set(parameter.name, parameter);
    const names = state.parameters.map(({ name }) => name);
    if (module && names.join() !== (shown ?? []).map(({ name }) => name).join()) {
      const made = module;
      list.replaceChildren(...names.map((name) => controlOf(name, made).element));
      list.hidden = !names.length;
    }
    shown = state.parameters;
    for (const { name } of shown) controls.get(name)?.show();
  };

  return {
    bind: () => {
      if (figure.module) figure.kernel = kernelOf(figure.module, state.parameters);
    },
    draw: () => {
      showControls();
      const values = valuesText(state.parameters);
      if (values === followed || !figure.kernel || !module) return;
      followed = values;
      figure.plot.follow(figure.kernel, live);
    },
    commit: () => {
      if (valuesText(state.parameters) !== answeredFor) figure.surface.askView();
    },
    answered: (parameters) => {
      answeredFor = followed = valuesText(parameters);
    },
    add: (parameter) => known.set(parameter.name, parameter),
    of: (text) => mayHave([...known.values()], text).slice(-4),
  };
};
