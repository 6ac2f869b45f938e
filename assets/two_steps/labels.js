/* Label placement of figure 1: beside what they name, off the arrows and off each other. */

const lineHeight = 17;
const gap = 5;
const cell = 6;
const cost = { overLabel: 1000, overArrow: 4, overPoint: 12, outside: 400, turned: 1.5, moved: 8 };
const clearBelow = 14;
const weightsApart = 2.5 * lineHeight;
const fewSteps = 3;
const firstSteps = 2;
const letters = { g: "𝑔", v: "−𝑣", w: "𝑤" };

/** What is to be labelled. A weight's label lies in a direction from its point.
    @typedef {Arrow | (WeightPoint & {direction?: number})} Labelled */
/** @typedef {{x: number, y: number, cost: number}} Candidate */

/** Places around a point, the first in a direction, then turned away from it to both sides.
    @param {number} x @param {number} y @param {number} direction @param {number} width @param {number} room
    @returns {Candidate[]} */
const around = (x, y, direction, width, room) =>
  [0, 1, -1, 2, -2, 3, -3, 4].map((turn) => {
    const angle = direction + (turn * Math.PI) / 4;
    return {
      x: x + Math.cos(angle) * (room + width / 2),
      y: y + Math.sin(angle) * (room + lineHeight / 2),
      cost: Math.abs(turn) * cost.turned,
    };
  });

/** Candidates for a label: a gradient at its tip, a step beside its middle, a weight ahead of the step that led
    there.
    @param {Labelled} one
    @param {number} width
    @returns {Candidate[]} */
const candidates = (one, width) => {
  if (one.kind === "w") return around(one.x, one.y, one.direction ?? 0, width, gap + 5);
  const { x0, y0, x1, y1 } = one;
  const direction = Math.atan2(y1 - y0, x1 - x0);
  /** @param {number} share @param {number} base */
  const beside = (share, base) =>
    [1, -1].map((side) => {
      const angle = direction + (side * Math.PI) / 2;
      return {
        x: x0 + share * (x1 - x0) + Math.cos(angle) * (gap + 3 + width / 2),
        y: y0 + share * (y1 - y0) + Math.sin(angle) * (gap + 2 + lineHeight / 2),
        cost: base,
      };
    });
  if (one.kind === "v") return [...beside(0.5, 0), ...beside(0.35, 2), ...beside(0.65, 2)];
  return [...around(x1, y1, direction, width, gap), ...beside(0.85, 3), ...beside(0.65, 5)];
};

/** How much arrows and points cover, on a grid of small cells; returns the sum below a label.
    @param {Box} area
    @param {Arrows} arrows
    @param {{x: number, y: number}} start */
const coverage = ({ left, top, width: across, height: down }, { g, v, w }, start) => {
  const columns = Math.ceil(across / cell) + 1;
  const rows = Math.ceil(down / cell) + 1;
  const weights = new Float32Array(columns * rows);
  /** @param {number} x @param {number} y @param {number} weight */
  const add = (x, y, weight) => {
    const column = Math.floor((x - left) / cell);
    const row = Math.floor((y - top) / cell);
    if (column >= 0 && column < columns && row >= 0 && row < rows) weights[row * columns + column] += weight;
  };
  add(start.x, start.y, cost.overPoint);
  for (const { x0, y0, x1, y1, length } of [...g, ...v]) {
    const count = Math.min(Math.ceil(length / cell), 150);
    for (let k = 0; k <= count; k++) {
      add(x0 + (k / count) * (x1 - x0), y0 + (k / count) * (y1 - y0), cost.overArrow);
    }
  }
  for (const { x, y } of w) add(x, y, cost.overPoint);

  /** @param {number} x @param {number} y @param {number} width */
  return (x, y, width) => {
    const [from, to] = [x - width / 2, x + width / 2].map((edge) => Math.floor((edge - left) / cell));
    const [first, last] = [y - lineHeight / 2, y + lineHeight / 2].map((edge) =>
      Math.floor((edge - top) / cell),
    );
    let sum = 0;
    for (let row = Math.max(0, first); row <= Math.min(rows - 1, last); row++) {
      for (let column = Math.max(0, from); column <= Math.min(columns - 1, to); column++) {
        sum += weights[row * columns + column];
      }
    }
    return sum;
  };
};

/** What is to be labelled, in order of importance: of many steps the first ones and the last are enough.
    @param {Arrows} arrows
    @param {{x: number, y: number}} start
    @returns {Labelled[]} */
const wanted = (arrows, start) => {
  const next = new Map(arrows.v.map((v) => [`${v.run} ${v.t}`, v]));
  const last = Math.max(...arrows.w.map(({ t }) => t));
  /** @param {Arrow} arrow */
  const isWanted = ({ t, length }) => length > cell && (last <= fewSteps || t <= firstSteps || t === last);
  const ends = arrows.w.filter(({ t }) => t === last);
  /** The last one of each run.
      @type {Map<number | null, WeightPoint>} */
  const named = new Map();
  /** Whether one of many weights has room between the named ones before it and the run's end.
      @param {WeightPoint} one */
  const isApart = (one) =>
    [named.get(one.run), ends.find(({ run }) => run === one.run)].every(
      (other) => !other || Math.hypot(other.x - one.x, other.y - one.y) >= weightsApart,
    );
  const weights = arrows.w.flatMap((one) => {
    const step = next.get(`${one.run} ${one.t}`);
    if (!step || step.length <= cell) return [];
    if (last > fewSteps && one.t > firstSteps && one.t < last && !isApart(one)) return [];
    named.set(one.run, one);
    const side = ((one.run ? -1 : 1) * Math.PI) / 2;
    return [{ ...one, direction: Math.atan2(step.y1 - step.y0, step.x1 - step.x0) + side }];
  });
  /** @type {Labelled[]} */
  const all = [{ kind: "w", run: null, t: 0, ...start, direction: Math.PI }, ...weights];
  return [...all, ...[...arrows.v, ...arrows.g].filter(isWanted)].sort((a, b) => a.t - b.t);
};

/** Whether a label of a width at a place would be cut off.
    @param {Box} area
    @param {Candidate} candidate
    @param {number} width */
const cutOffSides = ({ left, top, width: across, height: down }, { x, y }, width) =>
  Number(x - width / 2 < left || x + width / 2 > left + across) +
  Number(y - lineHeight / 2 < top || y + lineHeight / 2 > top + down);

/** Labels that remember their places from one drawing to the next, so that they do not jump while something is
    dragged. */
export const createLabels = () => {
  /** @type {Map<string, number>} */
  const lastPlaces = new Map();
  /** @type {Map<string, number>} */
  const widths = new Map();

  /** @type {PlacedLabel[]} */
  let shown = [];

  /** Place the labels that have room, first those of the first steps.
      @param {(text: string) => number} measure
      @param {Box} area
      @param {Arrows} arrows
      @param {{x: number, y: number}} start
      @returns {PlacedLabel[]} */
  const place = (measure, area, arrows, start) => {
    const covered = coverage(area, arrows, start);
    /** @type {PlacedLabel[]} */
    const placed = [];
    for (const one of wanted(arrows, start)) {
      const text = `${letters[one.kind]}(${one.t})`;
      const key = `${one.kind} ${one.run} ${one.t}`;
      const width = widths.get(text) ?? measure(text);
      widths.set(text, width);
      const lastPlace = lastPlaces.get(key);
      /** @type {{x: number, y: number, k: number} | null} */
      let best = null;
      let least = cost.overLabel;
      candidates(one, width).forEach((candidate, k) => {
        const { x, y } = candidate;
        let sum = candidate.cost + cost.outside * cutOffSides(area, candidate, width) + covered(x, y, width);
        if (lastPlace !== undefined && k !== lastPlace) sum += cost.moved;
        for (const other of placed) {
          const overlaps =
            Math.abs(other.x - x) < (other.width + width) / 2 && Math.abs(other.y - y) < lineHeight;
          if (overlaps) sum += cost.overLabel;
        }
        if (sum < least) [best, least] = [{ x, y, k }, sum];
      });
      // After the second step a label that would cover anything is left out: there is the tooltip.
      if (!best || least >= cost.outside || (one.t > 2 && least >= clearBelow)) continue;
      const { x, y, k } = /** @type {{x: number, y: number, k: number}} */ (best);
      lastPlaces.set(key, k);
      placed.push({ run: one.run, x, y, width, text });
    }
    shown = placed;
    return placed;
  };

  /** What the labels cover that were placed last.
      @returns {Box[]} */
  const boxes = () =>
    shown.map(({ x, y, width }) => ({
      left: x - width / 2,
      top: y - lineHeight / 2,
      width,
      height: lineHeight,
    }));

  /** Forget the places: the view is another one. */
  const reset = () => lastPlaces.clear();

  return { place, boxes, reset };
};
