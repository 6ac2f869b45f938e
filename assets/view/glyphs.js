/* Glyphs: the shape of a run by its place, so that colour is never the only difference between two runs. */

/** Circle, square, triangle, diamond, cross and hexagon of about the same weight around (0, 0), in a square
    of 14. */
const outlines = [
  "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0Z",
  "M-4.6-4.6h9.2v9.2h-9.2Z",
  "M0-6 6 4.4H-6Z",
  "M0-6.2 6.2 0 0 6.2-6.2 0Z",
  "M-2-5.6h4V-2h3.6v4H2v3.6h-4V2h-3.6v-4H-2Z",
  "M-3-5.2h6L6 0 3 5.2h-6L-6 0Z",
];
const radius = 5;
const edgeWidth = 1.8;
const beyond = { tip: 6, foot: 3, half: 5.5, edge: 3.4 };

/** The outline of a run's shape for SVG, in a view box of "-7 -7 14 14".
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
  context.translate(x, y);
  context.scale(scale, scale);
  context.lineJoin = "round";
  context.lineWidth = (2 * edgeWidth) / scale;
  context.strokeStyle = edge;
  context.stroke(outline);
  context.fillStyle = fill;
  context.fill(outline);
  context.restore();
};

/** Draw an arrowhead at the upper or lower edge of a plot, for a point that lies beyond it.
    @param {CanvasRenderingContext2D} context
    @param {number} x
    @param {number} y of the edge
    @param {-1 | 1} side -1 for above
    @param {string} fill
    @param {string} edge colour of the line around it */
export const drawEdgeArrowhead = (context, x, y, side, fill, edge) => {
  context.beginPath();
  context.moveTo(x, y + side * beyond.tip);
  context.lineTo(x - beyond.half, y - side * beyond.foot);
  context.lineTo(x + beyond.half, y - side * beyond.foot);
  context.closePath();
  context.lineWidth = beyond.edge;
  context.strokeStyle = edge;
  context.stroke();
  context.fillStyle = fill;
  context.fill();
};
