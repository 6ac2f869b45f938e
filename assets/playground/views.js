/* Views of the playground: everything that is drawn again when its state changes, in the order of drawing. */
import { createSweeps } from "../controls/sweep_view.js";
import { createLead } from "./lead.js";
import { createRunList } from "./run_list.js";
import { createTimeSection } from "./time_section.js";
import { createTrajectoriesView } from "./trajectories_view.js";

/** @param {Playground} playground
    @returns {FigureView[]} */
export const createViews = (playground) => [
  createLead(playground),
  createRunList(playground),
  createTrajectoriesView(playground),
  createTimeSection(playground),
  createSweeps(playground),
];
