/* Views of the playground: everything that is drawn again when its state changes, in the order of drawing. */
import { createSweeps } from "../controls/sweep_view.js";
import { createSweeper } from "../engine/sweeper.js";
import { bindFairStart } from "./fair_start.js";
import { createGallery } from "./gallery.js";
import { createLead } from "./lead.js";
import { createRunList } from "./run_list.js";
import { createStepInspector } from "./step_inspector.js";
import { createSurfaceHover } from "./surface_hover.js";
import { createTimeSection } from "./time_section.js";
import { createTrajectoriesView } from "./trajectories_view.js";

/** @param {Playground} playground
    @returns {FigureView[]} */
export const createViews = (playground) => {
  const sweeper = createSweeper();
  bindFairStart(playground, sweeper);
  return [
    createLead(playground),
    createGallery(playground),
    createRunList(playground),
    createTrajectoriesView(playground),
    createStepInspector(playground),
    createTimeSection(playground),
    createSweeps(playground, sweeper),
    createSurfaceHover(playground),
  ];
};
