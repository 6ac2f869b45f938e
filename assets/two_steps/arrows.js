/* Figure 1 as pixels: weights as points; gradients and steps as arrows; what a pointer is on. */

const farthest = 1e5;
const reach = {w: 11, v: 8, g: 8};

/** The end of an arrow, drawn nearer in the same direction where it is far outside. */
const tip = (x0, y0, x, y) => {
  const far = Math.max(Math.abs(x - x0), Math.abs(y - y0)) / farthest;
  return far > 1 ? [x0 + (x - x0) / far, y0 + (y - y0) / far] : [x, y];
};

/** All that is seen of the runs. Of g(1), which both have, there is one arrow of neither's colour;
    a step goes from w(t-1) to w(t), which is by -v(t). */
const of = (trajectories, map, scale) => {
  const found = {g: [], v: [], w: []};
  const arrow = (kind, run, t, w1, w2, to1, to2) => {
    const x0 = map.x(w1), y0 = map.y(w2), [x1, y1] = tip(x0, y0, map.x(to1), map.y(to2));
    const length = Math.hypot(x1 - x0, y1 - y0);
    if (Math.abs(x0) + Math.abs(y0) < farthest && length > 0) found[kind].push({kind, run, t, x0, y0, x1, y1, length});
  };
  trajectories.forEach(({columns: {w1, w2, g1, g2}, rows}, run) => {
    for (let t = 1; t < rows; t++) {
      const a = w1[t - 1], b = w2[t - 1], shared = t === 1;
      if (!(shared && found.g.length)) {
        arrow("g", shared ? null : run, t, a, b, a + g1[t] / scale, b + g2[t] / scale);
      }
      arrow("v", run, t, a, b, w1[t], w2[t]);
      const x = map.x(w1[t]), y = map.y(w2[t]);
      if (Math.abs(x) + Math.abs(y) < farthest) found.w.push({kind: "w", run, t, x, y});
    }
  });
  return found;
};

const toSegment = ({x0, y0, x1, y1, length}, x, y) => {
  const along = ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length ** 2;
  const share = Math.min(Math.max(along, 0), 1);
  return Math.hypot(x0 + share * (x1 - x0) - x, y0 + share * (y1 - y0) - y);
};

/** What is under a pixel: a point before a step before a gradient; null over none. */
const at = (arrows, x, y) => {
  for (const kind of ["w", "v", "g"]) {
    let found = null, best = reach[kind];
    for (const one of arrows[kind]) {
      const distance = kind === "w" ? Math.hypot(one.x - x, one.y - y) : toSegment(one, x, y);
      if (distance <= best) [found, best] = [one, distance];
    }
    if (found) return found;
  }
  return null;
};

export { at, of };
