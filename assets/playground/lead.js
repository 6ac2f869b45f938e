/* The lead: what the page is about, or what to look at in the scene that was chosen, until that is changed. */
import { byId } from "../view/dom.js";

/** Bind the lead, which is not there in a figure that is shown alone.
    @param {Playground} playground */
export const createLead = (playground) => {
  /** @type {HTMLElement | null} */
  const lead = byId("lead");
  const first = [...(lead?.childNodes ?? [])];
  /** @type {NodeListOf<HTMLElement> | never[]} */
  const names = lead?.querySelectorAll("[data-place]") ?? [];
  /** The scene that the words are about.
      @type {string | null} */
  let about = null;

  const draw = () => {
    if (about !== null && about !== playground.scene) {
      about = null;
      lead?.replaceChildren(...first);
    }
    // A name has the colour of its run while that run has its place.
    const { isFirstScene } = playground;
    for (const name of names) name.classList.toggle("is-coloured", isFirstScene);
  };

  /** Say what to look at in this scene.
      @param {string} words */
  playground.tell = (words) => {
    about = playground.scene;
    lead?.replaceChildren(words);
  };

  return { draw };
};
