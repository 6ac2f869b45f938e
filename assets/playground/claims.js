/* The article's claims: a button sets the playground to a state that shows the claim, and a second state of
   the claim becomes the reference that its run is compared with. */
import { byId } from "../view/dom.js";
import { announce } from "../view/live_region.js";
import { showGroup } from "./curve_lines.js";

/** The state of a claim that a chosen one is compared with.
    @param {number} chosen */
const referenceOf = (chosen) => (chosen ? 0 : 1);

/** The buttons for the states of a claim.
    @param {string} key
    @param {ClaimInfo} claim
    @param {number} chosen */
const stateButtons = (key, { shows }, chosen) =>
  shows.map(({ label, state }, k) => {
    const button = document.createElement("button");
    button.textContent = label;
    button.value = String(k);
    button.dataset.claim = key;
    button.setAttribute("aria-pressed", String(k === chosen));
    if (k === referenceOf(chosen) && state.E === shows[chosen].state.E) {
      button.className = "reference";
      button.title = "The dashed line";
    }
    return button;
  });

/** Bind the list of claims, and the caption of the one that the playground shows.
    @param {Playground} playground */
export const createClaims = (playground) => {
  const { claims, optimizers } = playground.catalogue;
  const [caption, text, states] = ["claim", "claim-text", "claim-shows"].map(byId);

  /** @param {string} key
      @param {number} chosen */
  const showCaption = (key, chosen) => {
    const { claim, words } = claims[key];
    const strong = document.createElement("strong");
    strong.textContent = claim;
    text.replaceChildren(strong, ` ${words}`);
    states.replaceChildren(...stateButtons(key, claims[key], chosen));
    caption.hidden = false;
    announce(text.textContent);
  };

  /** @param {MouseEvent} event */
  const choose = (event) => {
    const button = /** @type {HTMLButtonElement} */ (event.target);
    const key = button.dataset.claim;
    if (!key) return;
    const chosen = Number(button.value);
    const isShown = caption.contains(button);
    showCaption(key, chosen);
    const { state, curves } = claims[key].shows[chosen];
    playground.referenceState = claims[key].shows[referenceOf(chosen)].state;
    if (curves) showGroup(playground.shown, optimizers[state.runs[0].optimizer], curves);
    playground.ask(state);
    if (!isShown) byId("playground").scrollIntoView();
    states.children[chosen].focus({ preventScroll: true });
  };

  const close = () => {
    caption.hidden = true;
    playground.referenceState = null;
    playground.redraw();
    // The start may be out of sight, where it cannot have the focus.
    const handle = byId("surface-handle");
    (handle.hidden ? byId("surface-zoom-in") : handle).focus({ preventScroll: true });
  };

  caption.addEventListener("click", choose);
  byId("claims")?.addEventListener("click", choose);
  byId("claim-close").addEventListener("click", close);
};
