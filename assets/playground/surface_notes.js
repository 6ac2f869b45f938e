/* Notes on the surface: what to look at in the first scene, and where the start is when it is out of sight. */
import { drawHaloText } from "../view/halo_text.js";
import { isInside } from "./exit_point.js";
import { drawArrowhead } from "./run_drawing.js";

const narrowest = 400;
const lineHeight = 1.22;
/** Of the arrowhead that points at a start out of sight, from the frame. */
const margin = 16;

/** What the notes of the first scene say, at an iteration of a run by its place. */
const notes = [
  {
    place: 0,
    t: 62,
    lines: ["one rate for both:", "steep w₂ first,", "then w₁ crawls"],
    dx: -14,
    dy: -4,
    align: /** @type {const} */ ("right"),
  },
  {
    place: 1,
    t: 165,
    lines: ["a rate for each weight:", "both move alike"],
    dx: 20,
    dy: -16,
    align: /** @type {const} */ ("left"),
  },
];

/** @typedef {import("./end_labels.js").Rectangle} Rectangle */

/** Write lines, the first one beside (x, y).
    @param {CanvasRenderingContext2D} context
    @param {PlaygroundTheme} theme
    @param {{lines: string[], x: number, y: number, align: "left" | "right", fill: string}} note
    @returns {Rectangle} */
const write = (context, { unit, halo }, { lines, x, y, align, fill }) => {
  const height = lineHeight * unit;
  context.textAlign = align;
  for (const [k, line] of lines.entries()) drawHaloText(context, line, x, y + k * height, { fill, halo });
  const width = Math.max(...lines.map((line) => context.measureText(line).width));
  return { x: align === "left" ? x : x - width, y: y - height / 2, width, height: lines.length * height };
};

/** Point at a start beyond the frame, from the spot of it that is nearest and below no button.
    @param {CanvasRenderingContext2D} context
    @param {PlotMapping} map
    @param {PlaygroundTheme} theme
    @param {Point} start in pixels
    @param {Rectangle[]} buttons from the top down
    @returns {Rectangle} */
const pointAtStart = (context, { left, top, width, height }, theme, [startX, startY], buttons) => {
  const x = Math.max(left + margin, Math.min(left + width - margin, startX));
  let y = Math.max(top + margin, Math.min(top + height - margin, startY));
  for (const button of buttons)
    if (x + margin > button.x && y + margin > button.y && y - margin < button.y + button.height)
      y = button.y + button.height + margin;
  drawArrowhead(context, { x, y, turn: Math.atan2(startY - y, startX - x) }, theme.ink, theme.halo);
  const isLeft = x < left + width / 2;
  const beside = isLeft ? margin : -margin;
  return write(context, theme, {
    ...{ lines: ["start is out of sight"], x: x + beside, y, fill: theme.ink },
    align: isLeft ? "left" : "right",
  });
};

/** Draw the notes, where they hold and have room.
    @param {CanvasRenderingContext2D} context
    @param {PlotMapping} map
    @param {Playground} figure
    @param {Rectangle[]} [buttons] that lie on the surface, from the top down
    @returns {Rectangle[]} their places */
export const drawNotes = (context, map, figure, buttons = []) => {
  const { state, theme, trajectories, time, isFirstScene, isPicture } = figure;
  context.font = `${0.93 * theme.unit}px ${theme.words}`;
  context.textBaseline = "middle";
  /** @type {Point} */
  const start = [map.x(state.start[0]), map.y(state.start[1])];
  if (!isInside(map, ...start)) return [pointAtStart(context, map, theme, start, buttons)];
  if (map.width < narrowest || time.isRace || !isFirstScene) return [];
  const places = notes
    .filter(({ place }) => !state.runs[place].hidden)
    .map(({ place, t, lines, dx, dy, align }) => {
      const { w1, w2 } = trajectories[place].columns;
      const [x, y] = [map.x(w1[t]) + dx, map.y(w2[t]) + dy];
      return write(context, theme, { lines, x, y, align, fill: theme.runs[place].colour });
    });
  const [x, y] = [start[0] + 15, start[1] - 8];
  const lines = [isPicture ? "start" : "start: drag it"];
  places.push(write(context, theme, { lines, x, y, align: "left", fill: theme.ink }));
  return places;
};
