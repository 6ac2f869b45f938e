/* Sources: what the dialog exports of each figure. */
import { amplificationSource } from "./amplification_source.js";
import { createPicture } from "./layout.js";
import { twoStepsSource } from "./two_steps_source.js";

/** @typedef {object} ExportSource
    @property {[value: string, text: string][]} extents parts of the figure; the first is all of it
    @property {boolean} hasSvg
    @property {() => (string | null | undefined)[]} nameParts of files
    @property {(options: import("./arrangement.js").PictureOptions) => import("./arrangement.js").Picture} createPicture
    @property {Pick<Playground, "state" | "catalogue" | "answer" | "query">} [runs] that the server makes files of
    @property {Playground} [playground] that has a replay */

/** @param {Playground} playground
    @returns {ExportSource} */
const playgroundSource = (playground) => ({
  extents: [
    ["whole", "Surface and curves"],
    ["surface", "Surface"],
    ["curves", "Curves"],
  ],
  hasSvg: true,
  nameParts: () => {
    const { state, answer } = playground;
    return [state.runs[state.selected].optimizer, answer.preset];
  },
  createPicture: (options) => createPicture(playground, options),
  runs: playground,
  playground,
});

/** @type {Record<string, (figure: any) => ExportSource>} */
const sources = {
  playground: playgroundSource,
  "two-steps": twoStepsSource,
  amplification: amplificationSource,
};

/** @param {Embeddable} figure
    @returns {ExportSource} */
export const sourceOf = (figure) => sources[figure.key](figure);
