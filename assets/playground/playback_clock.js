/* Playback clock: which iteration is shown after some time of playing. */

/** Seconds that a run takes at normal speed, and that each step of a short run takes. */
const longest = 10;
const perStep = 0.1;
const shortest = 1.5;

/** A page that was out of sight goes on where it was. */
const longestFrame = 0.1;

/** The speeds in the order in which the button goes through them. */
export const speeds = [1, 2, 4, 0.5];

/** How long a run of so many steps plays, in seconds.
    @param {number} steps
    @param {number} speed */
export const playingTime = (steps, speed) => Math.min(longest, Math.max(shortest, perStep * steps)) / speed;

/** The iteration after a frame, with a part of a step; the last one when the run has ended.
    @param {number} t
    @param {{steps: number, speed: number, elapsed: number}} frame seconds since the last one */
export const advance = (t, { steps, speed, elapsed }) =>
  Math.min(steps, t + (Math.min(elapsed, longestFrame) / playingTime(steps, speed)) * steps);

/** Where playing begins: at the step that is looked at, or at the start if that is the first or last.
    @param {number} t
    @param {number} steps */
export const beginAt = (t, steps) => (t <= 1 || t >= steps ? 0 : t);

/** @param {number} speed */
export const nextSpeed = (speed) => speeds[(speeds.indexOf(speed) + 1) % speeds.length];

/** @param {number} speed */
export const speedLabel = (speed) => `${speed === 0.5 ? "½" : speed}×`;
