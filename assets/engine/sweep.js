/* Sweep: the final error of a run for every value of one hyperparameter. Coarse for a hand that moves; fine at
   rest, with more places where neighbours differ and around the lowest. */
import { createRunner } from "./runs.js";
import { exactValue } from "./track.js";

/** What became of a run: it took all steps, diverged, or stopped for another reason. */
export const RAN = 0;
export const DIVERGED = 1;
export const STOPPED = 2;

/** A run that ends so many times further above its start than the best ends below it has diverged, though no
    number is too large yet. */
const farAbove = 1e3;
/** Decades of E - lowest that count, below the start: those of a number's digits. */
const DECADES = 15;

const coarsePlaces = 32;
const finePlaces = 192;
const mostPlaces = 400;
const mostHalvings = 6;
const valleys = 3;
const narrowings = 24;
const golden = (3 - Math.sqrt(5)) / 2;

/** @typedef {{place: number, value: number, E: number, outcome: number}} Trial */

/** A measure of E in decades above the lowest error: of the start it is 0, and it has a floor.
    @param {number} startE
    @param {number} lowest */
export const createLevel = (startE, lowest) => {
  // Errors near zero are measured from zero: how near the lowest came is not known otherwise.
  const base = lowest >= 0 && lowest <= 1e-3 * startE ? 0 : lowest;
  const height = startE - base;
  return (/** @type {number} */ E) =>
    height > 0 ? Math.max(Math.log10(Math.max(E - base, 0) / height), -DECADES) : Math.sign(E - base);
};

/** @param {SweepTask} task
    @param {ReturnType<typeof createRunner>} run
    @returns {(value: number) => {E: number, outcome: number, startE: number}} */
const createTrials =
  ({ rule, errorFunction, start, steps, settings, name }, run) =>
  (value) => {
    const { columns, rows, stopped } = run(
      rule,
      errorFunction,
      { start, steps },
      { ...settings, [name]: value },
    );
    const outcome = stopped === null ? RAN : stopped.startsWith("diverged") ? DIVERGED : STOPPED;
    return { E: columns.E[rows - 1], outcome, startE: columns.E[0] };
  };

/** The lowest error of the runs that took all their steps.
    @param {Trial[]} trials */
const lowestOf = (trials) => {
  let lowest = Number.POSITIVE_INFINITY;
  for (const { E, outcome } of trials) if (outcome === RAN && E < lowest) lowest = E;
  return lowest;
};

/** The trial with the lowest error; of the widest stretch of equal ones the middle; none where all are equal.
    @param {Trial[]} trials in the order of their places */
const bestOf = (trials) => {
  const lowest = lowestOf(trials);
  if (trials.every(({ outcome, E }) => outcome === RAN && E === lowest)) return null;
  /** @type {Trial[]} */
  let widest = [];
  /** @type {Trial[]} */
  let stretch = [];
  /** @param {Trial[]} of */
  const width = (of) => (of.length ? of[of.length - 1].place - of[0].place : -1);
  for (const trial of trials) {
    stretch = trial.outcome === RAN && trial.E === lowest ? [...stretch, trial] : [];
    if (width(stretch) > width(widest)) widest = stretch;
  }
  const middle = widest.length ? widest[0].place + width(widest) / 2 : 0;
  /** @param {Trial} trial */
  const off = ({ place }) => Math.abs(place - middle);
  return widest.length ? widest.reduce((a, b) => (off(b) < off(a) ? b : a)) : null;
};

/** Mark the runs that are on their way to infinity.
    @param {Trial[]} trials
    @param {number} startE */
const markDiverging = (trials, startE) => {
  const limit = startE + farAbove * (startE - Math.min(lowestOf(trials), startE));
  if (limit > startE) for (const trial of trials) if (trial.E > limit) trial.outcome = DIVERGED;
};

/** The places between neighbours that differ by more than a share of what is seen.
    @param {Trial[]} trials
    @param {number} startE
    @param {number} narrowest */
const unevenGaps = (trials, startE, narrowest) => {
  const level = createLevel(startE, lowestOf(trials));
  const gaps = [];
  for (let k = 1; k < trials.length; k++) {
    const [a, b] = [trials[k - 1], trials[k]];
    if (b.place - a.place < narrowest) continue;
    const jump =
      a.outcome !== b.outcome ? DECADES : a.outcome === RAN ? Math.abs(level(a.E) - level(b.E)) : 0;
    if (jump > DECADES / 40) gaps.push({ jump, place: (a.place + b.place) / 2 });
  }
  return gaps.sort((a, b) => b.jump - a.jump).map(({ place }) => place);
};

/** The short spelling of the best value that leads as low, as far as that is seen.
    @param {Trial} best
    @param {Track} track
    @param {(value: number) => {E: number, outcome: number}} trial
    @param {(E: number) => number} level */
const shortBest = ({ value, E }, { scale, low, high }, trial, level) => {
  for (let digits = scale === "decay" ? 2 : 3; digits < 8; digits++) {
    const free = scale === "decay" ? 1 - Number((1 - value).toPrecision(digits)) : value;
    const short = Number(free.toPrecision(scale === "decay" ? 12 : digits));
    if (short < low || short > high) continue;
    const found = trial(short);
    if (found.outcome === RAN && level(found.E) <= level(E) + 0.02) return { value: short, E: found.E };
  }
  return { value, E };
};

/** Sweep a hyperparameter over its track, as a generator that can be interrupted after each run.
    @param {SweepTask} task
    @param {{isFine?: boolean, run?: ReturnType<typeof createRunner>}} [options]
    @returns {Generator<void, Sweep, void>} */
export function* sweepSteps(task, { isFine = false, run = createRunner() } = {}) {
  const { track } = task;
  const trial = createTrials(task, run);
  /** @type {Trial[]} */
  const trials = [];
  let startE = Number.NaN;
  let tried = 0;
  /** @param {number} place */
  const at = (place) => {
    const value = exactValue(track, place);
    const found = trial(value);
    startE = found.startE;
    tried += 1;
    return { place, value, E: found.E, outcome: found.outcome };
  };
  const sort = () => trials.sort((a, b) => a.place - b.place);

  const { start, end } = track;
  const count = isFine ? finePlaces : coarsePlaces;
  for (let k = 0; k <= count; k++) {
    trials.push(at(k === count ? end : start + ((end - start) * k) / count));
    yield;
  }
  for (let turn = 0; isFine && turn < mostHalvings; turn++) {
    for (const place of unevenGaps(trials, startE, (end - start) / 8192).slice(
      0,
      mostPlaces - trials.length,
    )) {
      trials.push(at(place));
      yield;
    }
    sort();
  }
  if (isFine) {
    /** Golden-section search between the neighbours of a valley's lowest place.
        @param {number} k */
    const narrow = function* (k) {
      let [a, b, c] = [trials[k - 1] ?? trials[k], trials[k], trials[k + 1] ?? trials[k]].map(
        (one) => one.place,
      );
      let lowest = trials[k];
      for (let turn = 0; turn < narrowings && c > a; turn++) {
        const place = b - a > c - b ? b - golden * (b - a) : b + golden * (c - b);
        const found = at(place);
        added.push(found);
        yield;
        const isLower = found.outcome === RAN && found.E < lowest.E;
        if (isLower) {
          if (place < b) c = b;
          else a = b;
          b = place;
          lowest = found;
        } else if (place < b) a = place;
        else c = place;
      }
    };
    /** @type {Trial[]} */
    const added = [];
    /** @param {number} k */
    const error = (k) => (trials[k]?.outcome === RAN ? trials[k].E : Number.POSITIVE_INFINITY);
    const lows = trials
      .map((_, k) => k)
      .filter((k) => error(k) < error(k - 1) && error(k) <= error(k + 1))
      .sort((j, k) => error(j) - error(k))
      .slice(0, valleys);
    for (const k of lows) yield* narrow(k);
    trials.push(...added);
    sort();
  }

  markDiverging(trials, startE);
  const best = bestOf(trials);
  const level = createLevel(startE, lowestOf(trials));
  return {
    isFine,
    places: Float64Array.from(trials, ({ place }) => place),
    finalE: Float64Array.from(trials, ({ E }) => E),
    outcomes: Uint8Array.from(trials, ({ outcome }) => outcome),
    startE,
    best: best && isFine ? shortBest(best, track, trial, level) : best && { value: best.value, E: best.E },
    tried,
  };
}

/** Run a sweep to its end.
    @param {SweepTask} task
    @param {Parameters<typeof sweepSteps>[1]} [options]
    @returns {Sweep} */
export const sweep = (task, options) => {
  const steps = sweepSteps(task, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
};
