/* Frame times: which iterations a replay shows, and for how long. */
import { playingTime } from "../playground/playback_clock.js";

/** The iterations of the frames: as long as it plays on the page, and no more frames than steps.
    @param {number} steps
    @param {number} perSecond frames
    @returns {{times: number[], delay: number}} in milliseconds */
export const frameTimes = (steps, perSecond) => {
  const seconds = playingTime(steps, 1);
  const count = Math.min(steps, Math.round(seconds * perSecond));
  const times = Array.from({ length: count + 1 }, (_, k) => (k * steps) / count);
  return { times, delay: (1000 * seconds) / count };
};
