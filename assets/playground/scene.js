/* Scene: function, start, steps and runs, as a text that tells whether two states show the same. */

/** @param {Pick<State, "start" | "steps" | "runs">} state
    @param {string} E canonical text of its function */
export const sceneOf = ({ start, steps, runs }, E) =>
  JSON.stringify([E, start, steps, runs.map(({ optimizer, settings }) => [optimizer, settings])]);
