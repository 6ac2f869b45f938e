/* The error curve: E against the iteration, and on an axis on the right states or effective learning rates,
   all of it on one canvas. */
import { rightMargin } from "../view/axes.js";
import { clear, createCanvas } from "../view/canvas.js";
import { byId, setText } from "../view/dom.js";
import { axisScale, tidy } from "../view/scales.js";
import { verticalTicks } from "../view/ticks.js";
import { createCurveAxes } from "./curve_axes.js";
import { drawAxes, drawCurves, drawLevelLabel } from "./curve_drawing.js";
import { levelOf, lineStyles, shownCurves } from "./curve_lines.js";
import { curveNote } from "./curve_note.js";

const margins = { left: 62, top: 8, right: 12, bottom: 42 };

/** The plotting area of a canvas.
    @param {{width: number, height: number}} canvas
    @param {number} right margin
    @returns {Box} */
const plottingArea = ({ width, height }, right) => ({
  left: margins.left,
  top: margins.top,
  width: Math.max(1, Math.floor(width - margins.left - right)),
  height: Math.max(1, Math.floor(height - margins.top - margins.bottom)),
});

/** @param {CurveAxes} axes
    @param {Box} area
    @returns {CurveScales} */
const scalesOf = ({ x, error, right }, { left, top, width, height }) => ({
  x: axisScale(x, left, width),
  error: axisScale(error, top + height, -height),
  right: axisScale(right ?? error, top + height, -height),
});

/** From iterations and errors to pixels of the canvas and back.
    @param {{axes: CurveAxes, area: Box, scales: CurveScales}} drawn
    @returns {PlotMapping} */
const mappingOf = ({ axes: { x, error }, area, scales }) => {
  const { left, top, width, height } = area;
  const [low, high] = error.range;
  const steps = x.range[1];
  return {
    ...area,
    x: scales.x,
    y: scales.error,
    valueX: (pixel) => tidy(((pixel - left) / width) * steps, steps),
    valueY: (pixel) => {
      const value = low + ((top + height - pixel) / height) * (high - low);
      return error.type === "log" ? 10 ** value : tidy(value, high - low);
    },
  };
};

/** Draw the curves of a playground on a canvas.
    @param {HTMLCanvasElement} canvas
    @param {Playground} playground
    @returns {ErrorCurve} */
export const createErrorCurve = (canvas, playground) => {
  const { context, fit } = createCanvas(canvas);
  const note = byId("curve-note");
  const styles = lineStyles(playground.catalogue.palette.light);
  const axes = createCurveAxes();
  /** @type {"linear" | "log"} */
  let type = "linear";
  /** The right margin, which is measured once for each title and fit.
      @type {{title: string, width: number} | null} */
  let margin = null;
  /** What was drawn last.
      @type {{axes: CurveAxes, area: Box, scales: CurveScales, curves: ShownCurve[]} | null} */
  let drawn = null;
  /** @type {CanvasTheme | null} */
  let theme = null;

  /** @param {CurveAxes} found
      @param {{width: number, height: number}} size */
  const marginFor = ({ right }, size) => {
    if (!right) return margins.right;
    if (margin?.title !== right.title) {
      const ticks = verticalTicks(right, plottingArea(size, 0).height);
      margin = { title: right.title, width: rightMargin(context, /** @type {CanvasTheme} */ (theme), ticks) };
    }
    return margin.width;
  };

  /** Draw everything, with axes that follow the curves.
      @param {CanvasTheme} nextTheme */
  const draw = (nextTheme) => {
    theme = nextTheme;
    const { trajectory, reference, rings, rule, state } = playground;
    const ratio = devicePixelRatio || 1;
    const size = { width: canvas.width / ratio, height: canvas.height / ratio };
    const curves = shownCurves(playground, trajectory, styles);
    const found = axes.follow(trajectory, curves, { steps: state.steps, type });
    const area = plottingArea(size, marginFor(found, size));
    const scales = scalesOf(found, area);
    drawn = { axes: found, area, scales, curves };
    clear(context);
    drawAxes(context, area, found, scales, size, theme);
    drawCurves(context, area, scales, { curves, reference, rings }, theme);
    if (rule.level && curves.some(({ group }) => group === "level")) {
      drawLevelLabel(context, area, scales.right(levelOf(rule, trajectory)), rule.level.mark, theme);
    }
    setText(note, curves.some(({ group }) => group === "error") ? curveNote(trajectory, found.error) : "");
  };

  /** Fit the axes to the curves. */
  const commit = () => {
    axes.reset();
    margin = null;
    if (theme) draw(theme);
  };

  /** @param {"linear" | "log"} next type of the error axis */
  const setScale = (next) => {
    type = next;
    commit();
  };

  // Text on a canvas does not follow a font that arrives later.
  document.fonts.ready.then(() => {
    if (theme) commit();
  });

  return {
    draw,
    fit,
    commit,
    setScale,
    mapping: () => drawn && mappingOf(drawn),
    axes: () => drawn?.axes,
    curves: () => drawn?.curves,
  };
};
