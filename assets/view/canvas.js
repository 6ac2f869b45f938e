/* A canvas over a figure: what is redrawn under a moving hand. Colours and widths are Plotly's. */

const dashes = {solid: [], dash: [7, 5], dot: [2, 4]};
const closest = 1.2;
const apart = 5;
const farthest = 1e5;

/** Fit a canvas to its stage, sharp on every screen, and return its context. */
const sharp = canvas => {
  const context = canvas.getContext("2d");
  const fit = () => {
    const scale = window.devicePixelRatio || 1;
    const {width, height} = canvas.parentElement.getBoundingClientRect();
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    context.setTransform(scale, 0, 0, scale, 0, 0);
  };
  fit();
  return {context, fit};
};

const clear = context => {
  const {canvas} = context;
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.restore();
};

/** Clip to the plotting area while drawing, with room for a line on its edge. */
const clip = (context, map, edge, draw) => {
  context.save();
  context.beginPath();
  context.rect(map.left - edge, map.top - edge, map.width + 2 * edge, map.height + 2 * edge);
  context.clip();
  context.lineJoin = context.lineCap = "round";
  draw();
  context.restore();
};

/** A number for the spot that a pixel lies in. */
const spot = (x, y, size) =>
  (Math.round(x / size) & 0xffff) * 65536 + (Math.round(y / size) & 0xffff);

/** The path through the rows from first to last, leaving out what falls on one spot and the
    ways that were taken before: a limit cycle runs along the same few a thousand times. */
const path = (map, xs, ys, first, last) => {
  let x0 = NaN, y0 = NaN, begun = false, from = 0;
  const taken = new Set(), found = new Path2D();
  for (let t = first; t <= last; t++) {
    let x = map.x(xs ? xs[t] : t), y = map.y(ys[t]);
    if (Number.isNaN(x + y)) continue;
    if (t < last && Math.abs(x - x0) < closest && Math.abs(y - y0) < closest) continue;
    const to = spot(x, y, closest);
    if (!begun) {
      found.moveTo(x, y);
      begun = true;
    } else {
      // A point far outside is drawn nearer, in the same direction.
      const far = Math.max(Math.abs(x - x0), Math.abs(y - y0)) / farthest;
      if (far > 1) [x, y] = [x0 + (x - x0) / far, y0 + (y - y0) / far];
      const way = Math.min(from, to) * 1048583 + Math.max(from, to);
      if (taken.has(way)) found.moveTo(x, y);
      else found.lineTo(x, y);
      taken.add(way);
    }
    from = to;
    x0 = x;
    y0 = y;
  }
  return found;
};

/** A dot for every iterate that stands apart from the one before. */
const dots = (context, map, xs, ys, first, last, radius) => {
  let x0 = NaN, y0 = NaN;
  const taken = new Set();
  context.beginPath();
  for (let t = first; t <= last; t++) {
    const x = map.x(xs[t]), y = map.y(ys[t]);
    if (!(Math.abs(x) + Math.abs(y) < farthest)) continue;
    if (Math.abs(x - x0) < apart && Math.abs(y - y0) < apart) continue;
    const place = spot(x, y, apart);
    if (taken.has(place)) continue;
    taken.add(place);
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, 7);
    x0 = x;
    y0 = y;
  }
  context.fill();
};

const ring = (context, x, y, colour) => {
  context.beginPath();
  context.arc(x, y, 6, 0, 7);
  context.lineWidth = 2;
  context.strokeStyle = colour;
  context.stroke();
};

/** The line of a run that another one is held against. */
const pale = (context, line, theme) => {
  context.lineWidth = 1.8;
  context.strokeStyle = theme.quiet;
  context.setLineDash(dashes.dash);
  context.stroke(line);
  context.setLineDash([]);
};

/** The trajectory in pieces from dark to bright, on a halo that parts it from the surface, over
    the one that it is held against, if there is one. */
const trajectory = (context, map, {columns, rows}, against, ramp, theme, rings) => {
  const {w1, w2} = columns;
  const last = rows - 1, pieces = ramp.length;
  clear(context);
  clip(context, map, 0, () => {
    const ends = k => [Math.floor(k * last / pieces), Math.floor((k + 1) * last / pieces)];
    const paths = ramp.map((_, k) => path(map, w1, w2, ...ends(k)));
    if (against) pale(context, path(map, against.columns.w1, against.columns.w2, 0, against.rows - 1), theme);
    context.lineWidth = 5;
    context.strokeStyle = theme.halo;
    for (const piece of paths) context.stroke(piece);
    context.lineWidth = 2.4;
    ramp.forEach((colour, k) => {
      context.strokeStyle = context.fillStyle = colour;
      context.stroke(paths[k]);
      dots(context, map, w1, w2, ...ends(k), 2.6);
    });
    for (const t of rings) if (t <= last) ring(context, map.x(w1[t]), map.y(w2[t]), theme.ink);
  });
};

export { clear, clip, dashes, pale, path, ring, sharp, trajectory };
