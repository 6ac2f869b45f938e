/* Tabs of the playground on a phone: styles show the part that data-tab names (narrow.css). */
import { byId } from "../view/dom.js";

/** Bind the buttons.
    @param {HTMLElement} root */
export const bindTabs = (root) => {
  const buttons = [...byId("playground-tabs").querySelectorAll("button")];
  byId("playground-tabs").addEventListener("click", (/** @type {MouseEvent} */ { target }) => {
    if (!(target instanceof HTMLButtonElement)) return;
    root.dataset.tab = target.value;
    for (const button of buttons) button.setAttribute("aria-pressed", String(button === target));
  });
};
