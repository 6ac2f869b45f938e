/* URL state of figure 3, read again by the server (components/amplification/state.py). */
import { isSame, runText } from "../state/address.js";

/** The parameters that describe the figure, as few as can be.
    @param {AmplificationState} state
    @param {AmplificationCatalogue} catalogue
    @returns {import("../state/address.js").Parts} */
export const addressParts = ({ run, decays, range, probe }, { defaults, rules }) => {
  /** @type {import("../state/address.js").Parts} */
  const parts = [];
  const text = runText(run, rules[run.optimizer].defaults);
  if (text !== defaults.run.optimizer) parts.push(["run", text]);
  if (!isSame(decays, defaults.decays)) parts.push(["betas", decays.join(",")]);
  if (range !== defaults.range) parts.push(["range", String(range)]);
  if (!isSame(probe, defaults.probe)) parts.push(["g", probe.join(",")]);
  return parts;
};
