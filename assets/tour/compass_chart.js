/* Chart of the directions of a run's steps, all from one point, among the eight of a compass. */
import { clear } from "../view/canvas.js";
import { drawGlyph } from "../view/glyphs.js";
import { emphasis } from "./emphasis.js";
import { drawHaloText } from "../view/halo_text.js";
import { runNames } from "../playground/run_names.js";
import { distance, namesFor, reach } from "./chart_hits.js";
import { lastRow } from "./kept_runs.js";

const directions = 8;
const filled = 0.72;
/** Pixels from a point to its name. */
const beside = 9;

/** The steps of a run that are seen, as vectors.
    @param {TourScene} scene
    @param {number} place
    @returns {Point[]} */
export const stepsOf = (scene, place) => {
  const { v1, v2 } = scene.trajectories[place].columns;
  const last = Math.min(lastRow(scene, place), Math.floor(scene.grown));
  return Array.from({ length: Math.max(0, last) }, (_, k) => [-v1[k + 1], -v2[k + 1]]);
};

/** The greatest component of all steps of the runs of a chart, at whatever time they are seen.
    @param {TourScene} scene
    @param {number[]} runs */
export const extentOf = ({ trajectories }, runs) =>
  Math.max(
    ...runs.flatMap((place) => {
      const { columns, rows } = trajectories[place];
      return [columns.v1, columns.v2].flatMap((v) => Array.from(v.slice(1, rows), Math.abs));
    }),
    Number.MIN_VALUE,
  );

/** Where everything is, in pixels.
    @param {{width: number, height: number}} size
    @param {TourCompass} chart
    @param {TourScene} scene
    @returns {{middle: Point, radius: number, runs: {place: number, names: string[], steps: Point[]}[]}} */
const layOut = ({ width, height }, chart, scene) => {
  const radius = Math.max(1, Math.min(width, height) / 2 - 8);
  const [x0, y0] = [width / 2, height / 2];
  const scale = (filled * radius * Math.SQRT1_2) / extentOf(scene, chart.runs);
  const runs = chart.runs.map((place) => ({
    place,
    names: [`run-${place}`, "v"],
    steps: stepsOf(scene, place).map(([v1, v2]) => /** @type {Point} */ ([x0 + v1 * scale, y0 - v2 * scale])),
  }));
  return { middle: [x0, y0], radius, runs };
};

/** The names of the steps at a point, the most particular first.
    @param {{width: number, height: number}} size
    @param {TourCompass} chart
    @param {TourScene} scene
    @param {Point} at
    @returns {string[]} */
export const compassNamesAt = (size, chart, scene, at) => {
  const { middle, runs } = layOut(size, chart, scene);
  const found = runs
    .map((run) => ({ run, away: Math.min(...run.steps.map((step) => distance(at, middle, step))) }))
    .sort((a, b) => a.away - b.away)[0];
  return found && found.away <= reach ? namesFor(found.run, runs) : [];
};

/** A name beside a point: on the left of it or the right, from where it goes away from the middle.
    @typedef {{x: number, y: number, isLeft: boolean, width: number}} CompassName */

/** Move names down that would lie on one above them.
    @template {CompassName} Name
    @param {Name[]} names
    @param {number} height of a line
    @returns {Name[]} from top to bottom */
export const setApart = (names, height) => {
  /** @param {CompassName} name */
  const span = ({ x, isLeft, width }) => (isLeft ? [x - width, x] : [x, x + width]);
  /** @type {Name[]} */
  const placed = [];
  for (const name of names.toSorted((a, b) => a.y - b.y)) {
    let { y } = name;
    const [left, right] = span(name);
    for (const above of placed) {
      const [from, to] = span(above);
      if (left < to && from < right && y - above.y < height) y = above.y + height;
    }
    placed.push({ ...name, y });
  }
  return placed;
};

/** @param {import("../view/canvas.js").Sheet} sheet
    @param {TourCompass} chart
    @param {TourScene} scene
    @param {import("./look.js").TourTheme} theme
    @param {TourCatalogue} catalogue */
export const drawCompass = ({ context, size }, chart, scene, theme, catalogue) => {
  clear(context);
  const { middle, radius, runs } = layOut(size(), chart, scene);
  const [x0, y0] = middle;
  context.strokeStyle = theme.grid;
  context.lineWidth = 1.5;
  context.beginPath();
  for (let k = 0; k < directions; k++) {
    const angle = (k * 2 * Math.PI) / directions;
    context.moveTo(x0, y0);
    context.lineTo(x0 + radius * Math.cos(angle), y0 + radius * Math.sin(angle));
  }
  context.stroke();
  const look = emphasis(
    scene.linked,
    runs.map(({ names }) => names),
  );
  const called = runNames(scene.state.runs, catalogue);
  context.font = `600 ${0.9 * theme.unit}px ${theme.words}`;
  /** @type {(CompassName & {text: string, colour: string, alpha: number})[]} */
  const found = [];
  for (const { place, names, steps } of runs) {
    const { colour } = theme.runs[place];
    const { alpha, extra } = look(names);
    context.strokeStyle = colour;
    context.lineWidth = 1.3 + extra;
    context.globalAlpha = 0.5 * alpha;
    context.beginPath();
    for (const [x, y] of steps) {
      context.moveTo(x0, y0);
      context.lineTo(x, y);
    }
    context.stroke();
    context.globalAlpha = alpha;
    for (const [x, y] of steps) drawGlyph(context, place, x, y, 3.4, colour, theme.paper);
    if (runs.length < 2 || !steps.length) continue;
    const [x, y] = steps[steps.length - 1];
    const isLeft = x < x0;
    const { width } = context.measureText(called[place]);
    found.push({ text: called[place], x: x + (isLeft ? -beside : beside), y, isLeft, width, colour, alpha });
  }
  context.textBaseline = "middle";
  for (const { text, x, y, isLeft, colour, alpha } of setApart(found, 1.15 * theme.unit)) {
    context.globalAlpha = alpha;
    context.textAlign = isLeft ? "right" : "left";
    drawHaloText(context, text, x, y, { fill: colour, halo: theme.paper });
  }
  context.globalAlpha = 1;
  context.beginPath();
  context.arc(x0, y0, 2.5, 0, 7);
  context.fillStyle = theme.ink;
  context.fill();
};
