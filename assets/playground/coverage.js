/* Coverage: which cells of the frame paths pass through, and how many of them lie below a box. */

const cell = 6;
const mostRows = 160;
const mostParts = 60;

/** A grid over the frame that is used again in every frame.
    @returns `clear(area)`, `addPath(map, trajectory)`, `close()`, and then `below(x, y, width, height)` */
export const createCoverage = () => {
  let columns = 0;
  let rows = 0;
  let [left, top] = [0, 0];
  let isCovered = new Uint8Array(0);
  /** Of each cell, how many are covered above and to the left of it. */
  let sums = new Uint16Array(0);

  /** @param {Box} area */
  const clear = (area) => {
    const [across, down] = [Math.ceil(area.width / cell), Math.ceil(area.height / cell)];
    [left, top] = [area.left, area.top];
    if (across === columns && down === rows) return isCovered.fill(0);
    [columns, rows] = [across, down];
    isCovered = new Uint8Array(columns * rows);
    sums = new Uint16Array((columns + 1) * (rows + 1));
  };

  /** @param {number} x
      @param {number} y */
  const add = (x, y) => {
    const column = Math.floor((x - left) / cell);
    const row = Math.floor((y - top) / cell);
    if (column >= 0 && row >= 0 && column < columns && row < rows) isCovered[row * columns + column] = 1;
  };

  /** Add a run's path by a fixed number of its rows at most.
      @param {PlotMapping} map
      @param {Pick<Trajectory, "columns" | "rows">} trajectory */
  const addPath = (map, { columns: { w1, w2 }, rows: count }) => {
    const every = Math.max(1, Math.ceil((count - 1) / mostRows));
    let x0 = map.x(w1[0]);
    let y0 = map.y(w2[0]);
    for (let t = 0; t < count; t += every) {
      const x = map.x(w1[t]);
      const y = map.y(w2[t]);
      const parts = Math.min(mostParts, Math.ceil(Math.max(Math.abs(x - x0), Math.abs(y - y0)) / cell)) || 1;
      for (let k = 1; k <= parts; k++) add(x0 + (k / parts) * (x - x0), y0 + (k / parts) * (y - y0));
      x0 = x;
      y0 = y;
    }
  };

  const close = () => {
    const wide = columns + 1;
    for (let row = 0; row < rows; row++) {
      let sum = 0;
      for (let column = 0; column < columns; column++) {
        sum += isCovered[row * columns + column];
        sums[(row + 1) * wide + column + 1] = sums[row * wide + column + 1] + sum;
      }
    }
  };

  /** @param {number} value
      @param {number} most */
  const within = (value, most) => Math.max(0, Math.min(most, value));

  /** How many covered cells a box touches.
      @param {number} x
      @param {number} y
      @param {number} width
      @param {number} height */
  const below = (x, y, width, height) => {
    const wide = columns + 1;
    const from = within(Math.floor((x - left) / cell), columns);
    const to = within(Math.ceil((x + width - left) / cell), columns);
    const first = within(Math.floor((y - top) / cell), rows) * wide;
    const last = within(Math.ceil((y + height - top) / cell), rows) * wide;
    return sums[last + to] - sums[first + to] - sums[last + from] + sums[first + from];
  };

  return { clear, addPath, close, below };
};
