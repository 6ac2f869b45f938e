/* Stands for plotly.js's interp2d, which relaxes gaps for seconds to make them smooth inside, where
   a contour is clipped anyway. Lines need values up to the edge of a gap, and any one beyond. */
const around = [-1, 0, 1].flatMap((di) => [-1, 0, 1].map((dj) => [di, dj]));

/** Give a gap that borders on values their mean, and every other one the mean of those. */
module.exports = (rows, gaps) => {
  const means = gaps.map(([i, j]) => {
    const values = around.map(([di, dj]) => rows[i + di]?.[j + dj]).filter((z) => z !== undefined);
    return values.reduce((sum, z) => sum + z, 0) / values.length; // NaN without any
  });
  const edge = means.filter((mean) => !Number.isNaN(mean));
  const beyond = edge.reduce((sum, mean) => sum + mean, 0) / (edge.length || 1);
  gaps.forEach(([i, j], k) => {
    rows[i][j] = Number.isNaN(means[k]) ? beyond : means[k];
  });
  return rows;
};
