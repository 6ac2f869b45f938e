/* End labels: placement of the runs' names beside their ends, off the paths, off each other and off what else
   lies on the surface. A label keeps its side from one drawing to the next unless it clashes clearly. */

const reaches = [20, 28, 40, 54, 76, 100];
const turns = 16;
const edge = 4;
/** A place at this cost is not free. */
const taken = 200;
const cost = { outside: taken, box: taken, label: taken, head: 12, stray: 14, moved: 12 };

/** @typedef {{x: number, y: number, width: number, height: number}} Rectangle from its corner at the top left */
/** @typedef {{key: string, x: number, y: number, width: number, height: number}} EndLabel beside (x, y) */
/** @typedef {{area: Box, boxes: Rectangle[], below: (x: number, y: number, width: number, height: number) => number}} Surroundings
    `boxes` are to be kept free; `below` tells how much a rectangle would cover */

/** The candidates around a point, by how much each is wanted: to the right of it and near it most. */
const candidates = reaches.flatMap((reach) =>
  Array.from({ length: turns }, (_, k) => {
    const angle = (2 * Math.PI * k) / turns;
    const [across, down] = [Math.cos(angle), Math.sin(angle)];
    return {
      dx: reach * across,
      dy: reach * down,
      /** The share of its width that a label lies to the left of its anchor. */
      share: across > 0.3 ? 0 : across < -0.3 ? 1 : 0.5,
      cost: (reach - reaches[0]) * 0.12 + (1 - across) * 0.5 + Math.abs(down) * 0.3,
    };
  }),
);

/** @param {Rectangle} one
    @param {Rectangle} other */
export const overlap = (one, other) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

/** The distance from a rectangle to a point.
    @param {Rectangle} rectangle
    @param {number} px
    @param {number} py */
const gap = ({ x, y, width, height }, px, py) =>
  Math.hypot(Math.max(x - px, 0, px - x - width), Math.max(y - py, 0, py - y - height));

/** @param {Box} area
    @param {Rectangle} box */
const isOutside = ({ left, top, width, height }, box) =>
  box.x < left + edge ||
  box.y < top + edge ||
  box.x + box.width > left + width - edge ||
  box.y + box.height > top + height - edge;

/** Labels that remember their sides. */
export const createEndLabels = () => {
  /** @type {Map<string, number>} */
  const sides = new Map();

  /** Place labels in their order; one that would cover another or be cut off is left out.
      @param {EndLabel[]} labels
      @param {Surroundings} surroundings
      @returns {(Rectangle | null)[]} */
  const place = (labels, { area, boxes, below }) => {
    /** @type {Rectangle[]} */
    const placed = [];
    return labels.map((label) => {
      const { key, x, y, width, height } = label;
      const before = sides.get(key);
      /** @param {Rectangle} box */
      const clash = (box) => {
        let sum = below(box.x, box.y, width, height);
        if (isOutside(area, box)) sum += cost.outside;
        for (const other of boxes) if (overlap(box, other)) sum += cost.box;
        for (const other of placed) if (overlap(box, other)) sum += cost.label;
        const own = gap(box, x, y);
        for (const other of labels) {
          const distance = gap(box, other.x, other.y);
          if (other !== label && distance < 8) sum += cost.head;
          if (other !== label && distance < own + 3) sum += cost.stray;
        }
        return sum;
      };
      let best = { x, y, width, height };
      let least = Number.POSITIVE_INFINITY;
      let side = 0;
      candidates.forEach((candidate, k) => {
        const box = {
          x: x + candidate.dx - candidate.share * width,
          y: y + candidate.dy - height / 2,
          width,
          height,
        };
        let sum = candidate.cost + (before === undefined || k === before ? 0 : cost.moved);
        if (sum >= least) return;
        sum += clash(box);
        if (sum < least) [best, least, side] = [box, sum, k];
      });
      if (least >= taken) return null;
      sides.set(key, side);
      placed.push(best);
      return best;
    });
  };

  return { place, forget: () => sides.clear() };
};
