/* The state in the address bar: written here, read by the server (components/address.py). */
(lockstep => {
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

  /** The query that describes a state, as short as it can be. */
  const query = (state, catalogue) => {
    const {defaults} = catalogue;
    const parts = [];
    if (state.E !== defaults.E) parts.push(["E", state.E]);
    if (!same(state.start, defaults.start)) parts.push(["start", state.start.join(",")]);
    if (state.steps !== defaults.steps) parts.push(["steps", state.steps]);
    const runs = state.runs.map(one => run(one, catalogue));
    if (!same(runs, defaults.runs.map(one => run(one, catalogue)))) {
      for (const one of runs) parts.push(["run", one]);
    }
    if (!same(state.view, defaults.view)) parts.push(["view", state.view.join(",")]);
    return parts.length ? "?" + parts.map(([name, value]) => `${name}=${encode(value)}`).join("&") : "";
  };

  const write = (state, catalogue) => {
    const search = query(state, catalogue);
    if (search !== location.search) history.replaceState(null, "", location.pathname + search);
  };

  lockstep.address = {query, write};
})((window.dash_clientside ??= {}).lockstep ??= {});
