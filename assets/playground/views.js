/* Views of the playground: everything that is drawn again when its state changes, in the order of drawing. */
import { clear, clip, createCanvas } from "../view/canvas.js";
import { byId } from "../view/dom.js";
import { drawGlyph } from "../view/glyphs.js";
import { polyline } from "../view/polyline.js";
import { createLead } from "./lead.js";
import { createRunList } from "./run_list.js";
import { createTimeSection } from "./time_section.js";

/** @param {Playground} playground
    @returns {FigureView} */
const createTrajectories = (playground) => {
  const { context, fit } = createCanvas(byId("surface-canvas"));
  const draw = () => {
    const map = playground.plot.mapping();
    const { runs, panel } = playground.theme;
    clear(context);
    clip(context, map, 0, () => {
      playground.trajectories.forEach(({ columns, rows }, place) => {
        if (playground.state.runs[place].hidden) return;
        context.strokeStyle = runs[place].colour;
        context.lineWidth = 3;
        context.stroke(polyline(map, columns.w1, columns.w2, 0, rows - 1));
        const [x, y] = [map.x(columns.w1[rows - 1]), map.y(columns.w2[rows - 1])];
        drawGlyph(context, place, x, y, 5.5, runs[place].colour, panel);
      });
    });
  };
  return { draw, fit };
};

/** @param {Playground} playground
    @returns {FigureView[]} */
export const createViews = (playground) => [
  createLead(playground),
  createRunList(playground),
  createTrajectories(playground),
  createTimeSection(playground),
];
