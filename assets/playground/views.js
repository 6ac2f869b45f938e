/* Views of the playground: everything that is drawn again when its state changes. What a hand moves leads: it is
   drawn in every frame, before the others. */
import { createSweeps } from "../controls/sweep_view.js";
import { createSweeper } from "../engine/sweeper.js";
import { byId } from "../view/dom.js";
import { createGallery } from "./gallery.js";
import { createLead } from "./lead.js";
import { createRunList } from "./run_list.js";
import { createStepInspector } from "./step_inspector.js";
import { createSurfaceHover } from "./surface_hover.js";
import { createTimeSection } from "./time_section.js";
import { createTrajectoriesView } from "./trajectories_view.js";

/** Bind the button of the fair start, whose module is loaded when it is pressed.
    @param {Playground} playground
    @param {ReturnType<typeof createSweeper>} sweeper */
const bindFairStart = (playground, sweeper) => {
  const button = byId("fair-start");
  button.addEventListener("click", async () => {
    button.setAttribute("aria-busy", "true");
    // Where nothing is answered, nothing changes: the figure itself says so.
    await import("./fair_start.js").then(({ fairStart }) => fairStart(playground, sweeper)).catch(() => {});
    button.removeAttribute("aria-busy");
  });
};

/** @param {Playground} playground
    @returns {Record<"leading" | "following", FigureView[]>} */
export const createViews = (playground) => {
  const sweeper = createSweeper();
  bindFairStart(playground, sweeper);
  const trajectories = createTrajectoriesView(playground);
  const { cursor, ...time } = createTimeSection(playground);
  return {
    leading: [trajectories, cursor],
    following: [
      // There are no controls before the kernels.
      { draw: () => playground.runControls?.draw() },
      createLead(playground),
      createGallery(playground),
      createRunList(playground),
      createStepInspector(playground),
      time,
      createSweeps(playground, sweeper),
      createSurfaceHover(playground),
      playground.startBoxes,
    ],
  };
};
