/* Leader sentence: which of the shown runs has the lowest E, and since when; or what a single run comes to. */
import { short } from "../view/numbers.js";

/** @typedef {Pick<PlaygroundTrajectory, "columns" | "rows" | "stopped" | "settings">} ComparedRun */
/** @typedef {{sentence: string, crossing: {run: number, t: number} | null}} Lead the crossing is the iteration
    from which the run with that index leads */

/** Final errors that differ by less than this part of their size count as the same. */
const level = 1e-6;

/** A final E of so many times the first one counts as divergence. */
const lost = 1e3;

/** @param {ComparedRun} run */
const lastError = ({ columns: { E }, rows }) => E[rows - 1];

/** @param {string | null} stopped */
const fellWithoutEnd = (stopped) => Boolean(stopped?.includes("E fell below"));

/** Whether a run ends far above its start.
    @param {ComparedRun} run */
export const isDiverged = (run) =>
  run.stopped
    ? run.stopped.startsWith("diverged") && !fellWithoutEnd(run.stopped)
    : lastError(run) > lost * (Math.abs(run.columns.E[0]) + 1);

/** E of a run at an iteration, which a run that has stopped before does not lead at.
    @param {ComparedRun} run
    @param {number} t */
const errorAt = ({ columns: { E }, rows, stopped }, t) => {
  if (t >= rows) return fellWithoutEnd(stopped) ? -Infinity : Infinity;
  return Number.isNaN(E[t]) ? Infinity : E[t];
};

/** @param {string[]} names */
const listed = (names) =>
  names.length < 3 ? names.join(" and ") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

/** @param {number} count */
const allOf = (count) => (count === 2 ? "Both runs" : `All ${count} runs`);

/** Decays of which 1 never forgets or never takes anything in. */
const decays = ["alpha", "beta", "beta1", "beta2"];

/** A smaller learning rate leads downhill, unless there is none or a decay is 1.
    @param {ComparedRun} run */
const blamesRate = ({ settings }) =>
  settings.eta !== undefined && decays.every((name) => settings[name] !== 1);

/** @param {ComparedRun[]} runs
    @param {string[]} names
    @param {number[]} diverged indices */
const divergedSentence = (runs, names, diverged) => {
  const all = diverged.length === runs.length && runs.length > 1;
  const who = all ? allOf(runs.length) : listed(diverged.map((k) => names[k]));
  const one = diverged.length === 1;
  const cause = diverged.every((k) => blamesRate(runs[k]))
    ? `: ${one ? "its" : "their"} η is too large here`
    : "";
  return `${who} ${one ? "diverges" : "diverge"}${cause}`;
};

/** Runs that stopped while others went on: that they do not lead at the last step says nothing of their rules.
    @param {ComparedRun[]} runs
    @param {string[]} names
    @param {number[]} broken indices */
const brokenSentence = (runs, names, broken) => {
  if (broken.length === 1) return `${names[broken[0]]} ${runs[broken[0]].stopped}`;
  return `${listed(broken.map((k) => names[k]))} stop early`;
};

/** What a single run comes to.
    @param {ComparedRun} run
    @param {string} name */
const singleSentence = (run, name) => {
  const { columns, rows, stopped } = run;
  if (fellWithoutEnd(stopped)) return `${name}: E falls without end`;
  if (stopped) return `${name} ${stopped}`;
  const [first, last] = [columns.E[0], lastError(run)];
  const [from, to] = [short(first), short(last)];
  let isConstant = true;
  for (let t = 1; t < rows && isConstant; t++) isConstant = columns.E[t] === first;
  if (isConstant) return `E stays at ${from}`;
  if (from === to) return `E ends where it began, near ${from}`;
  return `E ${last < first ? "falls" : "rises"} from ${from} to ${to}`;
};

/** The first iteration from which a run stays below all others.
    @param {ComparedRun[]} runs
    @param {number} winner
    @param {number} steps */
const leadsSince = (runs, winner, steps) => {
  for (let t = steps; t >= 0; t--) {
    const least = errorAt(runs[winner], t);
    for (let k = 0; k < runs.length; k++) if (k !== winner && !(least < errorAt(runs[k], t))) return t + 1;
  }
  return 0;
};

/** The runs with the lowest final E.
    @param {number[]} finals */
const winners = (finals) => {
  const best = Math.min(...finals);
  const reach = Number.isFinite(best) ? level * Math.abs(best) : 0;
  return finals.flatMap((final, k) => (final === best || final - best <= reach ? [k] : []));
};

/** Compare runs at their last step.
    @param {ComparedRun[]} runs
    @param {string[]} names
    @param {number} steps
    @returns {Lead} */
const compare = (runs, names, steps) => {
  const finals = runs.map((run) => errorAt(run, steps));
  const first = winners(finals);
  const best = finals[first[0]];
  if (best === Infinity) {
    const same = runs.every(({ stopped }) => stopped === runs[0].stopped);
    const sentence = `${same ? allOf(runs.length) : names[0]} ${runs[0].stopped}`;
    return { sentence, crossing: null };
  }
  if (first.length > 1) {
    const at = Number.isFinite(best) ? ` at E = ${short(best)}` : "";
    const all = first.length === runs.length;
    const who = all ? allOf(runs.length) : listed(first.map((k) => names[k]));
    return { sentence: `${who} end level${all ? "" : " in front"}${at}`, crossing: null };
  }
  const [winner] = first;
  const since = leadsSince(runs, winner, steps);
  if (since <= 1) return { sentence: `${names[winner]} leads all the way`, crossing: null };
  if (since === steps) return { sentence: `${names[winner]} is ahead at the last step`, crossing: null };
  return {
    sentence: `${names[winner]} leads from step ${since} on`,
    crossing: since < runs[winner].rows ? { run: winner, t: since } : null,
  };
};

/** The finding on some runs, with the iteration from which one of them leads.
    @param {ComparedRun[]} runs the shown ones
    @param {string[]} names of the same runs
    @param {number} steps
    @returns {Lead} */
export const lead = (runs, names, steps) => {
  if (!runs.length) return { sentence: "No run is shown", crossing: null };
  const diverged = runs.flatMap((run, k) => (isDiverged(run) ? [k] : []));
  if (diverged.length) return { sentence: divergedSentence(runs, names, diverged), crossing: null };
  if (runs.length === 1) return { sentence: singleSentence(runs[0], names[0]), crossing: null };
  const broken = runs.flatMap(({ stopped }, k) => (stopped && !fellWithoutEnd(stopped) ? [k] : []));
  if (broken.length && broken.length < runs.length)
    return { sentence: brokenSentence(runs, names, broken), crossing: null };
  return compare(runs, names, steps);
};

/** The finding as a sentence.
    @param {ComparedRun[]} runs
    @param {string[]} names
    @param {number} steps */
export const leaderSentence = (runs, names, steps) => lead(runs, names, steps).sentence;
