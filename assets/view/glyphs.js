/* Glyphs: the shape of a run by its place, so that colour is never the only difference between two runs. */

/** Shapes of about the same weight around (7, 7) in a square of 14: circle, square, triangle, diamond, cross
    and hexagon. */
const outlines = [
  "M2 7a5 5 0 1 0 10 0a5 5 0 1 0-10 0Z",
  "M2.4 2.4h9.2v9.2H2.4Z",
  "M7 1 13 11.4H1Z",
  "M7 .8 13.2 7 7 13.2.8 7Z",
  "M5 1.4h4V5h3.6v4H9v3.6H5V9H1.4V5H5Z",
  "M4 1.8h6L13 7l-3 5.2H4L1 7Z",
];
const middle = 7;
const radius = 5;
const edgeWidth = 1.8;

/** The outline of a run's shape for SVG, in a view box of "0 0 14 14".
    @param {number} place */
export const glyphPath = (place) => outlines[place % outlines.length];

/** Draw a run's shape.
    @param {CanvasRenderingContext2D} context
    @param {number} place of the run
    @param {number} x
    @param {number} y
    @param {number} size radius of a circle, in pixels
    @param {string} fill
    @param {string} edge colour of the line around it */
export const drawGlyph = (context, place, x, y, size, fill, edge) => {
  const scale = size / radius;
  const outline = new Path2D(glyphPath(place));
  context.save();
  context.translate(x - middle * scale, y - middle * scale);
  context.scale(scale, scale);
  context.lineJoin = "round";
  context.lineWidth = (2 * edgeWidth) / scale;
  context.strokeStyle = edge;
  context.stroke(outline);
  context.fillStyle = fill;
  context.fill(outline);
  context.restore();
};
