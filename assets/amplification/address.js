/* Figure 3 in the address (read by components/amplification/state.py). */

/** @param {number[]} a
    @param {number[]} b */
const same = (a, b) => a.length === b.length && a.every((value, k) => value === b[k]);

/** The parts of the address that describe the figure, as few as can be.
    @param {AmplificationState} state
    @param {AmplificationCatalogue} catalogue
    @returns {[string, string][]} */
export const addressParts = ({ run, decays, range, probe }, { defaults, rules }) => {
  /** @type {[string, string][]} */
  const parts = [];
  const usual = rules[run.optimizer].defaults;
  const changed = Object.keys(usual).filter((name) => run.settings[name] !== usual[name]);
  const text = [run.optimizer, ...changed.map((name) => `${name}:${run.settings[name]}`)].join(",");
  if (text !== defaults.run.optimizer) parts.push(["run", text]);
  if (!same(decays, defaults.decays)) parts.push(["betas", decays.join(",")]);
  if (range !== defaults.range) parts.push(["range", String(range)]);
  if (!same(probe, defaults.probe)) parts.push(["g", probe.join(",")]);
  return parts;
};
