/* Theme of the playground's canvases: colours and font from the page's styles and the palette. */
import { themeName } from "../view/theme.js";

/** @param {Catalogue} catalogue
    @returns {CanvasTheme & {ramp: string[]}} */
export const readTheme = ({ palette }) => {
  const style = getComputedStyle(document.documentElement);
  const { grid, ramp } = palette[themeName()];
  return {
    ink: style.getPropertyValue("--ink"),
    quiet: style.getPropertyValue("--quiet"),
    halo: style.getPropertyValue("--halo"),
    font: `13px ${style.getPropertyValue("--words")}`,
    grid,
    ramp,
  };
};
