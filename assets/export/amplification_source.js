/* What is exported of figure 3: the large map with its probe. */
import { sentence } from "../amplification/two_steps.js";
import { readPageTheme } from "../playground/theme.js";
import { byId } from "../view/dom.js";
import { entry } from "../view/numbers.js";
import { arrange } from "./arrangement.js";
import { createSheet } from "./sheet.js";
import { drawStart } from "./surface_part.js";

/** @param {import("../amplification/figure.js").AmplificationFigure} figure
    @returns {import("./sources.js").ExportSource} */
export const amplificationSource = (figure) => {
  const { state, canvas } = figure;

  /** @param {string} address */
  const caption = (address) => {
    const { optimizer, settings } = state.run;
    const told = Object.entries(settings).map(([name, value]) => {
      const [label] = byId(`amplification-${optimizer}-${name.replaceAll("_", "-")}-number`).labels;
      return `${label.textContent.split(",")[0]} = ${entry(value)}`;
    });
    const [g1, g2] = state.probe.map(entry);
    const found = sentence(figure.steps(state.probe));
    const facts = `${told.join(", ")}. At 𝑔₁ = ${g1} and 𝑔₂ = ${g2}: ${found}`;
    return { title: `${figure.rule.name}: 𝑣(2) beside the plain step`, runs: [], facts, address };
  };

  /** @param {PageTheme} theme
      @param {import("./sheet.js").Medium} medium */
  const createMapPart = (theme, medium) => {
    const { clientWidth: width, clientHeight: height } = canvas;
    const sheet = createSheet({ width, height }, medium, "map");
    const drawStill = () => {
      figure.drawMap(sheet.context);
      drawStart(sheet.context, theme, figure.map(), state.probe);
    };
    return { width, height, still: [{ sheet, x: 0, y: 0 }], moving: [], drawStill, draw: () => {} };
  };

  return {
    extents: [["map", "Map"]],
    // Its colour bar has a gradient and stripes, which are not recorded.
    hasSvg: false,
    nameParts: () => ["amplification", state.run.optimizer],
    createPicture: (options) => {
      const theme = { ...readPageTheme(), runs: [] };
      const part = createMapPart(theme, options.medium);
      const bodyAt = (/** @type {number} */ y) => [{ part, x: 0, y }];
      return arrange({ theme, caption: caption(options.address), width: part.width, bodyAt }, options);
    },
  };
};
