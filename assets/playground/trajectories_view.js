/* Trajectories: what is drawn above the contours, for all runs: paths, ends, names, step arrows, notes. */
import { byId } from "../view/dom.js";
import { clear, clip, createCanvas } from "../view/canvas.js";
import { exitPoint, isInside, isLost } from "./exit_point.js";
import { drawEnd, drawRun } from "./run_drawing.js";
import { runNames } from "./run_names.js";
import { createRunPath, dotInterval } from "./run_path.js";
import { drawStepArrows } from "./step_arrows.js";
import { createSurfaceLabels } from "./surface_labels.js";
import { drawNotes } from "./surface_notes.js";

/** @typedef {import("./end_labels.js").Rectangle} Rectangle */
/** @typedef {import("./run_drawing.js").DrawnRun} DrawnRun */
/** @typedef {import("./surface_labels.js").SurfaceLabel} SurfaceLabel */

const narrowest = 300;
const handleRadius = 14;
/** Room for the numbers of the axes. */
const axis = { left: 32, bottom: 24 };

/** @param {PlotMapping} map */
const keyOf = ({ left, top, width, height, x, y }) =>
  [left, top, width, height, x(0), x(1), y(0), y(1)].join();

/** @param {number} x
    @param {number} y
    @param {number} radius
    @returns {Rectangle} */
const around = (x, y, radius) => ({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius });

/** Where the numbers of the axes stand.
    @param {Box} frame
    @returns {Rectangle[]} */
const axesOf = ({ left: x, top: y, width, height }) => [
  { x, y, width: axis.left, height },
  { x, y: y + height - axis.bottom, width, height: axis.bottom },
];

/** @param {Playground} figure
    @param {import("../view/canvas.js").Sheet} [sheet] the one of the page without
    @returns {FigureView} */
export const createTrajectoriesView = (figure, sheet = createCanvas(byId("surface-canvas"))) => {
  const { context } = sheet;
  const labels = createSurfaceLabels();
  /** @type {ReturnType<typeof createRunPath>[]} */
  const paths = [];
  /** @type {Rectangle[]} */
  let buttons = [];

  const measureButtons = () => {
    const element = /** @type {HTMLElement | null} */ (figure.root.querySelector(".surface .zoom"));
    if (!element) return;
    const { offsetLeft: x, offsetTop: y, offsetWidth: width, offsetHeight: height } = element;
    buttons = [{ x, y, width, height }];
  };

  /** The visible runs in the order of drawing, the selected one last.
      @param {PlotMapping} map
      @param {string} key of the mapping
      @returns {DrawnRun[]} */
  const drawnRuns = (map, key) => {
    const { state, trajectories, time, theme } = figure;
    const interval = dotInterval(state.steps);
    /** @param {number} place */
    const drawn = (place) => {
      const trajectory = trajectories[place];
      paths[place] ??= createRunPath();
      const path = paths[place];
      path.follow(trajectory, map, key, theme.runs[place].bins.length);
      const last = trajectory.rows - 1;
      const t = time.isRace ? Math.min(time.t, last) : last;
      const end = path.at(t);
      const exit = isInside(map, end.x, end.y) ? null : exitPoint(map, trajectory, Math.ceil(t));
      const head = exit ? { rows: exit.row, x: exit.x, y: exit.y } : end;
      const isSelected = place === state.selected;
      return { place, isSelected, path, head, isCut: Boolean(exit) || t < last, exit, interval };
    };
    const visible = [...trajectories.keys()].filter((place) => !state.runs[place].hidden);
    return visible.map(drawn).sort((a, b) => Number(a.isSelected) - Number(b.isSelected));
  };

  /** A run's name, and how it ends unless it stays in sight.
      @param {DrawnRun} run
      @param {string} name */
  const ending = ({ place, exit, head }, name) => {
    const trajectory = figure.trajectories[place];
    if (exit) return `${name} ${isLost(trajectory) ? "diverges" : "leaves"}`;
    return trajectory.stopped && head.rows === trajectory.rows - 1 ? `${name} stops` : name;
  };

  /** The names of runs, at their ends.
      @param {PlotMapping} map
      @param {DrawnRun[]} runs
      @returns {SurfaceLabel[]} */
  const namesOf = (map, runs) => {
    const { runs: colours, unit, words } = figure.theme;
    const names = runNames(figure.state.runs, figure.catalogue);
    const font = `650 ${0.95 * unit}px ${words}`;
    return runs
      .filter(({ exit, head }) => exit || isInside(map, head.x, head.y))
      .sort((a, b) => a.place - b.place)
      .map((run) => {
        const { place, head } = run;
        const fill = colours[place].colour;
        const text = ending(run, names[place]);
        return { key: `${place}`, x: head.x, y: head.y, text, font, height: 1.2 * unit, fill };
      });
  };

  const draw = () => {
    const { theme, plot, state } = figure;
    const map = plot.mapping();
    const key = keyOf(map);
    clear(context);
    clip(context, map, 0, () => {
      const runs = drawnRuns(map, key);
      for (const run of runs) drawRun(context, run, theme, map.width);
      for (const run of runs) {
        if (run.exit || isInside(map, run.head.x, run.head.y)) drawEnd(context, run, theme, map.width);
      }
      const wanted = drawStepArrows(context, map, figure);
      const taken = drawNotes(context, map, figure, buttons);
      if (map.width <= narrowest) return;
      const shown = runs.map(({ place }) => figure.trajectories[place]);
      labels.cover(map, key, shown);
      const handle = around(map.x(state.start[0]), map.y(state.start[1]), handleRadius);
      const boxes = [...buttons, handle, ...axesOf(map), ...taken];
      labels.write(context, map, [...namesOf(map, runs), ...wanted], boxes, theme.halo);
    });
  };

  const fit = () => {
    sheet.fit();
    measureButtons();
  };
  measureButtons();

  return { draw, fit };
};
