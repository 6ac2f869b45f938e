/* A figure as numbers: below it, closed until a reader asks, and out of the way of a moving hand. */
(lockstep => {
  /** Call `fill()` when the details are opened; returns what to call when the hand rests. */
  lockstep.asNumbers = (details, fill) => {
    const refresh = () => { if (details.open) fill(); };
    details.addEventListener("toggle", refresh);
    return refresh;
  };
})((window.dash_clientside ??= {}).lockstep ??= {});
