/* Notes on the surface: what to look at in the first scene. */
import { drawHaloText } from "../view/halo_text.js";

const narrowest = 400;
const lineHeight = 1.22;

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

/** Draw the notes, where they hold and have room.
    @param {CanvasRenderingContext2D} context
    @param {PlotMapping} map
    @param {Playground} figure
    @returns {Rectangle[]} their places */
export const drawNotes = (context, map, figure) => {
  const { state, theme, trajectories, time, isFirstScene, isPicture } = figure;
  if (map.width < narrowest || time.isRace || !isFirstScene) return [];
  context.font = `${0.93 * theme.unit}px ${theme.words}`;
  context.textBaseline = "middle";
  const places = notes
    .filter(({ place }) => !state.runs[place].hidden)
    .map(({ place, t, lines, dx, dy, align }) => {
      const { w1, w2 } = trajectories[place].columns;
      const [x, y] = [map.x(w1[t]) + dx, map.y(w2[t]) + dy];
      return write(context, theme, { lines, x, y, align, fill: theme.runs[place].colour });
    });
  const [x, y] = [map.x(state.start[0]) + 15, map.y(state.start[1]) - 8];
  const lines = [isPicture ? "start" : "start: drag it"];
  places.push(write(context, theme, { lines, x, y, align: "left", fill: theme.ink }));
  return places;
};
