/* Views of the playground: everything that is drawn again when its state changes, in the order of drawing. */
import { createErrorCurveView } from "./error_curve_view.js";
import { createRunList } from "./run_list.js";
import { createStepView } from "./step_view.js";
import { createTrajectoriesView } from "./trajectories_view.js";

/** @param {Playground} playground
    @returns {View[]} */
export const createViews = (playground) => [
  createRunList(playground),
  createTrajectoriesView(playground),
];
