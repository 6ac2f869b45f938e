/* Surface hover: a note in a corner of the surface with the numbers of the place below the pointer, or of the
   iteration that is near it, which is then marked in every view. */
import { byId, onEscape, pointerPixel, setText } from "../view/dom.js";
import { short } from "../view/numbers.js";
import { runNames } from "./run_names.js";

const reach = 14;

/** @typedef {{place: number, t: number}} Found iteration of a run */

/** The iteration whose point is nearest to a pixel, or null where none is near.
    @param {Pick<Trajectory, "columns" | "rows">} trajectory
    @param {Pick<PlotMapping, "x" | "y">} map
    @param {number} x
    @param {number} y
    @returns {{t: number, distance: number} | null} in squared pixels */
export const nearestIteration = ({ columns: { w1, w2 }, rows }, map, x, y) => {
  let nearest = null;
  let best = reach * reach;
  for (let t = 0; t < rows; t++) {
    const dx = map.x(w1[t]) - x;
    const dy = map.y(w2[t]) - y;
    const distance = dx * dx + dy * dy;
    if (distance > best) continue;
    nearest = { t, distance };
    best = distance;
  }
  return nearest;
};

/** @param {number} first
    @param {number} second */
const pair = (first, second) => `(${short(first)}, ${short(second)})`;

/** @param {Playground} playground
    @returns {FigureView} */
export const createSurfaceHover = (playground) => {
  const { state, catalogue } = playground;
  const note = byId("surface-tooltip");
  const stage = /** @type {HTMLElement} */ (note.parentElement);
  const gradient = new Float64Array(3);
  /** @type {[number, number] | null} */
  let pointer = null;
  let isMarking = false;

  /** The iteration of a shown run that is nearest, the selected run first.
      @param {PlotMapping} map
      @param {[number, number]} pixel
      @returns {Found | null} */
  const nearest = (map, [x, y]) => {
    /** @type {(Found & {distance: number}) | null} */
    let best = null;
    playground.trajectories.forEach((trajectory, place) => {
      if (state.runs[place].hidden) return;
      const found = nearestIteration(trajectory, map, x, y);
      if (!found) return;
      const isNearer = !best || found.distance < best.distance;
      const isSame = best && found.distance === best.distance && place === state.selected;
      if (isNearer || isSame) best = { ...found, place };
    });
    return best;
  };

  /** @param {Found} found */
  const iterationText = ({ place, t }) => {
    const { columns } = playground.trajectories[place];
    const name = runNames(state.runs, catalogue)[place];
    return `${name}, t = ${t}   w ${pair(columns.w1[t], columns.w2[t])}   E ${short(columns.E[t])}`;
  };

  /** @param {PlotMapping} map
      @param {[number, number]} pixel */
  const placeText = ({ valueX, valueY }, [x, y]) => {
    const [w1, w2] = [valueX(x), valueY(y)];
    playground.kernel?.evaluate(w1, w2, gradient);
    const [E, g1, g2] = gradient;
    return `w ${pair(w1, w2)}   E ${short(E)}   ∇E ${pair(g1, g2)}`;
  };

  const leave = () => {
    if (!pointer) return;
    pointer = null;
    if (isMarking) playground.mark(null);
    isMarking = false;
    playground.redraw();
  };

  stage.addEventListener("pointermove", (event) => {
    const target = /** @type {Element} */ (event.target);
    if (event.pointerType !== "mouse" || event.buttons || target.closest("button")) return leave();
    pointer = pointerPixel(event, stage);
    const found = nearest(playground.plot.mapping(), pointer);
    if (found || isMarking) playground.mark(found ? found.t : null);
    isMarking = Boolean(found);
    playground.redraw();
  });
  stage.addEventListener("pointerdown", leave);
  stage.addEventListener("pointerleave", leave);
  onEscape(leave);

  /** Show the numbers as they are now: a run that has changed under a resting pointer has others. */
  const draw = () => {
    const isHidden = !pointer || !playground.kernel;
    if (note.hidden !== isHidden) note.hidden = isHidden;
    if (!pointer || isHidden) return;
    const map = playground.plot.mapping();
    const found = nearest(map, pointer);
    setText(note, found ? iterationText(found) : placeText(map, pointer));
  };

  return { draw };
};
