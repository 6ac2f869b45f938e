/* Frame times: which iterations a replay shows, and for how long. */
import { playingTime } from "../playground/playback_clock.js";

/** Frames of a long replay. The time that it takes to make goes with them: most of it is copying pixels. */
export const perSecond = 12.5;

/** The iterations of the frames: as long as it plays on the page, and no more frames than steps.
    @param {number} steps
    @returns {{times: number[], delay: number}} in milliseconds */
export const frameTimes = (steps) => {
  const seconds = playingTime(steps, 1);
  const count = Math.min(steps, Math.round(seconds * perSecond));
  const times = Array.from({ length: count + 1 }, (_, k) => (k * steps) / count);
  return { times, delay: (1000 * seconds) / count };
};
