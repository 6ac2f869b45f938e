/* Subject of a picture: the playground as its views see it, with a time of its own, so that a replay can be drawn while
   the page stays as it is. */

/** @param {Playground} playground
    @returns {Playground} */
export const subjectOf = (playground) =>
  Object.create(playground, {
    isPicture: { value: true },
    state: { value: { ...playground.state } },
    time: { value: { ...playground.time, isPlaying: false }, writable: true },
    marked: { value: null },
  });

/** Show an iteration of a race.
    @param {Playground} subject
    @param {number} t may lie between two iterations */
export const goTo = (subject, t) => {
  subject.time = { t, isRace: true, isPlaying: false };
  subject.state.step = Math.max(1, Math.round(t));
};
