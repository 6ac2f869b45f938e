/* Marks of a stop on the surface: arrows of gradients and steps, the way to the minimum with its angle, the square of
   possible steps, words at a point. */
import { drawArrow } from "./arrow_drawing.js";
import { isGuessed } from "./kept_runs.js";
import { withSymbols } from "./symbols.js";
import { drawSquare, drawWay, rowOf } from "./way_and_square.js";

/** @typedef {import("./runs.js").TourTheme} TourTheme */
/** @typedef {import("./runs.js").SurfaceLabel} SurfaceLabel */
/** @typedef {import("./arrow_drawing.js").Pixel} Pixel */
/** A line of the plane, and how it is drawn.
    @typedef {{from: Point, to: Point, names: string[], colour: string, width: number, isDashed?: boolean,
      label: string, at: number, key: string}} Line `at` is the share of it where its label belongs */

const arrowWidth = { strong: 2.9, plain: 2.2 };
/** Of the stage's shorter side: what the arrow of a very steep gradient comes near to. */
const longest = 0.6;

const point = new Float64Array(3);

/** Gradients are drawn in pixels that grow with them but keep in the stage; both components by the same factor. What is
    steep is judged by the levels of the stop's surface, so that it stays while the control moves.
    @param {TourScene} scene
    @param {PlotMapping} map
    @param {Point} gradient
    @returns {number} units of w for a unit of the gradient */
const gradientScale = ({ surface: { trace, view } }, map, gradient) => {
  const size = Math.hypot(...gradient);
  const { levels } = trace;
  const usual = (levels[levels.length - 1] - levels[0]) / (view[1] - view[0]) || 1;
  const pixels = longest * Math.min(map.width, map.height);
  return pixels / (size + usual) / (map.x(1) - map.x(0));
};

/** The lines of an arrow mark; none where it has no place.
    @param {TourArrow} mark
    @param {TourScene} scene
    @param {PlotMapping} map
    @param {TourTheme} theme
    @returns {Line[]} */
const linesOf = (mark, scene, map, theme) => {
  const row = rowOf(mark, scene);
  if (row === null) return [];
  const { columns, rows } = scene.trajectories[mark.run];
  /** @type {Point} */
  const from = [columns.w1[row], columns.w2[row]];
  const label = withSymbols(mark.label);
  const run = theme.runs[mark.run].colour;
  if (mark.kind === "update") {
    if (row + 1 >= rows || (isGuessed(scene, mark.run) && row + 2 >= rows)) return [];
    /** @type {Point} */
    const to = [columns.w1[row + 1], columns.w2[row + 1]];
    const names = [`run-${mark.run}`, "v", "v1", "v2"];
    return [
      { from, to, names, colour: run, width: arrowWidth.strong, label, at: 0.55, key: `v ${mark.run}` },
    ];
  }
  scene.kernel.evaluate(from[0], from[1], point);
  /** @type {Point} */
  const gradient = [point[1], point[2]];
  const scale = gradientScale(scene, map, gradient);
  const [x, y] = [from[0] - gradient[0] * scale, from[1] - gradient[1] * scale];
  if (mark.kind === "gradient")
    return [
      {
        ...{ from, to: [x, y], names: ["g"], colour: theme.ink, width: arrowWidth.strong },
        ...{ label: label || "−𝑔", at: 0.62, key: "g" },
      },
    ];
  if (mark.kind === "components")
    return [
      {
        ...{ from, to: [from[0], y], names: ["g2", "w2"], colour: theme.weights[1], isDashed: true },
        ...{ width: arrowWidth.plain, label: "−𝑔₂", at: 0.56, key: "g2" },
      },
      {
        ...{ from: [from[0], y], to: [x, y], names: ["g1", "w1"], colour: theme.weights[0] },
        ...{ width: arrowWidth.plain, label: "−𝑔₁", at: 0.5, key: "g1" },
      },
    ];
  return [];
};

/** All arrows of a scene.
    @param {TourScene} scene
    @param {PlotMapping} map
    @param {TourTheme} theme
    @returns {Line[]} */
export const arrowLines = (scene, map, theme) =>
  scene.stop.marks.flatMap((mark) => (mark.type === "arrow" ? linesOf(mark, scene, map, theme) : []));

/** Names of what the marks of a scene show, as data-link has them.
    @param {TourScene} scene
    @param {Line[]} lines */
export const markNames = ({ stop }, lines) => [
  ...lines.map(({ names }) => names),
  ...stop.marks.flatMap((mark) => {
    if (mark.type === "square") return [["square", "v"]];
    return mark.type === "arrow" && mark.kind === "way" ? [["way"]] : [];
  }),
];

/** Draw what lies below the runs.
    @param {CanvasRenderingContext2D} context
    @param {TourScene} scene
    @param {PlotMapping} map
    @param {TourTheme} theme
    @param {import("./emphasis.js").Emphasis} look
    @returns {SurfaceLabel[]} */
export const drawMarksBelow = (context, scene, map, theme, look) => {
  /** @type {SurfaceLabel[]} */
  const labels = [];
  for (const mark of scene.stop.marks) {
    if (mark.type === "square" && !isGuessed(scene, mark.half.run)) {
      context.globalAlpha = look(["square", "v"]).alpha;
      drawSquare(context, mark, scene, map, theme);
    }
    if (mark.type === "arrow" && mark.kind === "way") {
      context.globalAlpha = look(["way"]).alpha;
      labels.push(...drawWay(context, mark, scene, map, theme));
    }
    if (mark.type === "label") {
      const [x, y] = [map.x(mark.at[0]), map.y(mark.at[1])];
      const text = withSymbols(mark.text);
      const font = `${0.94 * theme.unit}px ${theme.words}`;
      labels.push({ key: `label ${text}`, x, y, text, font, height: 1.25 * theme.unit, fill: theme.ink });
    }
  }
  context.globalAlpha = 1;
  return labels;
};

/** Draw arrows.
    @param {CanvasRenderingContext2D} context
    @param {Line[]} lines
    @param {PlotMapping} map
    @param {TourTheme} theme
    @param {import("./emphasis.js").Emphasis} look
    @returns {SurfaceLabel[]} */
export const drawArrows = (context, lines, map, theme, look) =>
  lines.flatMap(({ from, to, names, colour, width, isDashed, label, at, key }) => {
    const [a, b] = [from, to].map(([w1, w2]) => ({ x: map.x(w1), y: map.y(w2) }));
    const { alpha, extra } = look(names);
    context.globalAlpha = alpha;
    drawArrow(context, a, b, {
      colour,
      halo: theme.halo,
      width: (width * theme.unit) / 14 + extra,
      isDashed,
    });
    context.globalAlpha = 1;
    if (!label || Math.hypot(b.x - a.x, b.y - a.y) < 12) return [];
    const font = `600 ${1.05 * theme.unit}px ${theme.words}`;
    const [x, y] = [a.x + at * (b.x - a.x), a.y + at * (b.y - a.y)];
    return [{ key, x, y, text: label, font, height: 1.3 * theme.unit, fill: colour }];
  });
