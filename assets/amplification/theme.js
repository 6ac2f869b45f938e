/* Theme of the amplification maps: the colours and fonts of the canvas, and those of the legend in CSS. */
import { themeName } from "../view/theme.js";
import { hatchPattern } from "./frame.js";
import { createPalette } from "./map.js";

/** Set the legend's colours to those of the present theme and return what the canvas is drawn with.
    @param {HTMLElement} root
    @param {AmplificationCatalogue} catalogue
    @param {CanvasRenderingContext2D} context
    @returns {MapTheme} */
export const applyTheme = (root, catalogue, context) => {
  const style = getComputedStyle(document.documentElement);
  const name = themeName();
  const stops = catalogue.colours[name];
  const beyond = catalogue.beyond[name];
  const amplified = stops[stops.length - 1];
  root.style.setProperty("--attenuated", stops[0]);
  root.style.setProperty("--amplified", amplified);
  root.style.setProperty("--beyond", beyond);
  return {
    name,
    colours: createPalette(stops, beyond),
    ink: style.getPropertyValue("--ink"),
    quiet: style.getPropertyValue("--quiet"),
    grid: catalogue.grid,
    font: `13px ${style.getPropertyValue("--words")}`,
    hatch: hatchPattern(context, amplified, beyond),
  };
};
