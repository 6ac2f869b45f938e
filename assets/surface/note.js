/* Note of a surface: says why a part of the view is blank. */
import { setText } from "../view/dom.js";

/** Show the note of an answer, or hide what was said of the one before.
    @param {HTMLElement} element in the stage of the surface
    @param {SurfaceAnswer} answer */
export const showNote = (element, { note }) => {
  const line = /** @type {HTMLElement} */ (element.closest(".stage")?.querySelector('[role="note"]'));
  setText(line, note);
  line.hidden = note === "";
};
