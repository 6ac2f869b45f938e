/* The head of the figure: its error function, the link to the playground, and what a stop that asks tells to do. */
import { queryOf, stateParts } from "../state/address.js";
import { setHidden, setText } from "../view/dom.js";

/** @param {HTMLElement} element of the figure
    @param {TourCatalogue} catalogue
    @returns {(scene: TourScene) => void} */
export const createHead = (element, catalogue) => {
  const formula = /** @type {HTMLElement} */ (element.querySelector(".error-function"));
  const open = /** @type {HTMLAnchorElement} */ (element.querySelector("a.open"));
  const pill = /** @type {HTMLElement} */ (element.querySelector(".pill"));
  const isTouched = matchMedia("(hover: none)").matches;
  // On a small surface more words would cover the cross.
  const words = isTouched ? "Tap where it leads" : "Click where it leads, or drag the cross there";
  return ({ stop, state, surface, isRevealed }) => {
    if (formula.dataset.mathml !== stop.formula) {
      formula.dataset.mathml = stop.formula;
      formula.title = surface.E; // the end of a long one fades out
    }
    // As the page writes it itself: by the function's canonical text.
    const query = queryOf(stateParts({ ...state, E: surface.E }, catalogue));
    if (open.getAttribute("href") !== `./${query}`) open.href = `./${query}`;
    setHidden(pill, isRevealed);
    if (!isRevealed) setText(pill, words);
  };
};
