/* Marching squares: the line on which a map of values changes its sign. */

/** The zero line of a square map, between the centres of its cells, in the pixels of a box.
    @param {ArrayLike<number>} values row by row
    @param {number} cells in a row, and rows
    @param {Box} box */
export const zeroLine = (values, cells, { left, top, width, height }) => {
  const path = new Path2D();
  const dx = width / cells;
  const dy = height / cells;
  /** @param {number} at */
  const isAbove = (at) => values[at] > 0;
  /** Where a side of the square between four cells is crossed; the signs at both ends differ.
      @param {number} from
      @param {number} to */
  const crossing = (from, to) => Math.min(1, Math.max(0, values[from] / (values[from] - values[to])));
  for (let row = 0; row + 1 < cells; row++) {
    for (let column = 0; column + 1 < cells; column++) {
      const a = row * cells + column;
      const b = a + 1;
      const c = a + cells;
      const d = c + 1;
      const A = isAbove(a);
      const B = isAbove(b);
      const C = isAbove(c);
      const D = isAbove(d);
      if (A === B && B === C && C === D) continue;
      const x = left + (column + 0.5) * dx;
      const y = top + (row + 0.5) * dy;
      const points = [];
      if (A !== B) points.push(x + dx * crossing(a, b), y);
      if (B !== D) points.push(x + dx, y + dy * crossing(b, d));
      if (C !== D) points.push(x + dx * crossing(c, d), y + dy);
      if (A !== C) points.push(x, y + dy * crossing(a, c));
      for (let k = 0; k < points.length; k += 4) {
        path.moveTo(points[k], points[k + 1]);
        path.lineTo(points[k + 2], points[k + 3]);
      }
    }
  }
  return path;
};
