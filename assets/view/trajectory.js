/* Trajectory on the surface: pieces from dark to bright on a halo, which separates it from the contours,
   over the reference run. */
import { clear, clip } from "./canvas.js";
import { drawDots, drawReference, drawRing, polyline } from "./polyline.js";

/** Draw a trajectory, and rings around some of its rows.
    @param {CanvasRenderingContext2D} context
    @param {PlotMapping} map
    @param {Pick<Trajectory, "columns" | "rows">} trajectory
    @param {{reference: Pick<Trajectory, "columns" | "rows"> | null, ramp: string[], theme: CanvasTheme, rings: number[]}} options */
export const drawTrajectory = (
  context,
  map,
  { columns: { w1, w2 }, rows },
  { reference, ramp, theme, rings },
) => {
  const last = rows - 1;
  const pieces = ramp.map((colour, k) => {
    const from = Math.floor((k * last) / ramp.length);
    const to = Math.floor(((k + 1) * last) / ramp.length);
    return { colour, ends: { first: from, last: to }, path: polyline(map, w1, w2, from, to) };
  });
  clear(context);
  clip(context, map, 0, () => {
    if (reference) {
      const { columns, rows } = reference;
      drawReference(context, polyline(map, columns.w1, columns.w2, 0, rows - 1), theme);
    }
    context.lineWidth = 5;
    context.strokeStyle = theme.halo;
    for (const { path } of pieces) context.stroke(path);
    context.lineWidth = 2.4;
    for (const { colour, ends, path } of pieces) {
      context.strokeStyle = colour;
      context.fillStyle = colour;
      context.stroke(path);
      drawDots(context, map, w1, w2, { ...ends, radius: 2.6 });
    }
    for (const t of rings) if (t <= last) drawRing(context, map.x(w1[t]), map.y(w2[t]), theme.ink);
  });
};
