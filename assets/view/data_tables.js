/* Data tables of a figure: below it, in a details element, filled only while they are open. */

/** Call `fill` when the details are opened; returns what to call after a change.
    @param {HTMLDetailsElement} details
    @param {() => void} fill */
export const refreshWhenOpen = (details, fill) => {
  const refresh = () => {
    if (details.open) fill();
  };
  details.addEventListener("toggle", refresh);
  return refresh;
};
