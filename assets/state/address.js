/* URL state: a figure's state in the address bar, read again by the server (components/state/address.py). */
import { encode, readName, rewritten, written } from "./encoding.js";
import { parameterText } from "./parameters.js";

/** @typedef {[name: string, text: string][]} Parts the parameters of a query that belong to a figure */

const firstFigure = "playground";

/** @param {unknown[]} a
    @param {unknown[]} b */
export const isSame = (a, b) => a.length === b.length && a.every((value, k) => value === b[k]);

/** A run as the address has it: the optimizer, and the settings that are not its defaults.
    @param {Pick<Run, "optimizer" | "settings">} run
    @param {Settings} defaults */
export const runText = ({ optimizer, settings }, defaults) => {
  const changed = Object.keys(defaults).filter((name) => settings[name] !== defaults[name]);
  return [optimizer, ...changed.map((name) => `${name}:${settings[name]}`)].join(",");
};

/** The parameters of what is shown of the runs. The last run is selected where an address does not say.
    @param {State} state
    @param {State} defaults
    @returns {Parts} */
const shownParts = ({ runs, selected, step, axis, traces }, defaults) => {
  const hidden = runs.flatMap((run, k) => (run.hidden ? [k + 1] : []));
  /** @type {Parts} */
  const parts = [];
  if (hidden.length) parts.push(["hidden", hidden.join(",")]);
  if (selected !== runs.length - 1) parts.push(["selected", String(selected + 1)]);
  if (step !== defaults.step) parts.push(["step", String(step)]);
  if (axis !== defaults.axis) parts.push(["axis", axis]);
  if (traces !== defaults.traces) parts.push(["traces", traces]);
  return parts;
};

/** The parameters that describe a state, as few as can be.
    @param {State} state
    @param {Pick<Catalogue, "optimizers">} catalogue
    @param {State} defaults
    @returns {Parts} */
const changedParts = (state, { optimizers }, defaults) => {
  /** @param {State} of */
  const runs = (of) => of.runs.map((run) => runText(run, optimizers[run.optimizer].defaults));
  /** @type {Parts} */
  const parts = [];
  if (state.E !== defaults.E) parts.push(["E", state.E]);
  for (const parameter of state.parameters) parts.push(["p", parameterText(parameter)]);
  if (!isSame(state.start, defaults.start)) parts.push(["start", state.start.join(",")]);
  if (state.steps !== defaults.steps) parts.push(["steps", String(state.steps)]);
  if (!isSame(runs(state), runs(defaults))) for (const run of runs(state)) parts.push(["run", run]);
  if (!isSame(state.view, defaults.view)) parts.push(["view", state.view.join(",")]);
  return [...parts, ...shownParts(state, defaults)];
};

/** @param {string[]} parameters */
export const joined = (parameters) => (parameters.length ? `?${parameters.join("&")}` : "");

/** Parameters as a query, with its question mark where there are any.
    @param {Parts} parts */
export const queryOf = (parts) => joined(parts.map(written));

/** The parameters that describe a state, as few as can be.
    @param {State} state
    @param {Pick<Catalogue, "optimizers" | "defaults">} catalogue */
export const stateParts = (state, catalogue) => changedParts(state, catalogue, catalogue.defaults);

/** The query that describes a state by itself, for requests. It always names the function, as spelled.
    @param {State} state
    @param {Pick<Catalogue, "optimizers" | "defaults">} catalogue */
export const stateQuery = (state, catalogue) =>
  queryOf([["E", state.E], ...changedParts(state, catalogue, { ...catalogue.defaults, E: state.E })]);

/** The parameters of a query by figure, as they are kept. Those of the first figure, and of one that is embedded
    alone, have no prefix.
    @param {string} query
    @param {string} figure one that is on the page */
const readQuery = (query, figure) => {
  const given = query
    .slice(1)
    .split("&")
    .filter(Boolean)
    .map((parameter) => {
      const [, name, value] = /** @type {string[]} */ (/^([^=]*)=?(.*)$/s.exec(parameter));
      return { name: readName(name), value: rewritten(value) };
    });
  const embed = given.find(({ name }) => name === "embed")?.value.toLowerCase() ?? "";
  // The name of no figure shows the whole page.
  const isAlone = /[a-z-]*[a-z]/.exec(embed)?.[0] === figure;
  const first = isAlone ? figure : firstFigure;
  /** Those of the page itself.
      @type {string[]} */
  const page = isAlone ? [`embed=${figure}`] : [];
  /** @type {Map<string, string[]>} */
  const partsOf = new Map([[first, []]]);
  for (const { name, value } of given) {
    if (name === "embed") continue;
    const owner = /^([a-z-]+)\../.exec(name)?.[1] ?? first;
    const kept = partsOf.get(owner) ?? [];
    const text = value ? `${encode(name)}=${value}` : encode(name);
    if (name === "theme") page.push(text);
    else partsOf.set(owner, [...kept, text]);
  }
  return { page, first, partsOf };
};

/** The query of a figure shown alone, in its state and with colours of its own.
    @param {string} query of the whole page
    @param {string} figure key
    @param {string} theme */
export const embeddedSearch = (query, figure, theme) => {
  const own = readQuery(query, "").partsOf.get(figure) ?? [];
  const page = [`embed=${figure}`, ...(theme === "auto" ? [] : [`theme=${theme}`])];
  return joined([...page, ...own.map((text) => text.replace(`${figure}.`, ""))]);
};

/** A query with a figure's parameters, beside those of the others, which stay as they are.
    @param {string} query
    @param {string} figure key
    @param {Parts} parts */
export const withParts = (query, figure, parts) => {
  const { page, first, partsOf } = readQuery(query, figure);
  const prefix = figure === first ? "" : `${figure}.`;
  partsOf.set(
    figure,
    parts.map(([name, text]) => written([prefix + name, text])),
  );
  return joined([...page, ...[...partsOf.values()].flat()]);
};

/** The query of what figures show: the address may be one that was typed by hand, or of a moment ago.
    @param {string} query of the address
    @param {Pick<Embeddable, "key" | "parts">[]} figures */
export const shownSearch = (query, figures) =>
  figures.reduce((found, { key, parts }) => withParts(found, key, parts()), query);

/** The path of the page: two slashes at its start would make a host of what follows.
    @param {Pick<Location, "pathname">} location */
export const pathOf = ({ pathname }) => pathname.replace(/^\/+/, "/");

/** Write a figure's parameters into the address bar.
    @param {string} figure key
    @param {Parts} parts
    @param {Pick<Window, "location" | "history">} page */
export const writeAddress = (figure, parts, { location, history } = window) => {
  const query = withParts(location.search, figure, parts);
  if (query !== location.search)
    history.replaceState(history.state, "", pathOf(location) + query + location.hash);
};
