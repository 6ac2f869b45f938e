/* The article's claims: a button sets the playground to a state in which the claim can be seen. */
import { announce } from "../view/live_region.js";
import * as CurveLegend from "./curve_legend.js";

const byId = id => document.getElementById(id);

const listen = playground => {
  const {claims} = playground.catalogue;
  const caption = byId("claim"), text = byId("claim-text"), shows = byId("claim-shows");

  const strong = words => {
    const element = document.createElement("strong");
    element.textContent = words;
    return element;
  };

  /** Which state of a claim the chosen one is held against. */
  const against = chosen => (chosen ? 0 : 1);

  /** Say in the playground what is to be seen there, with a button for every state of the claim. */
  const say = (key, chosen) => {
    const {claim, words, shows: states} = claims[key];
    text.replaceChildren(strong(claim), ` ${words}`);
    shows.replaceChildren(...states.map(({label}, k) => {
      const button = document.createElement("button");
      button.textContent = label;
      button.value = String(k);
      button.dataset.claim = key;
      button.setAttribute("aria-pressed", String(k === chosen));
      if (k === against(chosen) && states[k].state.E === states[chosen].state.E) {
        button.className = "against";
        button.title = "The dashed line";
      }
      return button;
    }));
    caption.hidden = false;
    announce(text.textContent);
  };

  const choose = ({target}) => {
    const {claim: key} = target.dataset;
    if (!key) return;
    const chosen = Number(target.value), again = caption.contains(target);
    say(key, chosen);
    const {state, curves} = claims[key].shows[chosen];
    playground.held = claims[key].shows[against(chosen)].state;
    CurveLegend.reveal(playground.shown, playground.catalogue.optimizers[state.runs[0].optimizer], curves);
    playground.ask(state);
    if (!again) byId("playground").scrollIntoView();
    shows.children[chosen].focus({preventScroll: true});
  };

  caption.addEventListener("click", choose);
  byId("claims")?.addEventListener("click", choose);
  byId("claim-close").addEventListener("click", () => {
    caption.hidden = true;
    playground.held = null;
    playground.redraw();
    // The start may be out of sight, where it cannot have the focus.
    const handle = byId("surface-handle");
    (handle.hidden ? byId("surface-zoom-in") : handle).focus({preventScroll: true});
  });
};

export { listen };
