/* Trajectories: everything above the contours, for all runs: paths, ends, names, step arrows, notes. */
import { byId } from "../view/dom.js";
import { clear, clip, createCanvas } from "../view/canvas.js";
import { drawHaloText } from "../view/halo_text.js";
import { createCoverage } from "./coverage.js";
import { createEndLabels } from "./end_labels.js";
import { exitPoint, isInside } from "./exit_point.js";
import { drawEnd, drawRun } from "./run_drawing.js";
import { createRunPath, dotInterval } from "./run_path.js";
import { createStepArrows } from "./step_arrows.js";
import { createSurfaceNotes, drawOptimum } from "./surface_notes.js";

/** @typedef {import("./end_labels.js").Rectangle} Rectangle */
/** @typedef {import("./run_drawing.js").DrawnRun} DrawnRun */

const narrowest = 300;
const handleRadius = 14;
const samples = 80;

/** Whether a run goes off for good: it diverged, or its error has grown a thousandfold.
    @param {PlaygroundTrajectory} trajectory */
const isLost = ({ columns: { E }, rows, stopped }) =>
  Boolean(stopped?.startsWith("diverged")) || !(Math.abs(E[rows - 1]) < 1e3 * (Math.abs(E[0]) + 1));

/** @param {PlotMapping} map */
const keyOf = ({ left, top, width, height, x, y }) =>
  [left, top, width, height, x(0), x(1), y(0), y(1)].join();

/** @param {Playground} figure
    @returns {FigureView & {avoid(): Point[]}} */
export const createTrajectoriesView = (figure) => {
  const canvas = createCanvas(byId("surface-canvas"));
  const { context } = canvas;
  const notes = createSurfaceNotes(figure);
  const arrows = createStepArrows(figure);
  const labels = createEndLabels();
  const coverage = createCoverage();
  /** @type {ReturnType<typeof createRunPath>[]} */
  const paths = [];
  /** @type {Map<string, number>} */
  const widths = new Map();
  /** What the coverage was made of. @type {unknown[]} */
  let covered = [];
  /** @type {Rectangle[]} */
  let placed = [];
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
      @returns {DrawnRun[]} */
  const drawnRuns = (map) => {
    const { state, trajectories, time, theme } = figure;
    const key = keyOf(map);
    const interval = dotInterval(state.steps);
    const runs = trajectories.map((trajectory, place) => {
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
    });
    return runs
      .filter(({ place }) => !state.runs[place].hidden)
      .sort((a, b) => Number(a.isSelected) - Number(b.isSelected));
  };

  /** @param {DrawnRun} run */
  const nameOf = ({ place, exit, head }) => {
    const trajectory = figure.trajectories[place];
    const { name } = figure.catalogue.optimizers[trajectory.optimizer];
    if (exit) return `${name} ${isLost(trajectory) ? "diverges" : "leaves"}`;
    return trajectory.stopped && head.rows === trajectory.rows - 1 ? `${name} stops` : name;
  };

  /** @param {string} text */
  const widthOf = (text) => {
    const key = context.font + text;
    const known = widths.get(key) ?? context.measureText(text).width;
    widths.set(key, known);
    return known;
  };

  /** Count again what paths cover, where any of them has changed.
      @param {PlotMapping} map
      @param {DrawnRun[]} runs */
  const cover = (map, runs) => {
    const shown = runs.map(({ place }) => figure.trajectories[place]);
    const made = [keyOf(map), ...shown];
    if (made.length === covered.length && made.every((part, k) => part === covered[k])) return;
    covered = made;
    coverage.clear(map);
    for (const trajectory of shown) coverage.addPath(map, trajectory);
    coverage.close();
  };

  /** Write the names at the ends.
      @param {PlotMapping} map
      @param {DrawnRun[]} runs
      @param {Rectangle[]} taken */
  const drawNames = (map, runs, taken) => {
    const { theme, state } = figure;
    cover(map, runs);
    context.font = `650 ${0.95 * theme.unit}px ${theme.words}`;
    const height = 1.2 * theme.unit;
    const ordered = runs
      .filter(({ exit, head }) => exit || isInside(map, head.x, head.y))
      .sort((a, b) => a.place - b.place);
    const texts = ordered.map(nameOf);
    const ends = ordered.map(({ place, head: { x, y } }, k) => {
      return { key: `${place}`, x, y, width: widthOf(texts[k]), height };
    });
    const [x, y] = [map.x(state.start[0]), map.y(state.start[1])];
    const handle = {
      x: x - handleRadius,
      y: y - handleRadius,
      width: 2 * handleRadius,
      height: 2 * handleRadius,
    };
    const boxes = [...buttons, handle, ...taken];
    const found = labels.place(ends, { area: map, boxes, below: coverage.below });
    context.textAlign = "left";
    context.textBaseline = "middle";
    placed = [];
    for (const [k, box] of found.entries()) {
      if (!box) continue;
      const fill = theme.runs[ordered[k].place].colour;
      drawHaloText(context, texts[k], box.x, box.y + height / 2, { fill, halo: theme.halo });
      placed.push(box);
    }
  };

  const draw = () => {
    const { theme, plot, answer } = figure;
    const map = plot.mapping();
    clear(context);
    clip(context, map, 0, () => {
      drawOptimum(context, map, answer.optimum, theme);
      const runs = drawnRuns(map);
      for (const run of runs) drawRun(context, run, theme, map.width);
      for (const run of runs) {
        if (run.exit || isInside(map, run.head.x, run.head.y)) drawEnd(context, run, theme, map.width);
      }
      const taken = notes.draw(context, map);
      placed = [];
      if (map.width > narrowest) drawNames(map, runs, taken);
      arrows.draw(context, map, [...taken, ...placed]);
    });
  };

  /** Points that the labels of the contours keep away from: the visible runs, and their names. */
  const avoid = () => {
    const { state, plot, trajectories } = figure;
    const map = plot.mapping();
    /** @type {Point[]} */
    const points = [];
    trajectories.forEach(({ columns: { w1, w2 }, rows }, place) => {
      if (state.runs[place].hidden) return;
      for (let t = 0; t < rows; t += Math.max(1, Math.floor(rows / samples))) {
        points.push([map.x(w1[t]), map.y(w2[t])]);
      }
    });
    for (const { x, y, width, height } of placed) {
      for (const share of [0, 0.5, 1]) points.push([x + share * width, y + height / 2]);
    }
    return points;
  };

  const fit = () => {
    canvas.fit();
    measureButtons();
  };
  measureButtons();

  return { draw, fit, avoid };
};
