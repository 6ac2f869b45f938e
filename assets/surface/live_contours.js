/* Live contours: the surface of a kernel among the levels of the last answer, while a hand drags a parameter. The
   answer that comes at rest has levels of its own, and finer points. Also lines on a canvas, for what has no Plotly. */
import { lineStyle } from "./contour_lines.js";

/** Points along the longer side, few enough for every frame. */
const mostPoints = 100;

/** The height of a value among levels. Linear between them: the lines lie where they should, and the tones between
    are close.
    @param {number[]} levels
    @param {number} E */
const heightOf = (levels, E) => {
  let below = 0;
  let above = levels.length - 1;
  while (above - below > 1) {
    const middle = (below + above) >> 1;
    if (levels[middle] <= E) below = middle;
    else above = middle;
  }
  const share = (E - levels[below]) / (levels[above] - levels[below]);
  return below + Math.min(Math.max(share, 0), 1);
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
  const z = Array.from({ length: rows }, (_, row) => {
    const w2 = bottom + ((top - bottom) * row) / (rows - 1);
    return Array.from({ length: columns }, (_, column) => {
      const E = error(left + ((right - left) * column) / (columns - 1), w2);
      if (!Number.isFinite(E)) return null;
      return levels.length < 2 ? 0 : size * heightOf(levels, E);
    });
  });
  return { ...trace, z };
};

/** Add the crossings of one square of the grid to the paths of the levels between its corners.
    @param {Path2D[]} paths by level
    @param {number[]} corners heights in levels, going around
    @param {[number, number][]} places of the corners */
const crossSquare = (paths, corners, places) => {
  const low = Math.min(...corners);
  const high = Math.max(...corners);
  for (let level = Math.max(1, Math.ceil(low)); level <= high && level < paths.length; level++) {
    /** @type {[number, number][]} */
    const points = [];
    for (let k = 0; k < 4; k++) {
      const [a, b] = [corners[k], corners[(k + 1) % 4]];
      if (a < level === b < level) continue;
      const share = (level - a) / (b - a);
      const [[x0, y0], [x1, y1]] = [places[k], places[(k + 1) % 4]];
      points.push([x0 + (x1 - x0) * share, y0 + (y1 - y0) * share]);
    }
    for (let k = 0; k + 1 < points.length; k += 2) {
      paths[level].moveTo(...points[k]);
      paths[level].lineTo(...points[k + 1]);
    }
  }
};

/** The lines of contours by level, in a picture of their region.
    @param {ContourTrace} trace
    @param {{width: number, height: number}} area of the picture
    @returns {Path2D[]} the first is empty */
export const contourPaths = ({ z, size, levels }, { width, height }) => {
  const [rows, columns] = [z.length, z[0].length];
  const paths = Array.from({ length: Math.max(1, levels.length - 1) }, () => new Path2D());
  /** @param {number} column
      @param {number} row
      @returns {[number, number]} */
  const place = (column, row) => [(column * width) / (columns - 1), height - (row * height) / (rows - 1)];
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const [a, b] = [z[row][column], z[row][column + 1]];
      const [d, c] = [z[row + 1][column], z[row + 1][column + 1]];
      if (a === null || b === null || c === null || d === null) continue;
      if (Math.floor(a / size) === Math.floor(b / size) && Math.floor(c / size) === Math.floor(d / size))
        if (Math.floor(a / size) === Math.floor(c / size)) continue;
      const places = [
        place(column, row),
        place(column + 1, row),
        place(column + 1, row + 1),
        place(column, row + 1),
      ];
      crossSquare(paths, [a / size, b / size, c / size, d / size], places);
    }
  }
  return paths;
};

/** Draw lines by their levels.
    @param {CanvasRenderingContext2D} context
    @param {Path2D[]} paths
    @param {ContourTrace} trace
    @param {GroundColours} colours
    @param {number} [scale] by which the context enlarges
    @param {boolean} [isSmall] whether there is only room for strong and dotted lines */
export const strokeContours = (context, paths, trace, colours, scale = 1, isSmall = false) => {
  paths.forEach((path, level) => {
    if (!level || (isSmall && level > trace.dotted && !trace.strong.includes(level))) return;
    const { colour, opacity, width, dash, cap } = lineStyle(trace, level, colours);
    Object.assign(context, {
      strokeStyle: colour,
      globalAlpha: opacity,
      lineWidth: width / scale,
      lineCap: cap,
    });
    context.setLineDash(dash.map((length) => length / scale));
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
