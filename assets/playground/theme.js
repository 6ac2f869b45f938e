/* Theme of the playground's canvases: colours and fonts from the page's styles and the palette. */
import { themeName } from "../view/theme.js";

/** Colours of the page, and its fonts.
    @returns {PageTheme} */
export const readPageTheme = () => {
  const style = getComputedStyle(document.documentElement);
  const token = (/** @type {string} */ name) => style.getPropertyValue(`--${name}`);
  const names = ["ink", "quiet", "halo", "paper", "panel", "sunk", "line", "field", "wrong", "accent"];
  return /** @type {PageTheme} */ ({
    ...Object.fromEntries(names.map((name) => [name, token(name)])),
    font: `13px ${token("words")}`,
    words: token("words"),
    math: token("math"),
    unit: Number.parseFloat(style.fontSize),
  });
};

/** @param {Pick<Catalogue, "palette">} catalogue
    @returns {PlaygroundTheme} */
export const readTheme = ({ palette }) => {
  const { grid, runs } = palette[themeName()];
  return { ...readPageTheme(), grid, runs };
};
