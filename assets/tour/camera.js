/* Camera: what is seen of the plane, and how it gets from one view to another of the same function. */

const duration = 750;

/** @param {number} share */
const eased = (share) => (share < 0.5 ? 4 * share ** 3 : 1 - (2 - 2 * share) ** 3 / 2);

/** A view between two others.
    @param {View} from
    @param {View} to
    @param {number} share
    @returns {View} */
const between = (from, to, share) => /** @type {View} */ (from.map((end, k) => end + (to[k] - end) * share));

export const createCamera = () => {
  /** @type {View | null} */
  let from = null;
  let begun = Number.NaN;
  let share = 1;

  return {
    /** Leave a view.
        @param {View} view */
    leave: (view) => {
      from = view;
      begun = Number.NaN;
      share = 0;
    },
    /** Go on, at the time of a frame; returns whether it has not arrived.
        @param {number} time */
    advance: (time) => {
      if (!from) return false;
      if (Number.isNaN(begun)) begun = time;
      share = Math.min(1, (time - begun) / duration);
      if (share === 1) from = null;
      return from !== null;
    },
    arrive: () => {
      from = null;
    },
    /** What is seen on the way to a view.
        @param {View} to
        @returns {View} */
    view: (to) => (from ? between(from, to, eased(share)) : to),
    get isMoving() {
      return from !== null;
    },
  };
};
