/* Arrows, rings and lines of the tour's surface, each with a casing that separates it from what lies below. */

const casing = 3.4;
const longestHead = 11;

/** @typedef {{x: number, y: number}} Pixel */

/** Draw an arrow; nothing where it would be shorter than its own line is wide.
    @param {CanvasRenderingContext2D} context
    @param {Pixel} from
    @param {Pixel} to
    @param {{colour: string, halo: string, width: number, isDashed?: boolean}} style */
export const drawArrow = (context, from, to, { colour, halo, width, isDashed = false }) => {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  if (!(length > 1.5 && length < 1e5)) return;
  const [ux, uy] = [dx / length, dy / length];
  const head = Math.min(longestHead, Math.max(6, 0.45 * length)) * (width > 2.5 ? 1.15 : 1);
  const half = 0.46 * head;
  const shaft = new Path2D();
  shaft.moveTo(from.x, from.y);
  shaft.lineTo(to.x - ux * head * 0.9, to.y - uy * head * 0.9);
  const tip = new Path2D();
  tip.moveTo(to.x, to.y);
  for (const side of [1, -1])
    tip.lineTo(to.x - ux * head - side * uy * half, to.y - uy * head + side * ux * half);
  tip.closePath();
  context.strokeStyle = halo;
  context.lineWidth = width + casing;
  context.stroke(shaft);
  context.lineWidth = casing;
  context.stroke(tip);
  context.strokeStyle = colour;
  context.lineWidth = width;
  if (isDashed) context.setLineDash([4.5, 4.5]);
  context.stroke(shaft);
  context.setLineDash([]);
  context.fillStyle = colour;
  context.fill(tip);
};

/** @param {CanvasRenderingContext2D} context
    @param {Pixel} at
    @param {{colour: string, halo: string, radius: number, width: number, fill?: string}} style */
export const drawRing = (context, { x, y }, { colour, halo, radius, width, fill }) => {
  context.beginPath();
  context.arc(x, y, radius, 0, 7);
  if (fill) {
    context.fillStyle = fill;
    context.fill();
  }
  context.strokeStyle = halo;
  context.lineWidth = width + 2.8;
  context.stroke();
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
};

/** A line of dots.
    @param {CanvasRenderingContext2D} context
    @param {Pixel} from
    @param {Pixel} to
    @param {string} colour */
export const drawDottedLine = (context, from, to, colour) => {
  context.strokeStyle = colour;
  context.lineWidth = 1.4;
  context.lineCap = "round";
  context.setLineDash([2, 5]);
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  context.stroke();
  context.setLineDash([]);
};

/** A cross that lies.
    @param {CanvasRenderingContext2D} context
    @param {Pixel} at
    @param {{colour: string, halo: string}} style */
export const drawCross = (context, { x, y }, { colour, halo }) => {
  const arm = 7;
  const path = new Path2D();
  path.moveTo(x - arm, y - arm);
  path.lineTo(x + arm, y + arm);
  path.moveTo(x - arm, y + arm);
  path.lineTo(x + arm, y - arm);
  context.lineCap = "round";
  context.strokeStyle = halo;
  context.lineWidth = 5.5;
  context.stroke(path);
  context.strokeStyle = colour;
  context.lineWidth = 2.4;
  context.stroke(path);
};
