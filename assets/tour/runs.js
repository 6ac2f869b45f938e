/* Runs on the tour's surface: a thin path with a dot for every step, and at its end the shape of the run's place, or an
   arrowhead where it leaves the frame. */
import { exitPoint, isInside, isLost } from "../playground/exit_point.js";
import { drawEnd } from "../playground/run_drawing.js";
import { runNames } from "../playground/run_names.js";
import { createRunPath } from "../playground/run_path.js";
import { lastRow } from "./kept_runs.js";

/** @typedef {import("./look.js").TourTheme} TourTheme */
/** @typedef {import("./emphasis.js").Emphasis} Emphasis */
/** @typedef {import("../playground/surface_labels.js").SurfaceLabel} SurfaceLabel */
/** @typedef {import("../playground/run_drawing.js").DrawnRun & {isFaint: boolean, alpha: number, extra: number}} TourRun */

const width = { plain: 2.1, faint: 1.5, casing: 3.2, beyond: 1.1 };
const dot = { plain: 3.1, faint: 2, edge: 1.1 };
const faint = 0.5;
const beyondAlpha = 0.3;
const rowsOfPiece = 12;

/** The last steps of a run as a run.
    @param {Trajectory} trajectory
    @param {number} count */
const tail = ({ columns: { w1, w2, E }, rows, stopped }, count) => {
  const from = Math.max(0, rows - 1 - count);
  return {
    columns: { w1: w1.slice(from, rows), w2: w2.slice(from, rows), E: E.slice(from, rows) },
    rows: rows - from,
    stopped,
  };
};

/** Names of a run in data-link.
    @param {number} place */
export const linksOf = (place) => [`run-${place}`];

/** @param {CanvasRenderingContext2D} context
    @param {TourRun} run
    @param {TourTheme} theme
    @param {number} scale */
const drawPath = (context, run, theme, scale) => {
  const { path, head, isCut, exit, isFaint, place, extra } = run;
  const end = isCut ? head : null;
  const { colour } = theme.runs[place];
  const wide = (isFaint ? width.faint : width.plain) * scale + extra;
  if (exit) {
    context.strokeStyle = colour;
    context.lineWidth = width.beyond;
    const { globalAlpha } = context;
    context.globalAlpha = beyondAlpha * globalAlpha;
    context.stroke(path.beyond(head));
    context.globalAlpha = globalAlpha;
  }
  for (const [style, lineWidth] of /** @type {[string, number][]} */ ([
    [theme.halo, wide + width.casing],
    [colour, wide],
  ])) {
    context.strokeStyle = style;
    context.lineWidth = lineWidth;
    path.upTo(end, (piece) => context.stroke(piece));
  }
  // Two fills take less time than the stroke of so many circles.
  const radius = (isFaint ? dot.faint : dot.plain) * scale;
  context.fillStyle = theme.halo;
  context.fill(path.dots(1, head.rows, radius + dot.edge / 2));
  context.fillStyle = colour;
  context.fill(path.dots(1, head.rows, radius - dot.edge / 2));
};

export const createRuns = () => {
  /** @type {ReturnType<typeof createRunPath>[]} */
  const paths = [];
  /** @type {WeakMap<Trajectory, Trajectory>} */
  const tails = new WeakMap();

  /** @param {TourScene} scene
      @param {number} place */
  const shownOf = ({ stop, trajectories }, place) => {
    const trajectory = trajectories[place];
    if (!stop.last) return trajectory;
    const known = tails.get(trajectory) ?? tail(trajectory, stop.last);
    tails.set(trajectory, known);
    return known;
  };

  /** What is seen of a run.
      @param {TourScene} scene
      @param {number} place
      @param {{map: PlotMapping, key: string, kept: Map<number, number>, look: Emphasis}} options
      @returns {TourRun} */
  const runOf = (scene, place, { map, key, kept, look }) => {
    const { stop, grown } = scene;
    const trajectory = shownOf(scene, place);
    paths[place] ??= createRunPath();
    const path = paths[place];
    const isFaint = stop.faint.includes(place);
    // The ends of pieces that are pale would be seen.
    path.follow(trajectory, map, key, isFaint ? 1 : Math.ceil(trajectory.rows / rowsOfPiece));
    const last = stop.last ? trajectory.rows - 1 : lastRow(scene, place);
    const t = Math.min(last, Math.max(grown, kept.get(place) ?? 0));
    const end = path.at(t);
    const exit = isInside(map, end.x, end.y) ? null : exitPoint(map, trajectory, Math.ceil(t));
    const head = exit ? { rows: exit.row, x: exit.x, y: exit.y } : end;
    const { alpha, extra } = look(linksOf(place));
    const isCut = Boolean(exit) || t < trajectory.rows - 1;
    return {
      ...{ place, path, head, exit, isCut, isFaint, extra, isSelected: !isFaint, interval: 1 },
      alpha: isFaint ? faint * alpha : alpha,
    };
  };

  /** Draw all runs, pale ones first.
      @param {CanvasRenderingContext2D} context
      @param {TourScene} scene
      @param {TourTheme} theme
      @param {{map: PlotMapping, key: string, kept: Map<number, number>, look: Emphasis}} options
      @returns {TourRun[]} */
  const draw = (context, scene, theme, options) => {
    const { map } = options;
    const runs = scene.trajectories
      .flatMap((_, place) => (scene.state.runs[place].hidden ? [] : [runOf(scene, place, options)]))
      .sort((a, b) => Number(b.isFaint) - Number(a.isFaint));
    for (const run of runs) {
      context.globalAlpha = run.alpha;
      drawPath(context, run, theme, theme.unit / 14);
    }
    for (const run of runs) {
      if (!run.exit && !(run.head.rows && isInside(map, run.head.x, run.head.y))) continue;
      context.globalAlpha = run.alpha;
      drawEnd(context, run, theme, map.width);
    }
    context.globalAlpha = 1;
    return runs;
  };

  /** The names of runs, for their ends.
      @param {TourRun[]} runs
      @param {TourScene} scene
      @param {TourCatalogue} catalogue
      @param {TourTheme} theme
      @returns {SurfaceLabel[]} */
  const namesOf = (runs, scene, catalogue, theme) => {
    // An arrow with words tells whose step it is.
    const named = new Set(
      scene.stop.marks.flatMap((mark) =>
        mark.type === "arrow" && mark.kind === "update" && mark.label && scene.state.steps === 1
          ? [mark.run]
          : [],
      ),
    );
    const names = runNames(scene.state.runs, catalogue);
    const font = `600 ${theme.unit}px ${theme.words}`;
    return runs
      .filter(({ place, head, exit }) => (head.rows > 0 || exit) && !named.has(place))
      .sort((a, b) => a.place - b.place)
      .map(({ place, exit, head }) => ({
        key: `run ${place}`,
        x: head.x,
        y: head.y,
        text: exit
          ? `${names[place]} ${isLost(scene.trajectories[place]) ? "diverges" : "leaves"}`
          : names[place],
        font,
        height: 1.3 * theme.unit,
        fill: theme.runs[place].colour,
      }));
  };

  return { draw, namesOf, shownOf };
};
