/* Look of the tour's figure: the playground's theme, in the tour's larger letters, with the colours of the two weights
   and of what may be moved. */
import { readTheme } from "../playground/theme.js";

/** @typedef {PlaygroundTheme & {weights: [string, string], movable: string, isCompact: boolean}} TourTheme
    `isCompact` on narrow windows */

/** The playground's rem in parts of the tour's. */
const perUnit = 14 / 17;
const narrow = matchMedia("(max-width: 859px)");

/** @param {Pick<Catalogue, "palette">} catalogue
    @returns {TourTheme} */
export const readLook = (catalogue) => {
  const theme = readTheme(catalogue);
  const style = getComputedStyle(document.documentElement);
  /** @param {string} name */
  const token = (name) => style.getPropertyValue(`--${name}`).trim();
  const unit = theme.unit * perUnit;
  return {
    ...theme,
    unit,
    font: `${0.84 * unit}px ${theme.words}`,
    weights: [token("weight-1"), token("weight-2")],
    movable: token("movable"),
    isCompact: narrow.matches,
  };
};
