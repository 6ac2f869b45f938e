/* Theme of the playground's canvases: colours and fonts from the page's styles and the palette. */
import { themeName } from "../view/theme.js";

/** @param {Pick<Catalogue, "palette">} catalogue
    @returns {PlaygroundTheme} */
export const readTheme = ({ palette }) => {
  const style = getComputedStyle(document.documentElement);
  const token = (/** @type {string} */ name) => style.getPropertyValue(`--${name}`);
  const { grid, runs } = palette[themeName()];
  const names = ["ink", "quiet", "halo", "paper", "panel", "sunk", "line", "field", "wrong", "accent"];
  return /** @type {PlaygroundTheme} */ ({
    ...Object.fromEntries(names.map((name) => [name, token(name)])),
    font: `13px ${token("words")}`,
    words: token("words"),
    math: token("math"),
    unit: Number.parseFloat(style.fontSize),
    grid,
    runs,
  });
};
