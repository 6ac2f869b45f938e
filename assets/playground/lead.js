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
  /** What is told, and the scene that it is about once that is shown.
      @type {{scene: string | null} | null} */
  let told = null;

  const forget = () => {
    told = null;
    lead?.replaceChildren(...first);
  };

  const draw = () => {
    if (told?.scene && told.scene !== playground.scene) forget();
    // A name has the colour of its run while that run has its place.
    const { isFirstScene } = playground;
    for (const name of names) name.classList.toggle("is-coloured", isFirstScene);
  };

  /** Say what to look at in a scene that was asked for.
      @param {string} words
      @param {Promise<boolean>} shown whether the scene has come */
  playground.tell = async (words, shown) => {
    /** @type {{scene: string | null}} */
    const telling = { scene: null };
    told = telling;
    lead?.replaceChildren(words);
    const isShown = await shown;
    if (told !== telling) return;
    if (isShown) telling.scene = playground.scene;
    else forget();
  };

  return { draw };
};
