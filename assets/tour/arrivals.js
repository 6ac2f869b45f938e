/* Arrivals: as a stop arrives its runs grow step by step, then its control may sweep. Any input ends both, and
   nothing moves where the reader has asked for reduced motion. */
import { shareOf, valueAt } from "./positions.js";

const delay = 350;
const growing = 1300;
const pause = 250;
const shortest = 2200;
const perShare = 1000;

/** @param {number} share from 0 to 1 */
const ease = (share) => (share < 0.5 ? 4 * share ** 3 : 1 - (2 - 2 * share) ** 3 / 2);

/** @param {number} value */
const clamp = (value) => Math.min(Math.max(value, 0), 1);

/** What is shown at a time of an arrival.
    @typedef {{grown: number, value: TourValue | undefined, isOver: boolean}} Moment */

/** An arrival.
    @param {object} of
    @param {number} of.start time
    @param {number} of.from how many steps are drawn already
    @param {number} of.steps how many there are
    @param {{control: TourControl, from: number, to: number} | null} of.sweep of the control's value
    @returns {(time: number) => Moment} */
export const createArrival = ({ start, from, steps, sweep }) => {
  const grows = from < steps;
  const grownAt = start + (grows ? delay + growing : 0);
  const [low, high] = sweep ? [shareOf(sweep.control, sweep.from), shareOf(sweep.control, sweep.to)] : [0, 0];
  const duration = sweep ? shortest + perShare * Math.abs(high - low) : 0;
  const sweepAt = grownAt + pause;
  return (time) => {
    // Early steps are longer: there is more to see.
    const share = ease(clamp((time - start - delay) / growing)) ** 1.4;
    const grown = time < grownAt ? from + (steps - from) * share : Number.POSITIVE_INFINITY;
    if (!sweep) return { grown, value: undefined, isOver: time >= grownAt };
    const swept = clamp((time - sweepAt) / duration);
    const value = swept < 1 ? valueAt(sweep.control, low + (high - low) * ease(swept)) : sweep.to;
    return { grown, value, isOver: swept === 1 };
  };
};

/** How a stop arrives: the sweep of its control, where it has one and opens as the author made it.
    @param {TourStop} stop
    @param {object} of
    @param {TourValue} of.value of its control
    @param {boolean} of.isSeen whether it was current before
    @param {boolean} of.isGuessed whether its last step has yet to be guessed
    @param {number} of.start time */
export const arrivalOf = ({ control, state, opening }, { value, isSeen, isGuessed, start }) => {
  const sweeps = control !== null && control.sweep !== null && !isSeen && value === opening;
  return createArrival({
    start,
    from: 0,
    steps: isGuessed ? state.steps - 1 : state.steps,
    sweep: sweeps ? { control, from: Number(control.sweep), to: Number(opening) } : null,
  });
};

const stillness = () => matchMedia("(prefers-reduced-motion: reduce)");

/** Whether the reader has asked for reduced motion. */
export const isStill = () => stillness().matches;

/** Call a function at any input that is meant for the figure or a number; scrolling is none.
    @param {(target: Element) => boolean} isMeant
    @param {() => void} end */
export const onInput = (isMeant, end) => {
  for (const type of ["pointerdown", "keydown"])
    addEventListener(
      type,
      ({ target }) => {
        if (target instanceof Element && isMeant(target)) end();
      },
      true,
    );
};
