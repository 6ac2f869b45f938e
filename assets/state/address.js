/* URL state: a figure's state in the address bar, read again by the server (components/state/address.py). */

/** @typedef {[name: string, text: string][]} Parts the parameters of a query that belong to a figure */

const firstFigure = "playground";
/** Parameters of the page, which stay as they are. */
const ofPage = ["embed", "theme"];

/** @type {Record<string, string>} */
const readable = { "%20": "+", "%2C": ",", "%3A": ":", "%5E": "^", "%2F": "/" };

/** @param {string} text */
const encode = (text) => encodeURIComponent(text).replace(/%(20|2C|3A|5E|2F)/g, (code) => readable[code]);

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
  if (!isSame(state.start, defaults.start)) parts.push(["start", state.start.join(",")]);
  if (state.steps !== defaults.steps) parts.push(["steps", String(state.steps)]);
  if (!isSame(runs(state), runs(defaults))) for (const run of runs(state)) parts.push(["run", run]);
  if (!isSame(state.view, defaults.view)) parts.push(["view", state.view.join(",")]);
  return [...parts, ...shownParts(state, defaults)];
};

/** @param {Parts} parts */
const written = (parts) =>
  parts.length ? `?${parts.map(([name, text]) => `${name}=${encode(text)}`).join("&")}` : "";

/** The parameters that describe a state, as few as can be.
    @param {State} state
    @param {Pick<Catalogue, "optimizers" | "defaults">} catalogue */
export const stateParts = (state, catalogue) => changedParts(state, catalogue, catalogue.defaults);

/** The query that describes a state by itself, for requests. It always names the function, as spelled.
    @param {State} state
    @param {Pick<Catalogue, "optimizers" | "defaults">} catalogue */
export const stateQuery = (state, catalogue) =>
  written([["E", state.E], ...changedParts(state, catalogue, { ...catalogue.defaults, E: state.E })]);

/** The parameters of a query by figure. Those of the first figure, and of one that is embedded alone, have
    no prefix.
    @param {string} search
    @returns {{embedded: string | undefined, page: Parts, partsOf: Map<string, Parts>}} */
const readQuery = (search) => {
  const given = [...new URLSearchParams(search)];
  const page = given.filter(([name]) => ofPage.includes(name));
  const embedded = given.find(([name]) => name === "embed")?.[1];
  /** @type {Map<string, Parts>} */
  const partsOf = new Map([[embedded ?? firstFigure, []]]);
  for (const [name, text] of given) {
    if (ofPage.includes(name)) continue;
    const [, figure, own] = /^([a-z-]+)\.(.+)$/.exec(name) ?? ["", embedded ?? firstFigure, name];
    partsOf.set(figure, [...(partsOf.get(figure) ?? []), [own, text]]);
  }
  return { embedded, page, partsOf };
};

/** The query of a figure shown alone, in its state and with colours of its own.
    @param {string} search of the page
    @param {string} figure key
    @param {string} theme */
export const embeddedSearch = (search, figure, theme) => {
  /** @type {Parts} */
  const page = [["embed", figure]];
  if (theme !== "auto") page.push(["theme", theme]);
  return written([...page, ...(readQuery(search).partsOf.get(figure) ?? [])]);
};

/** Write a figure's parameters into the address bar, beside those of the others, which stay as they are.
    @param {string} figure key
    @param {Parts} parts
    @param {Pick<Window, "location" | "history">} page */
export const writeAddress = (figure, parts, { location, history } = window) => {
  const { embedded, page: all, partsOf } = readQuery(location.search);
  partsOf.set(figure, parts);
  for (const [owner, own] of partsOf) {
    const prefix = owner === (embedded ?? firstFigure) ? "" : `${owner}.`;
    for (const [name, text] of own) all.push([prefix + name, text]);
  }
  const search = written(all);
  if (search !== location.search)
    history.replaceState(history.state, "", location.pathname + search + location.hash);
};
