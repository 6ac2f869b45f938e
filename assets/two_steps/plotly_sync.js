/* Figure 1 at rest: Plotly's own traces get the runs, as components/two_steps/arrows.py draws them. */

const settle = (figure, trajectories, scale) => {
  const {farthest} = figure.layout.meta;
  const near = value => (Math.abs(value) <= farthest ? value : null);
  trajectories.forEach(({columns: {w1, w2, g1, g2}, rows}, run) => {
    const [gradients, steps] = figure.data.slice(1 + 2 * run, 3 + 2 * run);
    const column = (w, g) => Array.from({length: rows - 1}, (_, t) =>
      [near(w[t]), near(w[t] + g[t + 1] / scale), null]).flat();
    gradients.x = column(w1, g1);
    gradients.y = column(w2, g2);
    gradients.marker.size = gradients.x.map((_, k) => (k % 3 === 1 ? 9 : 0));
    steps.x = Array.from(w1.subarray(0, rows)).map(near);
    steps.y = Array.from(w2.subarray(0, rows)).map(near);
  });
};

export { settle };
