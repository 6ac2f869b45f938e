/* Panel of examples: what can be typed, one click away. It opens over the figure, and closes when an example
   is chosen, with Escape, and when pointer or focus go elsewhere. */
import { onEscape } from "../view/dom.js";

/** Bind the panel.
    @param {HTMLDetailsElement} panel
    @param {(text: string) => void} take takes an example */
export const bindExamples = (panel, take) => {
  const close = () => {
    // The focus is not lost with what had it.
    if (panel.contains(document.activeElement)) panel.querySelector("summary")?.focus();
    panel.open = false;
  };
  panel.addEventListener("click", ({ target }) => {
    const example = /** @type {HTMLElement} */ (target).closest("button")?.textContent;
    if (!example) return;
    close();
    take(example);
  });
  panel.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !panel.contains(/** @type {Node} */ (relatedTarget))) panel.open = false;
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (!panel.contains(/** @type {Node} */ (target))) panel.open = false;
  });
  onEscape(close);
};
