/* Live contours: the surface of a kernel among the levels of the last answer, while a hand drags a parameter. The
   answer that comes at rest has levels of its own, and finer points. Also lines on a canvas, for what has no Plotly. */
import { lineStyle } from "./contour_lines.js";
import { createJoinedLines } from "./joined_lines.js";

/** Points along the longer side, few enough for every frame. */
const mostPoints = 100;
/** What dots leave of a line's ink. */
const pale = 0.4;

/** Heights of values among levels. Linear between them: the lines lie where they should, and the tones between are
    close. Neighbours lie between the same levels, or the next.
    @param {number[]} levels at least two
    @returns {(E: number) => number} */
const createHeights = (levels) => {
  const last = levels.length - 2;
  let below = 0;
  return (E) => {
    while (below < last && E >= levels[below + 1]) below++;
    while (below > 0 && E < levels[below]) below--;
    const share = (E - levels[below]) / (levels[below + 1] - levels[below]);
    return below + Math.min(Math.max(share, 0), 1);
  };
};

/** The contours of a kernel in the region and among the levels of others.
    @param {ContourTrace} trace
    @param {ErrorFunctionKernel} kernel
    @param {number} [most] points along the longer side
    @returns {ContourTrace} */
export const liveTrace = (trace, { error }, most = mostPoints) => {
  const [left, right, bottom, top] = trace.region;
  const { levels, size } = trace;
  const unit = Math.max(right - left, top - bottom) / most;
  // Even numbers: no point lies in the middle, where many functions have a kink.
  const [columns, rows] = [right - left, top - bottom].map((side) => 2 * Math.ceil(side / unit / 2));
  const heightOf = levels.length < 2 ? () => 0 : createHeights(levels);
  /** @type {ContourTrace["z"]} */
  const z = [];
  for (let row = 0; row < rows; row++) {
    const w2 = bottom + ((top - bottom) * row) / (rows - 1);
    /** @type {(number | null)[]} */
    const heights = new Array(columns);
    for (let column = 0; column < columns; column++) {
      const E = error(left + ((right - left) * column) / (columns - 1), w2);
      heights[column] = Number.isFinite(E) ? size * heightOf(E) : null;
    }
    z.push(heights);
  }
  return { ...trace, z };
};

/** The four crossings of a line with the edges of a square, two of them or all. */
const crossings = new Float64Array(8);

/** Add the lines through a square of the grid, whose corners have heights in levels: a and b at y0, d and c at y1.
    @param {Pick<Path2D, "moveTo" | "lineTo">[]} paths by level
    @param {number} a
    @param {number} b
    @param {number} c
    @param {number} d
    @param {number} x0
    @param {number} x1
    @param {number} y0
    @param {number} y1 */
const crossSquare = (paths, a, b, c, d, x0, x1, y0, y1) => {
  const low = Math.min(a, b, c, d);
  const high = Math.max(a, b, c, d);
  for (let level = Math.max(1, Math.ceil(low)); level <= high && level < paths.length; level++) {
    let count = 0;
    if (a < level !== b < level) {
      crossings[count++] = x0 + ((x1 - x0) * (level - a)) / (b - a);
      crossings[count++] = y0;
    }
    if (b < level !== c < level) {
      crossings[count++] = x1;
      crossings[count++] = y0 + ((y1 - y0) * (level - b)) / (c - b);
    }
    if (c < level !== d < level) {
      crossings[count++] = x1 + ((x0 - x1) * (level - c)) / (d - c);
      crossings[count++] = y1;
    }
    if (d < level !== a < level) {
      crossings[count++] = x0;
      crossings[count++] = y1 + ((y0 - y1) * (level - d)) / (a - d);
    }
    for (let k = 0; k + 3 < count; k += 4) {
      paths[level].moveTo(crossings[k], crossings[k + 1]);
      paths[level].lineTo(crossings[k + 2], crossings[k + 3]);
    }
  }
};

/** The lines of contours by level, in a picture of their region.
    @param {ContourTrace} trace
    @param {{width: number, height: number}} area of the picture
    @param {number} [joined] the levels up to this one are joined to whole lines, which takes longer
    @returns {Path2D[]} the first is empty */
export const contourPaths = ({ z, size, levels }, { width, height }, joined = 0) => {
  const [rows, columns] = [z.length, z[0].length];
  const paths = Array.from({ length: Math.max(1, levels.length - 1) }, (_, level) =>
    level && level <= joined ? createJoinedLines() : new Path2D(),
  );
  const across = width / (columns - 1);
  const up = height / (rows - 1);
  for (let row = 0; row + 1 < rows; row++) {
    const [lower, upper] = [z[row], z[row + 1]];
    const y0 = height - row * up;
    for (let column = 0; column + 1 < columns; column++) {
      const a = lower[column];
      const b = lower[column + 1];
      const c = upper[column + 1];
      const d = upper[column];
      if (a === null || b === null || c === null || d === null) continue;
      const level = Math.floor(a / size);
      if (level === Math.floor(b / size) && level === Math.floor(c / size) && level === Math.floor(d / size))
        continue;
      const x0 = column * across;
      crossSquare(paths, a / size, b / size, c / size, d / size, x0, x0 + across, y0, y0 - up);
    }
  }
  return paths.map((lines) => (lines instanceof Path2D ? lines : lines.path()));
};

/** Draw lines by their levels.
    @param {CanvasRenderingContext2D} context
    @param {Path2D[]} paths
    @param {ContourTrace} trace
    @param {GroundColours} colours
    @param {object} [options]
    @param {number} [options.scale] by which the context enlarges
    @param {boolean} [options.isSmall] whether there is only room for strong and dotted lines
    @param {boolean} [options.isJoined] whether dotted lines are whole; dots of their parts cost more than all the rest,
      and are seen as a pale line */
export const strokeContours = (
  context,
  paths,
  trace,
  colours,
  { scale = 1, isSmall = false, isJoined = false } = {},
) => {
  paths.forEach((path, level) => {
    if (!level || (isSmall && level > trace.dotted && !trace.strong.includes(level))) return;
    const { colour, opacity, width, dash, cap } = lineStyle(trace, level, colours);
    Object.assign(context, {
      strokeStyle: colour,
      globalAlpha: dash.length && !isJoined ? pale * opacity : opacity,
      lineWidth: width / scale,
      lineCap: cap,
    });
    context.setLineDash(isJoined ? dash.map((length) => length / scale) : []);
    context.stroke(path);
  });
  context.setLineDash([]);
  context.globalAlpha = 1;
};

/** Draw the lines of contours into a canvas that covers their region.
    @param {HTMLCanvasElement} canvas
    @param {ContourTrace} trace
    @param {GroundColours} colours
    @param {{width: number, height: number}} area in pixels of the page */
export const drawLiveLines = (canvas, trace, colours, area) => {
  const { width, height } = area;
  const scale = devicePixelRatio || 1;
  Object.assign(canvas.style, { left: "0", top: "0", width: `${width}px`, height: `${height}px` });
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.scale(scale, scale);
  strokeContours(context, contourPaths(trace, area), trace, colours);
};
