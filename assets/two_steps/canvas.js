/* Figure 1's canvas: gradients pale and broad, steps narrow and strong over them, labels on top. */
import * as Labels from "./labels.js";

const font = '17px "Lockstep Math", math, serif';
const radius = 4.5;
const few = 3;

/** An arrow's outline: a shaft of a width, and a head that shrinks with a short arrow. */
const outline = ({x0, y0, x1, y1, length}, shaft, head, short = 0) => {
  const ux = (x1 - x0) / length, uy = (y1 - y0) / length;
  const end = Math.max(length - short, length / 2), from = Math.max(0, end - Math.min(head, end * 0.6));
  const size = (end - from) / head, half = shaft / 2 * Math.min(1, 0.4 + size), wing = head * 0.42 * size;
  const at = (along, across) => [x0 + along * ux - across * uy, y0 + along * uy + across * ux];
  const path = new Path2D();
  path.moveTo(...at(0, half));
  for (const corner of [[from, half], [from, wing], [end, 0], [from, -wing], [from, -half], [0, -half]]) {
    path.lineTo(...at(...corner));
  }
  path.closePath();
  return path;
};

const is = (marked, one) =>
  marked !== null && marked.t === one.t && (marked.kind ?? one.kind) === one.kind
  && (one.run === null || marked.run === null || marked.run === one.run);

const gradients = (context, arrows, theme, marked) => {
  // Many of them lie side by side: then only the one that is pointed at stands out.
  const faint = arrows.some(({t}) => t > few) ? 0.4 : 1;
  for (const one of arrows) {
    const path = outline(one, 5, 15);
    context.fillStyle = context.strokeStyle = theme.of(one.run);
    context.globalAlpha = is(marked, one) ? 0.5 : 0.2 * faint;
    context.fill(path);
    context.globalAlpha = is(marked, one) ? 0.75 : 0.75 * faint;
    context.lineWidth = is(marked, one) ? 1.8 : 1;
    context.stroke(path);
  }
  context.globalAlpha = 1;
};

const steps = (context, arrows, theme, marked) => {
  const paths = arrows.map(one => outline(one, is(marked, one) ? 5 : 3, 13, radius));
  context.lineWidth = 3;
  context.strokeStyle = theme.halo;
  for (const path of paths) context.stroke(path);
  arrows.forEach((one, k) => {
    context.fillStyle = theme.of(one.run);
    context.fill(paths[k]);
  });
};

/** The weights: discs for the first run, squares for the second. */
const points = (context, found, theme, marked) => {
  for (const one of found) {
    const {x, y, run} = one, size = is(marked, one) ? radius + 2 : radius;
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

const labels = (context, placed, theme) => {
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineWidth = 4;
  context.strokeStyle = theme.halo;
  for (const {label, x, y} of placed) context.strokeText(label, x, y + 1);
  for (const {label, run, x, y} of placed) {
    context.fillStyle = theme.of(run);
    context.fillText(label, x, y + 1);
  }
};

/** Draw all of it; `start` is the pixel of w(0), where the handle is. */
const draw = (context, map, arrows, start, theme, marked, kept) => {
  context.clearRect(0, 0, context.canvas.clientWidth, context.canvas.clientHeight);
  context.save();
  context.beginPath();
  context.rect(map.left, map.top, map.width, map.height);
  context.clip();
  context.lineJoin = context.lineCap = "round";
  context.font = font;
  gradients(context, arrows.g, theme, marked);
  steps(context, arrows.v, theme, marked);
  points(context, arrows.w, theme, marked);
  labels(context, Labels.place(context, map, arrows, start, kept), theme);
  context.restore();
};

export { draw, font };
