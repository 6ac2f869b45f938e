/* Polyline: the path through the points of a run, without what could not be seen; dots and rings on it. */

/** Dash patterns of lines, by name. */
export const dashes = { solid: [], dash: [7, 5], dot: [2, 4] };

const closest = 1.2;
const apart = 5;
const farthest = 1e5;

/** @typedef {Pick<PlotMapping, "x" | "y">} Mapping */

/** A number for the spot that a pixel lies in.
    @param {number} x
    @param {number} y
    @param {number} size of a spot, in pixels */
const spotOf = (x, y, size) => (Math.round(x / size) & 0xffff) * 65536 + (Math.round(y / size) & 0xffff);

/** The path through the rows from first to last. It leaves out points that fall on one spot, and segments
    that were drawn before: a limit cycle runs along the same few a thousand times.
    @param {Mapping} map
    @param {ArrayLike<number> | null} xs the row's number without
    @param {ArrayLike<number>} ys
    @param {number} first
    @param {number} last */
export const polyline = (map, xs, ys, first, last) => {
  const path = new Path2D();
  const drawn = new Set();
  let x0 = NaN;
  let y0 = NaN;
  let isBegun = false;
  let from = 0;
  for (let t = first; t <= last; t++) {
    let x = map.x(xs ? xs[t] : t);
    let y = map.y(ys[t]);
    if (Number.isNaN(x + y)) continue;
    if (t < last && Math.abs(x - x0) < closest && Math.abs(y - y0) < closest) continue;
    const to = spotOf(x, y, closest);
    if (!isBegun) {
      path.moveTo(x, y);
      isBegun = true;
    } else {
      // A point far outside is drawn nearer, in the same direction: canvases fail on large coordinates.
      const far = Math.max(Math.abs(x - x0), Math.abs(y - y0)) / farthest;
      if (far > 1) [x, y] = [x0 + (x - x0) / far, y0 + (y - y0) / far];
      const segment = Math.min(from, to) * 1048583 + Math.max(from, to);
      if (drawn.has(segment)) path.moveTo(x, y);
      else path.lineTo(x, y);
      drawn.add(segment);
    }
    from = to;
    x0 = x;
    y0 = y;
  }
  return path;
};

/** Draw a dot for every point that stands apart from the one before.
    @param {CanvasRenderingContext2D} context
    @param {Mapping} map
    @param {ArrayLike<number>} xs
    @param {ArrayLike<number>} ys
    @param {{first: number, last: number, radius: number}} options */
export const drawDots = (context, map, xs, ys, { first, last, radius }) => {
  const drawn = new Set();
  let x0 = NaN;
  let y0 = NaN;
  context.beginPath();
  for (let t = first; t <= last; t++) {
    const x = map.x(xs[t]);
    const y = map.y(ys[t]);
    if (!(Math.abs(x) + Math.abs(y) < farthest)) continue;
    if (Math.abs(x - x0) < apart && Math.abs(y - y0) < apart) continue;
    const spot = spotOf(x, y, apart);
    if (drawn.has(spot)) continue;
    drawn.add(spot);
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, 7);
    x0 = x;
    y0 = y;
  }
  context.fill();
};

/** Draw a ring around a point: the step that is chosen or pointed at.
    @param {CanvasRenderingContext2D} context
    @param {number} x
    @param {number} y
    @param {string} colour */
export const drawRing = (context, x, y, colour) => {
  context.beginPath();
  context.arc(x, y, 6, 0, 7);
  context.lineWidth = 2;
  context.strokeStyle = colour;
  context.stroke();
};

/** Draw the line of the reference run, to which another one is compared: dashed and pale.
    @param {CanvasRenderingContext2D} context
    @param {Path2D} line
    @param {Pick<CanvasTheme, "quiet">} theme */
export const drawReference = (context, line, { quiet }) => {
  context.lineWidth = 1.8;
  context.strokeStyle = quiet;
  context.setLineDash(dashes.dash);
  context.stroke(line);
  context.setLineDash([]);
};
