/* Labels on the surface: names at the ends of runs and at the tips of arrows, written where they have room. */
import { drawHaloText } from "../view/halo_text.js";
import { createCoverage } from "./coverage.js";
import { createEndLabels } from "./end_labels.js";

/** A text beside (x, y); the key tells it from the others.
    @typedef {{key: string, x: number, y: number, text: string, font: string, height: number, fill: string}} SurfaceLabel */
/** @typedef {import("./end_labels.js").Rectangle} Rectangle */

/** @param {number} [weight] how much a label is to keep away from paths */
export const createSurfaceLabels = (weight = 1) => {
  const labels = createEndLabels();
  const coverage = createCoverage();
  /** What the coverage was made of.
      @type {unknown[]} */
  let covered = [];
  /** @type {Map<string, number>} */
  const widths = new Map();

  /** @param {CanvasRenderingContext2D} context
      @param {SurfaceLabel} label */
  const widthOf = (context, { text, font }) => {
    const key = font + text;
    let width = widths.get(key);
    if (width === undefined) {
      context.font = font;
      width = context.measureText(text).width;
      widths.set(key, width);
    }
    return width;
  };

  /** Count what runs cover, again where any of them or the mapping has changed.
      @param {PlotMapping} map
      @param {string} key of the mapping
      @param {Trajectory[]} runs */
  const cover = (map, key, runs) => {
    const made = [key, ...runs];
    if (made.length === covered.length && made.every((part, k) => part === covered[k])) return;
    covered = made;
    coverage.clear(map);
    for (const run of runs) coverage.addPath(map, run);
    coverage.close();
  };

  /** @type {import("./end_labels.js").Surroundings["below"]} */
  const below = (...box) => weight * coverage.below(...box);

  /** Write labels where they have room.
      @param {CanvasRenderingContext2D} context
      @param {PlotMapping} map
      @param {SurfaceLabel[]} wanted
      @param {Rectangle[]} boxes to be kept free
      @param {string} halo */
  const write = (context, map, wanted, boxes, halo) => {
    const sized = wanted.map((label) => ({ ...label, width: widthOf(context, label) }));
    const found = labels.place(sized, { area: map, boxes, below });
    context.textAlign = "left";
    context.textBaseline = "middle";
    for (const [k, box] of found.entries()) {
      if (!box) continue;
      const { text, font, fill } = wanted[k];
      context.font = font;
      drawHaloText(context, text, box.x, box.y + box.height / 2, { fill, halo });
    }
  };

  return { cover, write, forget: labels.forget };
};
