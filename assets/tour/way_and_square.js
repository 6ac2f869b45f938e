/* Two marks below the runs: the way to the minimum with its angle, and the square of possible steps. */
import { drawDottedLine } from "./arrow_drawing.js";
import { measure } from "./measures.js";
import { short } from "../view/numbers.js";
import { withSymbols } from "./symbols.js";

/** @typedef {import("./runs.js").TourTheme} TourTheme */
/** @typedef {import("./runs.js").SurfaceLabel} SurfaceLabel */

const arc = { radius: 46, share: 0.17, least: 0.3 };
const corner = 4.5;

const point = new Float64Array(3);

/** The iteration at which a mark is.
    @param {TourArrow} mark
    @param {TourScene} scene */
export const rowOf = ({ t, run }, scene) => {
  const last = scene.trajectories[run].rows - 1;
  const row = t === "control" ? (scene.t ?? 0) : t < 0 ? scene.state.steps + 1 + t : t;
  return row <= last ? row : null;
};

/** The way from w to the minimum, with the angle between it and −g.
    @param {CanvasRenderingContext2D} context
    @param {TourArrow} mark
    @param {TourScene} scene
    @param {PlotMapping} map
    @param {TourTheme} theme
    @returns {SurfaceLabel[]} */
export const drawWay = (context, mark, scene, map, theme) => {
  const row = rowOf(mark, scene);
  const { minimum, kernel, trajectories } = scene;
  if (row === null || !minimum) return [];
  const { w1, w2 } = trajectories[mark.run].columns;
  const from = { x: map.x(w1[row]), y: map.y(w2[row]) };
  const to = { x: map.x(minimum[0]), y: map.y(minimum[1]) };
  drawDottedLine(context, from, to, theme.ink);
  kernel.evaluate(w1[row], w2[row], point);
  const down = Math.atan2(point[2], -point[1]);
  const way = Math.atan2(to.y - from.y, to.x - from.x);
  const turn = Math.atan2(Math.sin(down - way), Math.cos(down - way));
  context.lineWidth = 1.3;
  context.strokeStyle = theme.ink;
  context.beginPath();
  const radius = Math.min(arc.radius, arc.share * map.height);
  context.arc(from.x, from.y, radius, way, way + turn, turn < 0);
  context.stroke();
  /** @type {SurfaceLabel[]} */
  const labels = [];
  if (Math.abs(turn) > arc.least) {
    const middle = way + turn / 2;
    labels.push({
      ...{ key: "angle", x: from.x + radius * Math.cos(middle), y: from.y + radius * Math.sin(middle) },
      ...{ text: `${short(Number(((Math.abs(turn) * 180) / Math.PI).toPrecision(3)))}°`, fill: theme.ink },
      ...{ font: `600 ${theme.unit}px ${theme.words}`, height: 1.2 * theme.unit },
    });
  }
  if (mark.label)
    labels.push({
      ...{ key: "way", x: from.x + 0.55 * (to.x - from.x), y: from.y + 0.55 * (to.y - from.y) },
      ...{ text: withSymbols(mark.label), font: `${0.94 * theme.unit}px ${theme.words}` },
      ...{ height: 1.3 * theme.unit, fill: theme.ink },
    });
  return labels;
};

/** The square of possible steps.
    @param {CanvasRenderingContext2D} context
    @param {TourSquare} mark
    @param {TourScene} scene
    @param {PlotMapping} map
    @param {TourTheme} theme */
export const drawSquare = (context, mark, scene, map, theme) => {
  const centre = mark.about === "start" ? scene.state.start : scene.minimum;
  const half = measure(mark.half, scene) * (map.x(1) - map.x(0));
  if (!centre || !(half < 1e5)) return;
  const [x, y] = [map.x(centre[0]), map.y(centre[1])];
  context.strokeStyle = theme.ink;
  context.lineWidth = 1.4;
  context.setLineDash([3, 4]);
  context.strokeRect(x - half, y - half, 2 * half, 2 * half);
  context.setLineDash([]);
  context.lineWidth = 1.6;
  context.fillStyle = theme.paper;
  for (const [across, up] of [
    [1, 1],
    [1, -1],
    [-1, -1],
    [-1, 1],
  ]) {
    context.beginPath();
    context.arc(x + across * half, y + up * half, corner, 0, 7);
    context.fill();
    context.stroke();
  }
};
