/* The article's claims: a button sets the playground to a state that shows the claim, and the lead says what
   to look at until the scene is changed. */
import { byId } from "../view/dom.js";
import { announce } from "../view/live_region.js";

/** Bind the list of claims.
    @param {Playground} playground */
export const createClaims = (playground) => {
  const { claims } = playground.catalogue;
  byId("claims")?.addEventListener("click", (/** @type {MouseEvent} */ event) => {
    const button = /** @type {HTMLButtonElement} */ (event.target);
    const key = button.dataset.claim;
    if (!key) return;
    const { claim, words, shows } = claims[key];
    const look = `${claim} ${words}`;
    const shown = playground.ask({ ...shows[Number(button.value)], look });
    byId("page").scrollIntoView();
    announce(look);
    const handle = byId("surface-handle");
    handle.focus({ preventScroll: true });
    // A start that was out of sight is there after the frame that shows the scene.
    shown.then(() =>
      requestAnimationFrame(() => {
        if (document.activeElement === button) handle.focus({ preventScroll: true });
      }),
    );
  });
};
