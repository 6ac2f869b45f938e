/* Stands for plotly.js's find_empties: where a contour has no value, as [row, column]. */
module.exports = (rows) =>
  rows.flatMap((row, i) =>
    Array.from(row, (value, j) => (value === undefined ? [i, j] : null)).filter(Boolean),
  );
