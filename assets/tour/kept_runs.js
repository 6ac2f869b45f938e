/* Runs of a scene: how far each is drawn, which of them the stop before had too, and where they lie. */

const mostPoints = 160;

/** The last row of a run that may be seen: the one that has to be guessed is not.
    @param {TourScene} scene
    @param {number} place */
export const lastRow = ({ trajectories, isRevealed, stop }, place) => {
  const last = trajectories[place].rows - 1;
  return !isRevealed && stop.control?.runs[0] === place ? Math.max(0, last - 1) : last;
};

/** Whether what belongs to the last step of a run has to wait for the guess.
    @param {TourScene} scene
    @param {number} place */
export const isGuessed = ({ isRevealed, stop }, place) => !isRevealed && stop.control?.runs[0] === place;

/** @param {TourScene} scene
    @param {number} place */
const keyOf = ({ state: { E, parameters, start, runs } }, place) =>
  JSON.stringify([E, parameters, start, runs[place].optimizer, runs[place].settings]);

/** Of the runs that a scene has in common with the one before, how many steps were seen: these need not grow.
    @param {TourScene} before
    @param {TourScene} next
    @returns {Map<number, number>} by their place in the next */
export const keptRuns = (before, next) => {
  const steps = new Map(
    before.trajectories.map((_, place) => [
      keyOf(before, place),
      Math.min(lastRow(before, place), before.grown),
    ]),
  );
  return new Map(
    next.trajectories.flatMap((_, place) => {
      const seen = steps.get(keyOf(next, place));
      return seen === undefined ? [] : [[place, seen]];
    }),
  );
};

/** Pixels on the paths of all runs, which labels of contours keep away from.
    @param {TourScene} scene
    @param {PlotMapping} map
    @returns {Point[]} */
export const pathPoints = ({ trajectories, state }, map) =>
  trajectories.flatMap(({ columns: { w1, w2 }, rows }, place) => {
    if (state.runs[place].hidden) return [];
    const every = Math.max(1, Math.floor(rows / mostPoints));
    /** @type {Point[]} */
    const found = [];
    for (let t = 0; t < rows; t += every) found.push([map.x(w1[t]), map.y(w2[t])]);
    return found;
  });
