/* History of a state: what was set before, to undo and redo. */

const longest = 200;

/** Begin a history with a state; states are plain values, which are kept as they were.
    @template T
    @param {T} first */
export const createHistory = (first) => {
  let texts = [JSON.stringify(first)];
  let at = 0;

  /** @param {number} step
      @returns {T | null} */
  const move = (step) => {
    const text = texts[at + step];
    if (text === undefined) return null;
    at += step;
    return JSON.parse(text);
  };

  return {
    /** Add a state, unless it is the present one; what was undone is then gone.
        @param {T} state */
    record: (state) => {
      const text = JSON.stringify(state);
      if (text === texts[at]) return;
      texts = [...texts.slice(0, at + 1), text].slice(-longest);
      at = texts.length - 1;
    },
    /** The state before, or null. */
    undo: () => move(-1),
    /** The state that was undone last, or null. */
    redo: () => move(1),
    canUndo: () => at > 0,
    canRedo: () => at < texts.length - 1,
  };
};
