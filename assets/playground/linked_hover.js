/* Linked hover: pointing at an iteration on the surface marks it on the error curve, and the other way round;
   a click on the error curve selects it. */
import { byId, onEscape, pointerPixel } from "../view/dom.js";
import { iterationTable, nearestIteration, positionTable, showTooltip } from "../view/tooltip.js";

const tooltipGap = 4;

/** @param {Box} area
    @param {number} x
    @param {number} y */
const isInside = ({ left, top, width, height }, x, y) =>
  x >= left && x <= left + width && y >= top && y <= top + height;

/** Bind the stages of surface and error curve.
    @param {Playground} playground */
export const createLinkedHover = (playground) => {
  const tooltips = { surface: byId("surface-tooltip"), curve: byId("curve-tooltip") };
  const stages = { surface: tooltips.surface.parentElement, curve: tooltips.curve.parentElement };

  /** @param {number | null} t */
  const mark = (t) => {
    if (t === playground.marked) return;
    playground.marked = t;
    playground.redraw();
  };

  const leave = () => {
    tooltips.surface.hidden = tooltips.curve.hidden = true;
    mark(null);
  };

  /** @param {number} t */
  const numbersOf = (t) => iterationTable(playground.trajectory, t, playground.rule.symbols);

  /** @param {PointerEvent} event */
  const overSurface = (event) => {
    const { kernel, trajectory, plot } = playground;
    const target = /** @type {Element} */ (event.target);
    if (!kernel || event.buttons || target.closest(".zoom")) return leave();
    const mapping = plot.mapping();
    const [x, y] = pointerPixel(event, stages.surface);
    if (!isInside(mapping, x, y)) return leave();
    const t = nearestIteration(trajectory, mapping, x, y);
    const [w1, w2] = [mapping.valueX(x), mapping.valueY(y)];
    const content = t === null ? positionTable(w1, w2, kernel.error(w1, w2)) : numbersOf(t);
    showTooltip(tooltips.surface, content, x, y);
    tooltips.curve.hidden = true;
    mark(t);
  };

  /** The iteration at a pixel of the error curve, or null beside its plotting area.
      @param {number} x
      @param {number} y */
  const iterationAt = (x, y) => {
    const { kernel, trajectory, errorCurve } = playground;
    const mapping = errorCurve.mapping();
    if (!kernel || !mapping || !isInside(mapping, x, y)) return null;
    return Math.max(0, Math.min(trajectory.rows - 1, Math.round(mapping.valueX(x))));
  };

  /** @param {PointerEvent} event */
  const overCurve = (event) => {
    const [x, y] = pointerPixel(event, stages.curve);
    const t = iterationAt(x, y);
    if (t === null) return leave();
    // On a phone the surface is sticky, and the curve scrolls below it.
    const covered = stages.surface.getBoundingClientRect().bottom - stages.curve.getBoundingClientRect().y;
    showTooltip(tooltips.curve, numbersOf(t), x, y, Math.max(0, covered) + tooltipGap);
    tooltips.surface.hidden = true;
    mark(t);
  };

  stages.curve.addEventListener("click", (/** @type {PointerEvent} */ event) => {
    const t = iterationAt(...pointerPixel(event, stages.curve));
    if (t === null) return;
    playground.select(t);
    // The arrow keys go on from there.
    byId("step-scrubber").focus({ preventScroll: true });
  });

  for (const [stage, over] of [
    [stages.surface, overSurface],
    [stages.curve, overCurve],
  ]) {
    stage.addEventListener("pointermove", over);
    stage.addEventListener("pointerdown", (/** @type {PointerEvent} */ event) => {
      if (event.pointerType !== "mouse") over(event);
    });
    stage.addEventListener("pointerleave", (/** @type {PointerEvent} */ event) => {
      if (event.pointerType === "mouse") leave();
    });
  }
  onEscape(leave);
};
