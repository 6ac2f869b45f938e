/* The state in the address bar: written here, read by the server (components/state/address.py). */

// The layout is asked for with the page's own query, so that it arrives in that state at once.
const fetchPlain = window.fetch;
window.fetch = (resource, options) => {
  const layout = typeof resource === "string" && resource.endsWith("_dash-layout");
  return fetchPlain(layout ? resource + location.search : resource, options);
};

const readable = {"%20": "+", "%2C": ",", "%3A": ":", "%5E": "^", "%2F": "/"};
const encode = text =>
  encodeURIComponent(text).replace(/%(20|2C|3A|5E|2F)/g, code => readable[code]);
const same = (a, b) => a.length === b.length && a.every((value, k) => value === b[k]);

const run = ({optimizer, settings}, {optimizers}) => {
  const defaults = optimizers[optimizer].defaults;
  const changed = Object.keys(settings).filter(name => settings[name] !== defaults[name]);
  return [optimizer, ...changed.map(name => `${name}:${settings[name]}`)].join(",");
};

/** The parts of an address that describe a state, as few as can be. */
const parts = (state, catalogue, defaults = catalogue.defaults) => {
  const found = [];
  if (state.E !== defaults.E) found.push(["E", state.E]);
  if (!same(state.start, defaults.start)) found.push(["start", state.start.join(",")]);
  if (state.steps !== defaults.steps) found.push(["steps", String(state.steps)]);
  const runs = state.runs.map(one => run(one, catalogue));
  if (!same(runs, defaults.runs.map(one => run(one, catalogue)))) {
    for (const one of runs) found.push(["run", one]);
  }
  if (!same(state.view, defaults.view)) found.push(["view", state.view.join(",")]);
  return found;
};

const written = found =>
  found.length ? "?" + found.map(([name, text]) => `${name}=${encode(text)}`).join("&") : "";

/** The query that describes a state by itself: what the server is asked with. It always names the
    function, as it is spelled in the state. */
const query = (state, catalogue) =>
  written(parts(state, catalogue, {...catalogue.defaults, E: null}));

// Every figure's parts, by its key; those of the first figure and of one that is shown alone have
// no prefix. What a figure has not told yet stays as the page was opened with.
const first = "playground";
const given = [...new URLSearchParams(location.search)];
const alone = given.find(([name]) => name === "embed")?.[1];
const told = new Map();
for (const [name, text] of given) {
  if (name === "embed") continue;
  const [, key, own] = /^([a-z-]+)\.(.+)$/.exec(name) ?? [null, alone ?? first, name];
  told.set(key, [...(told.get(key) ?? []), [own, text]]);
}

/** Write a figure's parts into the address bar, beside those of the others. */
const tell = (key, found) => {
  told.set(key, found);
  const all = [...told].flatMap(([owner, own]) =>
    own.map(([name, text]) => [owner === (alone ?? first) ? name : `${owner}.${name}`, text]));
  const search = written(alone ? [["embed", alone], ...all] : all);
  if (search === location.search) return;
  history.replaceState(null, "", location.pathname + search + location.hash);
};

export { parts, query, tell };
