/* Words on a picture, with a halo that separates them from what lies below. */

/** @param {CanvasRenderingContext2D} context
    @param {string} text
    @param {number} x
    @param {number} y
    @param {{fill: string, halo: string}} colours */
export const drawHaloText = (context, text, x, y, { fill, halo }) => {
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = halo;
  context.strokeText(text, x, y);
  context.fillStyle = fill;
  context.fillText(text, x, y);
};
