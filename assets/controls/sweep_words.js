/* Words of a sweep: what its best value is called, and what it shows, for those who do not see it. */
import { DIVERGED, RAN } from "../engine/sweep.js";
import { exactValue } from "../engine/track.js";
import { entry } from "../view/numbers.js";
import { zonesOf } from "./sweep_drawing.js";

/** Four digits, as a number box writes them.
    @param {number} value */
const text = (value) => entry(Number(value.toPrecision(4)));

/** A value of the hyperparameter: four digits, or of a decay four of what it is short of 1.
    @param {number} value
    @param {Track} track */
const spelled = (value, { scale }) =>
  scale === "decay" && value < 1
    ? entry(Number(value.toFixed(Math.min(15, 3 + Math.ceil(-Math.log10(1 - value))))))
    : text(value);

/** What the button of the best value does.
    @param {string} symbol
    @param {Sweep} sweep whose best is known
    @param {Track} track */
export const bestWords = (symbol, { best, tried }, track) =>
  best
    ? `Set ${symbol} to its best, ${spelled(best.value, track)}: final E ${text(best.E)}, best of ${tried} values`
    : "";

/** What a sweep shows, in sentences.
    @param {string} symbol
    @param {Sweep} sweep
    @param {Track} track */
export const sweepWords = (symbol, sweep, track) => {
  const { best, places, finalE } = sweep;
  /** @param {number} k */
  const value = (k) => spelled(exactValue(track, places[k]), track);
  const last = places.length - 1;
  /** @param {number} from
      @param {number} to */
  const between = (from, to) => `from ${value(from)} to ${value(to)}`;
  const zones = zonesOf(sweep).map(({ outcome, from, to }) => {
    const range =
      from === 0 && to === last
        ? "at every value"
        : value(from) === value(to)
          ? `at ${value(to)}`
          : between(from, to);
    if (outcome !== RAN) return `The run ${outcome === DIVERGED ? "diverges" : "stops"} ${range}.`;
    return `With ${symbol} ${range}, the final E goes from ${text(finalE[from])} to ${text(finalE[to])}.`;
  });
  const found = best && `Best is ${symbol} ${spelled(best.value, track)}, with a final E of ${text(best.E)}.`;
  return [found, ...zones.slice(0, 4)].filter(Boolean).join(" ");
};
