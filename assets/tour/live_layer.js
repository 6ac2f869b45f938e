/* Live layer of the tour's surface: marks, runs, the inspected point, the guess, and their labels where these hide
   least. */
import { createSurfaceLabels } from "../playground/surface_labels.js";
import { clear, clip } from "../view/canvas.js";
import { drawCross, drawDottedLine, drawRing } from "./arrow_drawing.js";
import { isGuessed, lastRow } from "./kept_runs.js";
import { emphasis } from "./emphasis.js";
import { arrowLines, drawArrows, drawMarksBelow, markNames } from "./marks.js";
import { createRuns, linksOf } from "./runs.js";

/** @typedef {import("./runs.js").SurfaceLabel} SurfaceLabel */
/** @typedef {import("./runs.js").TourTheme} TourTheme */
/** @typedef {import("../playground/end_labels.js").Rectangle} Rectangle */

const narrowest = 260;
const room = { left: 34, bottom: 26 };
/** Paths are thin here: a label across one is worse than one farther away. */
const overPath = 8;
const start = { radius: 6.5, width: 2.8, clear: 11 };
/** Around the marks of a minimum; the ones beside it must not be taken for a dash. */
const minimumClear = 19;
const beside = 7;
/** Of a contour's label, half of what it takes. */
const number = { perSign: 3.5, room: 8 };
const inspected = { radius: 7, width: 2.4 };

/** @param {PlotMapping} map */
const keyOf = ({ width, height, x, y }) => [width, height, x(0), x(1), y(0), y(1)].join();

/** @param {number} x
    @param {number} y
    @param {number} radius
    @returns {Rectangle} */
const around = (x, y, radius) => ({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius });

/** What the label of a contour line covers; it is turned.
    @param {PlotMapping} map
    @param {import("../surface/labels.js").ContourLabel} label
    @returns {Rectangle} */
const coveredBy = (map, { text, w1, w2, turn }) => {
  const [cos, sin] = [Math.abs(Math.cos(turn)), Math.abs(Math.sin(turn))];
  const [along, across] = [number.perSign * text.length + number.room, number.room];
  const [x, y] = [along * cos + across * sin, along * sin + across * cos];
  return { x: map.x(w1) - x, y: map.y(w2) - y, width: 2 * x, height: 2 * y };
};

/** Lines as runs, for what labels must not cover.
    @param {Point} from
    @param {Point} to
    @returns {Trajectory} */
const asRun = ([a, b], [c, d]) => ({ columns: { w1: [a, c], w2: [b, d] }, rows: 2, stopped: null });

/** The runs of which an iteration is inspected: those that are seen and not there for comparison.
    @param {TourScene} scene */
const inspectedRuns = ({ trajectories, state, stop }) =>
  [...trajectories.keys()].filter((place) => !state.runs[place].hidden && !stop.faint.includes(place));

/** @param {import("../view/canvas.js").Sheet} sheet
    @param {TourCatalogue} catalogue */
export const createLiveLayer = ({ context }, catalogue) => {
  const runs = createRuns();
  const labels = createSurfaceLabels(overPath);
  let stop = "";

  /** The point that is inspected, in the colour of what may be moved.
      @param {TourScene} scene
      @param {PlotMapping} map
      @param {TourTheme} theme
      @returns {SurfaceLabel[]} */
  const drawInspected = (scene, map, theme) => {
    const { t, trajectories } = scene;
    if (t === null) return [];
    return inspectedRuns(scene).flatMap((place, k) => {
      const { columns, rows } = trajectories[place];
      if (t >= rows) return [];
      const at = { x: map.x(columns.w1[t]), y: map.y(columns.w2[t]) };
      drawRing(context, at, { colour: theme.movable, halo: theme.halo, ...inspected });
      if (k) return [];
      const font = `600 ${theme.unit}px ${theme.words}`;
      return [{ key: "t", ...at, text: `𝑡 = ${t}`, font, height: 1.3 * theme.unit, fill: theme.movable }];
    });
  };

  /** The guess, and a line from it to where the step ended.
      @param {TourScene} scene
      @param {PlotMapping} map
      @param {TourTheme} theme
      @returns {SurfaceLabel[]} */
  const drawGuess = ({ guess, isRevealed, stop: { control }, trajectories }, map, theme) => {
    if (!guess) return [];
    const at = { x: map.x(guess[0]), y: map.y(guess[1]) };
    const { columns, rows } = trajectories[control?.runs[0] ?? 0];
    if (isRevealed) {
      const end = { x: map.x(columns.w1[rows - 1]), y: map.y(columns.w2[rows - 1]) };
      drawDottedLine(context, at, end, theme.movable);
    }
    drawCross(context, at, { colour: theme.movable, halo: theme.halo });
    const font = `600 ${theme.unit}px ${theme.words}`;
    return [{ key: "guess", ...at, text: "your guess", font, height: 1.3 * theme.unit, fill: theme.movable }];
  };

  /** A ring at the start, unless it is the control, which lies above; and around the point whose next step is guessed.
      @param {TourScene} scene
      @param {PlotMapping} map
      @param {TourTheme} theme */
  const drawRings = (scene, map, theme) => {
    const { stop: shown, state, trajectories } = scene;
    const style = { colour: theme.ink, halo: theme.halo, fill: theme.panel, ...start };
    const [x, y] = [map.x(state.start[0]), map.y(state.start[1])];
    if (shown.control?.kind !== "start") drawRing(context, { x, y }, style);
    const place = shown.control?.runs[0] ?? 0;
    if (shown.control?.kind !== "guess" || !isGuessed(scene, place)) return;
    const row = lastRow(scene, place);
    const { w1, w2 } = trajectories[place].columns;
    if (row > 0) drawRing(context, { x: map.x(w1[row]), y: map.y(w2[row]) }, { ...style, fill: undefined });
  };

  /** @param {PlotMapping} map
      @param {TourScene} scene
      @param {TourTheme} theme
      @param {Map<number, number>} kept
      @param {import("../surface/labels.js").ContourLabel[]} numbers of the contours */
  const draw = (map, scene, theme, kept, numbers) => {
    clear(context);
    clip(context, map, 0, () => {
      const lines = arrowLines(scene, map, theme);
      const places = scene.trajectories.map((_, place) => linksOf(place));
      const look = emphasis(scene.linked, [...places, ...markNames(scene, lines)]);
      const key = keyOf(map);
      const words = drawMarksBelow(context, scene, map, theme, look);
      const drawn = runs.draw(context, scene, theme, { map, key, kept, look });
      words.unshift(...drawArrows(context, lines, map, theme, look));
      words.unshift(...drawInspected(scene, map, theme));
      drawRings(scene, map, theme);
      words.unshift(...drawGuess(scene, map, theme));
      if (map.width <= narrowest) return;
      if (stop !== scene.stop.key) labels.forget();
      stop = scene.stop.key;
      const covered = drawn.map(({ place }) => runs.shownOf(scene, place));
      labels.cover(map, key, [...covered, ...lines.map(({ from, to }) => asRun(from, to))]);
      const { minimum, state } = scene;
      const boxes = numbers.map((label) => coveredBy(map, label));
      boxes.push(around(map.x(state.start[0]), map.y(state.start[1]), start.clear));
      if (minimum) {
        const { x, y, width, height } = around(map.x(minimum[0]), map.y(minimum[1]), minimumClear);
        boxes.push({ x: x - beside, y, width: width + 2 * beside, height });
      }
      boxes.push({ x: 0, y: 0, width: room.left, height: map.height });
      boxes.push({ x: 0, y: map.height - room.bottom, width: map.width, height: room.bottom });
      const wanted = [...runs.namesOf(drawn, scene, catalogue, theme), ...words];
      labels.write(context, map, wanted.filter(isIn(map)), boxes, theme.halo);
    });
  };

  return { draw };
};

/** @param {PlotMapping} map
    @returns {(label: SurfaceLabel) => boolean} */
const isIn =
  ({ width, height }) =>
  ({ x, y }) =>
    x > 0 && y > 0 && x < width && y < height;
