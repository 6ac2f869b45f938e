/* Joined lines: segments that meet end to end as whole lines, along which dots are evenly far apart. */

/** How near two ends are that meet. */
const tolerance = 1e-6;

/** @typedef {{from: string, to: string, ends: [number, number, number, number], isDrawn: boolean}} Segment */

/** Takes segments as a path does, each by its two ends.
    @returns `moveTo`, `lineTo`, and `path()` for the lines that they make */
export const createJoinedLines = () => {
  /** @type {Segment[]} */
  const segments = [];
  /** @type {Map<string, Segment[]>} */
  const at = new Map();
  let [x0, y0] = [0, 0];

  /** @param {number} x
      @param {number} y */
  const keyOf = (x, y) => `${Math.round(x / tolerance)},${Math.round(y / tolerance)}`;

  /** @param {string} key
      @param {Segment} segment */
  const add = (key, segment) => {
    const known = at.get(key);
    if (known) known.push(segment);
    else at.set(key, [segment]);
  };

  /** The further points of a line from an end of it, which are not drawn yet.
      @param {string} key
      @returns {[number, number][]} */
  const onwards = (key) => {
    /** @type {[number, number][]} */
    const points = [];
    for (let next = key; ; ) {
      const segment = at.get(next)?.find(({ isDrawn }) => !isDrawn);
      if (!segment) return points;
      segment.isDrawn = true;
      const { from, to, ends } = segment;
      const isForwards = from === next;
      points.push(isForwards ? [ends[2], ends[3]] : [ends[0], ends[1]]);
      next = isForwards ? to : from;
    }
  };

  return {
    /** @param {number} x
        @param {number} y */
    moveTo: (x, y) => {
      [x0, y0] = [x, y];
    },
    /** @param {number} x
        @param {number} y */
    lineTo: (x, y) => {
      const [from, to] = [keyOf(x0, y0), keyOf(x, y)];
      if (from === to) return;
      /** @type {Segment} */
      const segment = { from, to, ends: [x0, y0, x, y], isDrawn: false };
      segments.push(segment);
      add(from, segment);
      add(to, segment);
    },
    path: () => {
      const path = new Path2D();
      for (const segment of segments) {
        if (segment.isDrawn) continue;
        segment.isDrawn = true;
        const [xa, ya, xb, yb] = segment.ends;
        const points = [...onwards(segment.from).reverse(), [xa, ya], [xb, yb], ...onwards(segment.to)];
        points.forEach(([x, y], k) => {
          if (k) path.lineTo(x, y);
          else path.moveTo(x, y);
        });
      }
      return path;
    },
  };
};
