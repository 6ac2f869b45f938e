/* What a pointer on the tour's surface is at: the path of a run, or the axis of a weight. */
import { distance, reach } from "./chart_hits.js";
import { lastRow } from "./kept_runs.js";

/** Where the axes have their numbers, in pixels from the edge. */
const axis = { left: 30, bottom: 24 };

/** How far a point is from what is seen of a run.
    @param {TourScene} scene
    @param {PlotMapping} map
    @param {Point} at
    @param {number} place */
const distanceTo = (scene, map, at, place) => {
  const { columns, rows } = scene.trajectories[place];
  const end = Math.floor(Math.min(lastRow(scene, place), scene.grown));
  const { last } = scene.stop;
  /** @param {number} t
      @returns {Point} */
  const pixel = (t) => [map.x(columns.w1[t]), map.y(columns.w2[t])];
  let least = Number.POSITIVE_INFINITY;
  for (let t = last ? Math.max(0, rows - 1 - last) : 0; t < end; t++)
    least = Math.min(least, distance(at, pixel(t), pixel(t + 1)));
  return least;
};

/** Names as data-link has them; none where there is nothing, or a click guesses.
    @param {TourScene} scene
    @param {PlotMapping} map
    @param {Point} at
    @returns {string[]} */
export const surfaceNamesAt = (scene, map, at) => {
  if (!scene.isRevealed) return [];
  if (at[1] > map.height - axis.bottom) return ["w1"];
  if (at[0] < axis.left) return ["w2"];
  const nearest = scene.state.runs
    .flatMap(({ hidden }, place) => (hidden ? [] : [{ place, away: distanceTo(scene, map, at, place) }]))
    .sort((a, b) => a.away - b.away)[0];
  return nearest && nearest.away <= reach ? [`run-${nearest.place}`] : [];
};
