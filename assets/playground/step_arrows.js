/* Step arrows: what the inspected step of the selected run does, −v, beside the plain step −ηg. */
import { isInside } from "./exit_point.js";
import { stepArrow } from "./step_arrow.js";

/** @typedef {import("./step_arrow.js").StepArrow} StepArrow */

/** @typedef {import("./surface_labels.js").SurfaceLabel} SurfaceLabel */

const headLength = 8;
const smallStage = 300;
const ink = /** @type {const} */ ("ink");
const quiet = /** @type {const} */ ("quiet");

/** How much an arrow is enlarged, in words: two digits are enough.
    @param {number} times */
const enlargement = (times) => ` ×${Number(times.toPrecision(2))}`;

/** @param {CanvasRenderingContext2D} context
    @param {StepArrow} arrow
    @param {string} colour
    @param {string} halo */
const drawArrow = (context, { x0, y0, x1, y1, ux, uy, times, isCut }, colour, halo) => {
  const line = new Path2D();
  line.moveTo(x0, y0);
  line.lineTo(x1 - ux * headLength, y1 - uy * headLength);
  if (isCut) {
    // Two strokes across it: the arrow goes on.
    for (const back of [18, 22]) {
      const [x, y] = [x1 - back * ux, y1 - back * uy];
      line.moveTo(x - 5 * uy - 2 * ux, y + 5 * ux - 2 * uy);
      line.lineTo(x + 5 * uy + 2 * ux, y - 5 * ux + 2 * uy);
    }
  }
  const head = new Path2D();
  head.moveTo(x1, y1);
  for (const side of [1, -1]) {
    head.lineTo(x1 - headLength * ux - side * 4 * uy, y1 - headLength * uy + side * 4 * ux);
  }
  head.closePath();
  context.strokeStyle = halo;
  context.lineWidth = 5;
  context.stroke(line);
  context.lineWidth = 3.4;
  context.stroke(head);
  context.strokeStyle = colour;
  context.lineWidth = 1.8;
  // What is not true to scale is dashed.
  if (times !== 1) context.setLineDash([1.5, 3]);
  context.stroke(line);
  context.setLineDash([]);
  context.fillStyle = colour;
  context.fill(head);
};

/** @param {CanvasRenderingContext2D} context
    @param {number} x
    @param {number} y
    @param {Pick<PlaygroundTheme, "ink" | "halo">} theme */
const drawRing = (context, x, y, { ink, halo }) => {
  context.beginPath();
  context.arc(x, y, 6, 0, 7);
  context.lineWidth = 5;
  context.strokeStyle = halo;
  context.stroke();
  context.lineWidth = 2.2;
  context.strokeStyle = ink;
  context.stroke();
};

/** The arrows of a step, in pixels.
    @param {Playground} figure
    @param {PlotMapping} map
    @param {number} t */
const arrowsOf = (figure, map, t) => {
  const { columns, settings, optimizer } = figure.trajectory;
  const { plain } = figure.stepsModule.steps[optimizer];
  const [w1, w2] = [columns.w1[t - 1], columns.w2[t - 1]];
  /** @param {number[]} step */
  const arrow = (step) => stepArrow(map, map.x(w1), map.y(w2), map.x(w1 - step[0]), map.y(w2 - step[1]));
  const v = [columns.v1[t], columns.v2[t]];
  const plainStep = [columns.g1[t], columns.g2[t]].map((g) => plain({ ...settings, g }));
  const isSame = v.every((value, k) => Math.abs(value - plainStep[k]) <= 1e-9 * Math.abs(value));
  const name = settings.eta === undefined ? "−𝑔" : "−𝜂𝑔";
  const step = { arrow: arrow(v), name: isSame ? `−𝑣 = ${name}` : "−𝑣", colour: ink };
  return isSame ? [step] : [{ arrow: arrow(plainStep), name, colour: quiet }, step];
};

/** Draw the arrows of the inspected step of the selected run, and a ring around where it ends.
    @param {CanvasRenderingContext2D} context
    @param {PlotMapping} map
    @param {Playground} figure
    @returns {SurfaceLabel[]} what the arrows are called, at their tips */
export const drawStepArrows = (context, map, figure) => {
  const { state, theme, time, trajectory, kernel, marked } = figure;
  if (state.runs[state.selected].hidden) return [];
  const { w1, w2 } = trajectory.columns;
  /** @param {number} t */
  const ring = (t) => {
    const [x, y] = [map.x(w1[t]), map.y(w2[t])];
    if (t < trajectory.rows && isInside(map, x, y)) drawRing(context, x, y, theme);
  };
  if (marked !== null) ring(marked);
  const t = marked === null ? state.step : Math.max(1, marked);
  // At rest the first step is shown by the inspector alone: it would lie on the start.
  const isInspected = time.isRace ? time.t >= 1 : t > 1;
  if (!isInspected || t >= trajectory.rows) return [];
  if (!time.isRace && marked === null) ring(t);
  if (!kernel || map.width < smallStage) return [];
  const font = `${1.15 * theme.unit}px ${theme.math}`;
  const arrows = arrowsOf(figure, map, t);
  const isEnlarged = arrows.some(({ arrow }) => arrow && arrow.times !== 1);
  return arrows.flatMap(({ arrow, name, colour }) => {
    if (!arrow) return [];
    const fill = theme[colour];
    drawArrow(context, arrow, fill, theme.halo);
    const text = name + (isEnlarged ? enlargement(arrow.times) : "");
    return [{ key: colour, x: arrow.x1, y: arrow.y1, text, font, height: 1.3 * theme.unit, fill }];
  });
};
