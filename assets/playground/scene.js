/* Scene: function, start, steps and runs, as a text that tells whether two states show the same. */

/** @param {Pick<State, "start" | "steps" | "runs" | "parameters">} state
    @param {string} E canonical text of its function */
export const sceneOf = ({ start, steps, runs, parameters }, E) =>
  JSON.stringify([
    [E, parameters.map(({ name, value }) => [name, value])],
    [start, steps],
    runs.map(({ optimizer, settings }) => [optimizer, settings]),
  ]);
