/* Where the labels of figure 1 go: beside what they name, off the arrows and off each other. */

const height = 17;
const gap = 5;
const near = 6;
const onLabel = 1000, onArrow = 4, onPoint = 12, outside = 400, turned = 1.5, moved = 8;
const clear = 14;
const few = 3, first = 2;
const widths = new Map();

const letters = {g: "𝑔", v: "−𝑣", w: "𝑤"};

const text = ({kind, t}) => `${letters[kind]}(${t})`;

const width = (context, label) => {
  if (!widths.has(label)) widths.set(label, context.measureText(label).width);
  return widths.get(label);
};

/** Places around a point, the first in a direction, then turned away from it to both sides. */
const around = (x, y, direction, w, room) =>
  [0, 1, -1, 2, -2, 3, -3, 4].map(turn => {
    const angle = direction + turn * Math.PI / 4;
    const dx = Math.cos(angle), dy = Math.sin(angle);
    return {
      x: x + dx * (room + w / 2), y: y + dy * (room + height / 2),
      cost: Math.abs(turn) * turned,
    };
  });

/** Places for what is to be labelled: a gradient at its tip, a step beside its middle, a weight
    ahead of the step that led there. */
const places = (one, w) => {
  if (one.kind === "w") return around(one.x, one.y, one.direction ?? 0, w, gap + 5);
  const {x0, y0, x1, y1} = one, direction = Math.atan2(y1 - y0, x1 - x0);
  const beside = (share, cost) => [1, -1].map(side => {
    const angle = direction + side * Math.PI / 2;
    const dx = Math.cos(angle), dy = Math.sin(angle);
    return {
      x: x0 + share * (x1 - x0) + dx * (gap + 3 + w / 2),
      y: y0 + share * (y1 - y0) + dy * (gap + 2 + height / 2), cost,
    };
  });
  if (one.kind === "v") return [...beside(0.5, 0), ...beside(0.35, 2), ...beside(0.65, 2)];
  return [...around(x1, y1, direction, w, gap), ...beside(0.85, 3), ...beside(0.65, 5)];
};

/** How much is covered where, on squares of a few pixels: points along the arrows, and weights. */
const coverage = ({left, top, width: across, height: down}, {g, v, w}, start) => {
  const columns = Math.ceil(across / near) + 1, rows = Math.ceil(down / near) + 1;
  const weights = new Float32Array(columns * rows);
  const add = (x, y, weight) => {
    const column = Math.floor((x - left) / near), row = Math.floor((y - top) / near);
    if (column >= 0 && column < columns && row >= 0 && row < rows) weights[row * columns + column] += weight;
  };
  add(start.x, start.y, onPoint);
  for (const {x0, y0, x1, y1, length} of [...g, ...v]) {
    const count = Math.min(Math.ceil(length / near), 150);
    for (let k = 0; k <= count; k++) add(x0 + k / count * (x1 - x0), y0 + k / count * (y1 - y0), onArrow);
  }
  for (const {x, y} of w) add(x, y, onPoint);
  return {columns, rows, weights};
};

/** What a label of a width around a pixel would cover. */
const covered = ({columns, rows, weights}, {left, top}, x, y, w) => {
  const from = Math.max(0, Math.floor((x - w / 2 - left) / near));
  const to = Math.min(columns - 1, Math.floor((x + w / 2 - left) / near));
  const first = Math.max(0, Math.floor((y - height / 2 - top) / near));
  const last = Math.min(rows - 1, Math.floor((y + height / 2 - top) / near));
  let sum = 0;
  for (let row = first; row <= last; row++) {
    for (let column = from; column <= to; column++) sum += weights[row * columns + column];
  }
  return sum;
};

/** Labels for everything that has room for one, first those of the first steps. `kept` remembers
    which of its places a label had, so that it stays there while a hand moves. */
const place = (context, map, arrows, start, kept) => {
  const cover = coverage(map, arrows, start), placed = [];
  const ahead = Object.fromEntries(arrows.v.map(v => [`${v.run} ${v.t}`, v]));
  const last = Math.max(...arrows.w.map(({t}) => t));
  // Of many steps the first ones and the last tell what the others are.
  const told = ({t, length}) => length > near && (last <= few || t <= first || t === last);
  const wanted = [
    {kind: "w", run: null, t: 0, ...start, direction: Math.PI},
    ...arrows.w.filter(({run, t}) => (ahead[`${run} ${t}`]?.length ?? 0) > near),
    ...[...arrows.v, ...arrows.g].filter(told),
  ].sort((a, b) => a.t - b.t);
  for (const one of wanted) {
    const step = one.kind === "w" ? ahead[`${one.run} ${one.t}`] : null;
    if (step) one.direction = Math.atan2(step.y1 - step.y0, step.x1 - step.x0)
      + (one.run ? -1 : 1) * Math.PI / 2;
    const label = text(one), w = width(context, label), key = `${one.kind} ${one.run} ${one.t}`;
    let best = null, least = onLabel;
    places(one, w).forEach((candidate, k) => {
      let {cost} = candidate;
      if (k !== (kept.get(key) ?? k)) cost += moved;
      const {x, y} = candidate;
      if (x - w / 2 < map.left || x + w / 2 > map.left + map.width) cost += outside;
      if (y - height / 2 < map.top || y + height / 2 > map.top + map.height) cost += outside;
      for (const other of placed) {
        if (Math.abs(other.x - x) < (other.w + w) / 2 && Math.abs(other.y - y) < height) cost += onLabel;
      }
      cost += covered(cover, map, x, y, w);
      if (cost < least) [best, least] = [{...candidate, k}, cost];
    });
    // After the second step a label that would cover anything is left out: there is the card.
    if (!best || least >= outside || (one.t > 2 && least >= clear)) continue;
    kept.set(key, best.k);
    placed.push({...one, x: best.x, y: best.y, w, label});
  }
  return placed;
};

export { place };
