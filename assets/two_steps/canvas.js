/* Canvas of figure 1: gradients pale and broad, steps narrow and strong over them, labels on top. */
import { themeName } from "../view/theme.js";

export const labelFont = '17px "Lockstep Math", math, serif';

const pointRadius = 4.5;
const fewSteps = 3;

/** The colours of the present theme.
    @param {Catalogue} catalogue
    @returns {ArrowTheme} */
export const readTheme = ({ palette }) => {
  const style = getComputedStyle(document.documentElement);
  const { runs } = palette[themeName()];
  const ink = style.getPropertyValue("--ink");
  return {
    of: (run) => (run === null ? ink : runs[run].colour),
    halo: style.getPropertyValue("--halo"),
    panel: style.getPropertyValue("--panel"),
  };
};

/** An arrow's outline: a shaft of a width, and a head that shrinks with a short arrow.
    @param {Arrow} arrow
    @param {number} shaft
    @param {number} head
    @param {number} [short] of its end, by so many pixels */
const outline = ({ x0, y0, x1, y1, length }, shaft, head, short = 0) => {
  const [ux, uy] = [(x1 - x0) / length, (y1 - y0) / length];
  const end = Math.max(length - short, length / 2);
  const neck = Math.max(0, end - Math.min(head, end * 0.6));
  const size = (end - neck) / head;
  const half = (shaft / 2) * Math.min(1, 0.4 + size);
  const wing = head * 0.42 * size;
  const corners = [
    [0, half],
    [neck, half],
    [neck, wing],
    [end, 0],
    [neck, -wing],
    [neck, -half],
    [0, -half],
  ];
  const path = new Path2D();
  for (const [along, across] of corners) {
    path.lineTo(x0 + along * ux - across * uy, y0 + along * uy + across * ux);
  }
  path.closePath();
  return path;
};

/** @param {Mark | null} mark
    @param {Arrow | WeightPoint} one */
const isMarked = (mark, one) =>
  mark !== null &&
  mark.t === one.t &&
  (mark.kind ?? one.kind) === one.kind &&
  (one.run === null || mark.run === null || mark.run === one.run);

/** @param {CanvasRenderingContext2D} context
    @param {Arrow[]} arrows
    @param {ArrowTheme} theme
    @param {Mark | null} mark */
const drawGradients = (context, arrows, theme, mark) => {
  // Many of them lie side by side: then only the marked one stands out.
  const faint = arrows.some(({ t }) => t > fewSteps) ? 0.4 : 1;
  for (const one of arrows) {
    const path = outline(one, 5, 15);
    const marked = isMarked(mark, one);
    context.fillStyle = context.strokeStyle = theme.of(one.run);
    context.globalAlpha = marked ? 0.5 : 0.2 * faint;
    context.fill(path);
    context.globalAlpha = marked ? 0.75 : 0.75 * faint;
    context.lineWidth = marked ? 1.8 : 1;
    context.stroke(path);
  }
  context.globalAlpha = 1;
};

/** @param {CanvasRenderingContext2D} context
    @param {Arrow[]} arrows
    @param {ArrowTheme} theme
    @param {Mark | null} mark */
const drawSteps = (context, arrows, theme, mark) => {
  const paths = arrows.map((one) => outline(one, isMarked(mark, one) ? 5 : 3, 13, pointRadius));
  context.lineWidth = 3;
  context.strokeStyle = theme.halo;
  for (const path of paths) context.stroke(path);
  arrows.forEach((one, k) => {
    context.fillStyle = theme.of(one.run);
    context.fill(paths[k]);
  });
};

/** The weights: discs for the first run, squares for the second.
    @param {CanvasRenderingContext2D} context
    @param {WeightPoint[]} points
    @param {ArrowTheme} theme
    @param {Mark | null} mark */
const drawPoints = (context, points, theme, mark) => {
  for (const one of points) {
    const { x, y, run } = one;
    const size = isMarked(mark, one) ? pointRadius + 2 : pointRadius;
    context.beginPath();
    if (run) context.rect(x - size * 0.9, y - size * 0.9, size * 1.8, size * 1.8);
    else context.arc(x, y, size, 0, 7);
    context.fillStyle = theme.of(run);
    context.strokeStyle = theme.panel;
    context.lineWidth = 1.5;
    context.fill();
    context.stroke();
  }
};

/** @param {CanvasRenderingContext2D} context
    @param {PlacedLabel[]} labels
    @param {ArrowTheme} theme */
const drawLabels = (context, labels, theme) => {
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineWidth = 4;
  context.strokeStyle = theme.halo;
  for (const { text, x, y } of labels) context.strokeText(text, x, y + 1);
  for (const { text, run, x, y } of labels) {
    context.fillStyle = theme.of(run);
    context.fillText(text, x, y + 1);
  }
};

/** Draw the arrows inside the plotting area.
    @param {CanvasRenderingContext2D} context
    @param {Box} area
    @param {Arrows} arrows
    @param {ArrowTheme} theme
    @param {Mark | null} mark what the pointer or the keyboard is on
    @param {(measure: (text: string) => number) => PlacedLabel[]} placeLabels */
export const drawArrows = (context, area, arrows, theme, mark, placeLabels) => {
  context.clearRect(0, 0, context.canvas.clientWidth, context.canvas.clientHeight);
  context.save();
  context.beginPath();
  context.rect(area.left, area.top, area.width, area.height);
  context.clip();
  context.lineJoin = context.lineCap = "round";
  context.font = labelFont;
  drawGradients(context, arrows.g, theme, mark);
  drawSteps(context, arrows.v, theme, mark);
  drawPoints(context, arrows.w, theme, mark);
  drawLabels(
    context,
    placeLabels((text) => context.measureText(text).width),
    theme,
  );
  context.restore();
};
