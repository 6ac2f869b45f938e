/* Playback keys: space plays and pauses, arrows step, Home and End go to the start and the end, unless the
   focus is in a control that uses the key itself, or the charts are out of sight. */

/** @typedef {"toggle" | "back" | "forward" | "first" | "last"} PlaybackAction */

/** @type {Record<string, PlaybackAction>} */
const actions = { " ": "toggle", ArrowLeft: "back", ArrowRight: "forward", Home: "first", End: "last" };

const usesAllKeys =
  "input, select, textarea, [contenteditable], [role=slider], [role=tab], [role=menu], dialog";
const usesSpace = "button, summary, a, [role=button]";

/** @param {Element} element */
const isInSight = (element) => {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
};

/** What a key press does to the time, or null.
    @param {KeyboardEvent} event
    @param {{figure: HTMLElement, section: HTMLElement}} place
    @returns {PlaybackAction | null} */
export const keyAction = (event, { figure, section }) => {
  const action = actions[event.key];
  const { target } = event;
  if (!action || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return null;
  if (!(target instanceof Element)) return null;
  // The scrubber is a slider of its own, for which all of these mean the same.
  if (target.id === "scrubber") return action;
  if (target.closest(usesAllKeys) || (event.key === " " && target.closest(usesSpace))) return null;
  const isHere = figure.contains(target) || (target === document.body && isInSight(section));
  return isHere ? action : null;
};
