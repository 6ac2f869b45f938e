/* Annotations: what lies on the ground and below the runs, on a canvas of its own that is drawn when the view changes:
   contour labels, axis numbers, marks at the minima. */
import { clear } from "../view/canvas.js";
import { drawAxisNumbers } from "./axis_numbers.js";
import { drawContourLabels } from "./labels.js";

const mark = { from: 9, to: 17, width: 1.5, halo: 4 };
const labelsFrom = 260;

/** Colours and fonts of the present theme, from the page's styles.
    @param {GroundColours} colours
    @param {number} [share] of a rem, that letters are high */
export const readLook = (colours, share = 0.8) => {
  const style = getComputedStyle(document.documentElement);
  const size = share * Number.parseFloat(style.fontSize);
  const words = style.getPropertyValue("--words");
  return {
    colours,
    ink: style.getPropertyValue("--ink"),
    halo: style.getPropertyValue("--halo"),
    font: `${size}px ${words}`,
    labelFont: `500 ${size}px ${words}`,
  };
};

/** Short ticks around a minimum, which leave the end of a run free.
    @param {CanvasRenderingContext2D} context
    @param {number} x
    @param {number} y
    @param {{ink: string, halo: string}} look */
const markMinimum = (context, x, y, { ink, halo }) => {
  context.beginPath();
  for (const [dx, dy] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ]) {
    context.moveTo(x + mark.from * dx, y + mark.from * dy);
    context.lineTo(x + mark.to * dx, y + mark.to * dy);
  }
  context.lineCap = "round";
  for (const [style, wide] of /** @type {[string, number][]} */ ([
    [halo, mark.halo],
    [ink, mark.width],
  ])) {
    context.strokeStyle = style;
    context.lineWidth = wide;
    context.stroke();
  }
};

/** @param {CanvasRenderingContext2D} context
    @param {PlotMapping} map
    @param {View} seen
    @param {{labels: import("./labels.js").ContourLabel[], minima: Point[],
      look: ReturnType<typeof readLook> & {letters?: [string, string], lit?: number}}} what */
export const drawAnnotations = (context, map, seen, { labels, minima, look }) => {
  clear(context);
  if (map.width >= labelsFrom) {
    drawContourLabels(context, map, labels, { colours: look.colours, font: look.labelFont });
  }
  drawAxisNumbers(context, map, seen, look);
  for (const [w1, w2] of minima) markMinimum(context, map.x(w1), map.y(w2), look);
};
