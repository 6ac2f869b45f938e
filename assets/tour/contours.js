/* Contours of a scene, drawn from the kernel: among the levels and in the region of the server's answer where that shows
   what is seen; else ones of what is seen, among the same levels or these stretched by a power of two, coarser ones while
   a parameter of E, the camera or the view moves. */
import { liveTrace } from "../surface/live_contours.js";

/** How much finer than its own a view may be drawn from the points of a grid. */
const coarsest = 1.35;
/** Of the ground at which the highest level is meant to lie. */
const nearlyHighest = 0.94;
const grid = [14, 10];
/** Points along the longer side. */
const points = { atRest: 230, moving: 72 };

/** Whether contours fill what is seen, finely enough.
    @param {View} region
    @param {View} seen */
export const covers = ([left, right, bottom, top], [l, r, b, t]) => {
  const rounding = 1e-6 * (right - left);
  const isInside =
    l >= left - rounding && r <= right + rounding && b >= bottom - rounding && t <= top + rounding;
  return isInside && Math.min((right - left) / (r - l), (top - bottom) / (t - b)) <= coarsest;
};

/** Levels for a part of the plane: the given ones, their steps doubled or halved until they fit its ground.
    @param {number[]} levels
    @param {View} seen
    @param {ErrorFunctionKernel["error"]} error */
export const fittedLevels = (levels, [left, right, bottom, top], error) => {
  const values = [];
  for (let row = 0; row < grid[1]; row++) {
    for (let column = 0; column < grid[0]; column++) {
      const [across, up] = [column / (grid[0] - 1), row / (grid[1] - 1)];
      const value = error(left + across * (right - left), bottom + up * (top - bottom));
      if (Number.isFinite(value)) values.push(value);
    }
  }
  // Round levels stay round.
  const step = levels[levels.length - 2] - levels[levels.length - 3];
  const first = Math.abs(levels[0]) < step ? 0 : levels[0];
  const height = values.sort((a, b) => a - b)[Math.floor(nearlyHighest * values.length)] - first;
  const share = height / (levels[levels.length - 2] - first);
  if (!(share > 0 && share < Number.POSITIVE_INFINITY)) return levels;
  const factor = 2 ** Math.round(Math.log2(share));
  return factor === 1 ? levels : levels.map((level) => first + (level - first) * factor);
};

/** @param {Parameter[]} parameters */
const valuesOf = (parameters) => parameters.map(({ name, value }) => `${name}:${value}`).join();

/** Contours that are kept until they change.
    @returns {(scene: TourScene, seen: View, hasTime?: boolean) => {trace: ContourTrace, isAnswered: boolean,
      isFine: boolean}} `hasTime` makes what is seen again, finely, where it was coarse */
export const createContours = () => {
  /** By what the server sent.
      @type {WeakMap<ContourTrace, ContourTrace>} */
  const resting = new WeakMap();
  let key = "";
  /** @type {ContourTrace | null} */
  let made = null;
  /** @type {ContourTrace | null} */
  let from = null;
  let isFine = false;
  return ({ surface: { trace }, kernel, state, stop }, seen, hasTime = false) => {
    const values = valuesOf(state.parameters);
    if (trace.levels.length < 3) return { trace, isAnswered: true, isFine: true };
    if (values === valuesOf(stop.state.parameters) && covers(trace.region, seen)) {
      const found = resting.get(trace) ?? liveTrace(trace, kernel, points.atRest);
      resting.set(trace, found);
      return { trace: found, isAnswered: true, isFine: true };
    }
    const now = `${values} ${seen.join()}`;
    const isSame = made && from === trace && now === key;
    if (made && isSame && (isFine || !hasTime)) return { trace: made, isAnswered: false, isFine };
    [key, from, isFine] = [now, trace, Boolean(isSame)];
    const levels = fittedLevels(trace.levels, seen, kernel.error);
    made = liveTrace({ ...trace, region: seen, levels }, kernel, isFine ? points.atRest : points.moving);
    return { trace: made, isAnswered: false, isFine };
  };
};
