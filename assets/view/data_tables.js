/* A figure as numbers: below it, closed until a reader asks, and out of the way of a moving hand. */

/** Call `fill()` when the details are opened; returns what to call when the hand rests. */
export const refreshWhenOpen = (details, fill) => {
  const refresh = () => { if (details.open) fill(); };
  details.addEventListener("toggle", refresh);
  return refresh;
};
