/* The line on which a map of values changes its sign: marching squares. */

/** The path between the middles of the cells of a square map, in the pixels of a box. */
export const zeroLine = (values, cells, {left, top, width, height}) => {
  const path = new Path2D(), dx = width / cells, dy = height / cells;
  const above = at => values[at] > 0;
  // Where a side of the square between four cells is crossed; both its ends differ in sign.
  const share = (from, to) => Math.min(1, Math.max(0, values[from] / (values[from] - values[to])));
  for (let row = 0; row + 1 < cells; row++) {
    for (let column = 0; column + 1 < cells; column++) {
      const a = row * cells + column, b = a + 1, c = a + cells, d = c + 1;
      const signs = above(a) + 2 * above(b) + 4 * above(c) + 8 * above(d);
      if (signs === 0 || signs === 15) continue;
      const x = left + (column + 0.5) * dx, y = top + (row + 0.5) * dy;
      const crossed = [];
      if (above(a) !== above(b)) crossed.push(x + dx * share(a, b), y);
      if (above(b) !== above(d)) crossed.push(x + dx, y + dy * share(b, d));
      if (above(c) !== above(d)) crossed.push(x + dx * share(c, d), y + dy);
      if (above(a) !== above(c)) crossed.push(x, y + dy * share(a, c));
      for (let k = 0; k < crossed.length; k += 4) {
        path.moveTo(crossed[k], crossed[k + 1]);
        path.lineTo(crossed[k + 2], crossed[k + 3]);
      }
    }
  }
  return path;
};
