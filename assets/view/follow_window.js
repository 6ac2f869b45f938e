/* Follows the window: the canvases of a figure get another size, and its colours are those of another theme. */
import { onThemeChange } from "./theme.js";

/** @param {Iterable<HTMLCanvasElement>} canvases
    @param {object} figure
    @param {() => void} figure.recolour draw in the colours of the present theme
    @param {() => void} figure.fit fit the canvases to their boxes and draw */
export const followWindow = (canvases, { recolour, fit }) => {
  onThemeChange(recolour);
  // In the same frame: a canvas of another size is empty.
  const sizes = new ResizeObserver(fit);
  for (const { parentElement } of canvases) sizes.observe(/** @type {Element} */ (parentElement));
};
