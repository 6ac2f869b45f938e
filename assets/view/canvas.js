/* Canvas: fitted to its stage in device pixels, cleared, and clipped to a plotting area. */

/** What views draw on, in CSS pixels.
    @typedef {object} Sheet
    @property {CanvasRenderingContext2D} context
    @property {() => void} fit follow the size of the stage
    @property {() => {width: number, height: number}} size */

/** Make a canvas draw in CSS pixels, sharp on every screen; call `fit` when its stage was resized.
    @param {HTMLCanvasElement} canvas
    @returns {Sheet} */
export const createCanvas = (canvas) => {
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const stage = /** @type {HTMLElement} */ (canvas.parentElement);
  const fit = () => {
    const scale = window.devicePixelRatio || 1;
    const { width, height } = stage.getBoundingClientRect();
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    context.setTransform(scale, 0, 0, scale, 0, 0);
  };
  const size = () => {
    const scale = window.devicePixelRatio || 1;
    return { width: canvas.width / scale, height: canvas.height / scale };
  };
  fit();
  return { context, fit, size };
};

/** Clear the whole canvas.
    @param {CanvasRenderingContext2D} context */
export const clear = (context) => {
  const { canvas } = context;
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.restore();
};

/** Draw clipped to a plotting area, with round lines.
    @param {CanvasRenderingContext2D} context
    @param {Box} area
    @param {number} edge room around the area, for a line on its edge
    @param {() => void} draw */
export const clip = (context, { left, top, width, height }, edge, draw) => {
  context.save();
  context.beginPath();
  context.rect(left - edge, top - edge, width + 2 * edge, height + 2 * edge);
  context.clip();
  context.lineJoin = "round";
  context.lineCap = "round";
  draw();
  context.restore();
};
