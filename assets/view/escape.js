// Name of before, until all importers have the new one.
export { onEscape } from "./dom.js";
