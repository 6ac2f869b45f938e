/* Arrows of figure 1 in pixels: weights as points, gradients and steps as arrows; and hit testing. */

const farthest = 1e5;
const hitRadius = { w: 11, v: 8, g: 8 };

/** The end of an arrow, drawn nearer in the same direction where it is far outside.
    @returns {[number, number]}
    @param {number} x0 @param {number} y0 @param {number} x @param {number} y */
const tip = (x0, y0, x, y) => {
  const far = Math.max(Math.abs(x - x0), Math.abs(y - y0)) / farthest;
  return far > 1 ? [x0 + (x - x0) / far, y0 + (y - y0) / far] : [x, y];
};

/** All arrows and points of the runs. Of g(1), which both have, there is one arrow in neither's colour; a step
    goes from w(t-1) to w(t), which is by -v(t).
    @param {Trajectory[]} trajectories
    @param {PlotMapping} mapping
    @param {number} scale gradients are drawn at 1 : scale
    @returns {Arrows} */
export const arrowsOf = (trajectories, mapping, scale) => {
  /** @type {Arrows} */
  const found = { g: [], v: [], w: [] };

  /** @param {"g" | "v"} kind
      @param {number | null} run
      @param {number} t
      @param {number[]} from
      @param {number[]} to */
  const add = (kind, run, t, from, to) => {
    const [x0, y0] = [mapping.x(from[0]), mapping.y(from[1])];
    const [x1, y1] = tip(x0, y0, mapping.x(to[0]), mapping.y(to[1]));
    const length = Math.hypot(x1 - x0, y1 - y0);
    const isDrawn = Math.abs(x0) + Math.abs(y0) < farthest && length > 0;
    if (isDrawn) found[kind].push({ kind, run, t, x0, y0, x1, y1, length });
  };

  trajectories.forEach(({ columns: { w1, w2, g1, g2 }, rows }, run) => {
    for (let t = 1; t < rows; t++) {
      const from = [w1[t - 1], w2[t - 1]];
      const isShared = t === 1;
      if (!(isShared && found.g.length)) {
        const to = [from[0] + g1[t] / scale, from[1] + g2[t] / scale];
        add("g", isShared ? null : run, t, from, to);
      }
      add("v", run, t, from, [w1[t], w2[t]]);
      const [x, y] = [mapping.x(w1[t]), mapping.y(w2[t])];
      if (Math.abs(x) + Math.abs(y) < farthest) found.w.push({ kind: "w", run, t, x, y });
    }
  });
  return found;
};

const startRadius = 10;

/** Names the runs all of whose steps lie within the ring at the start, which covers them; empty where there are none.
    @param {Arrows} arrows
    @param {{rule: {name: string}}[]} runs */
export const coveredNote = ({ v, w }, runs) => {
  const covered = v.filter(
    ({ t, run, x0, y0 }) =>
      t === 1 && w.every((one) => one.run !== run || Math.hypot(one.x - x0, one.y - y0) < startRadius),
  );
  const names = covered.map(({ run }) => runs[Number(run)].rule.name);
  return names.length ? `${names.join(" and ")}: too short to see at this scale` : "";
};

/** How far a pixel is from an arrow.
    @param {Arrow} arrow
    @param {number} x
    @param {number} y */
const distanceToArrow = ({ x0, y0, x1, y1, length }, x, y) => {
  const along = ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length ** 2;
  const share = Math.min(Math.max(along, 0), 1);
  return Math.hypot(x0 + share * (x1 - x0) - x, y0 + share * (y1 - y0) - y);
};

/** What is at a pixel: a point before a step before a gradient; null beside all of them.
    @param {Arrows} arrows
    @param {number} x
    @param {number} y
    @returns {Arrow | WeightPoint | null} */
export const arrowAt = (arrows, x, y) => {
  for (const kind of /** @type {const} */ (["w", "v", "g"])) {
    /** @type {Arrow | WeightPoint | null} */
    let nearest = null;
    let least = hitRadius[kind];
    for (const one of arrows[kind]) {
      const distance = one.kind === "w" ? Math.hypot(one.x - x, one.y - y) : distanceToArrow(one, x, y);
      if (distance <= least) [nearest, least] = [one, distance];
    }
    if (nearest) return nearest;
  }
  return null;
};

const between = 12;

/** Pixels along arrows, close enough for a label to see them.
    @param {Arrow[]} arrows
    @returns {Point[]} */
export const pointsAlong = (arrows) =>
  arrows.flatMap(({ x0, y0, x1, y1, length }) => {
    const count = Math.min(100, Math.ceil(length / between));
    return Array.from({ length: count + 1 }, (_, k) => [
      x0 + (k / (count || 1)) * (x1 - x0),
      y0 + (k / (count || 1)) * (y1 - y0),
    ]);
  });
