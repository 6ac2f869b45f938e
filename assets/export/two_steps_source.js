/* What is exported of figure 1: the arrows on their surface, and the runs as files. */
import { readTheme } from "../playground/theme.js";
import { stateQuery } from "../state/address.js";
import { arrange } from "./arrangement.js";
import { captionOf } from "./caption.js";
import { createSurfacePart } from "./surface_part.js";

/** @param {TwoStepsFigure} figure
    @returns {import("./sources.js").ExportSource} */
export const twoStepsSource = (figure) => {
  const { state, catalogue, page, plot } = figure;

  /** @param {string} address */
  const caption = (address) => {
    const { answer } = figure;
    const trajectories = figure.trajectories.map((found, k) => ({ ...found, ...state.runs[k] }));
    const { facts, ...rest } = captionOf({ state, catalogue, trajectories, answer }, address);
    const scale = figure.byId("scale").textContent;
    return { ...rest, facts: `${facts} Steps are true to scale, gradients drawn at ${scale}.` };
  };

  return {
    extents: [["arrows", "Arrows"]],
    hasSvg: true,
    nameParts: () => ["two-steps", figure.answer.preset],
    createPicture: (options) => {
      const theme = readTheme(catalogue);
      const subject = { plot, catalogue, state, theme };
      const surface = createSurfacePart(subject, options.medium, (_, { context }) => ({
        draw: () => figure.drawArrows(context, null),
      }));
      const bodyAt = (/** @type {number} */ y) => [{ part: surface, x: 0, y, isRound: true }];
      return arrange({ theme, caption: caption(options.address), width: surface.width, bodyAt }, options);
    },
    runs: {
      state,
      catalogue,
      get answer() {
        return figure.answer;
      },
      query: (part = {}) => stateQuery({ ...state, ...part }, page),
    },
  };
};
