/* Measures: the numbers of a stop by their kinds, from the trajectories of its scene. components/tour/measures.py
   computes the same from NumPy's. */

const point = new Float64Array(3);
const degrees = 180 / Math.PI;

/** Row of an iteration.
    @param {TourAt} t
    @param {TourScene} scene */
const rowOf = (t, { value, state: { steps } }) => {
  if (t === "control") return typeof value === "number" ? Math.trunc(value) : 0;
  return t < 0 ? steps + 1 + t : t;
};

/** What stands for the numbers that a run has not reached.
    @param {Trajectory} run */
const beyond = ({ stopped }) => (stopped?.startsWith("diverged") ? Number.POSITIVE_INFINITY : Number.NaN);

/** A number of a run at an iteration.
    @param {Trajectory} run
    @param {number} row
    @param {(row: number) => number} read */
const at = (run, row, read) => (row < run.rows ? read(row) : beyond(run));

/** The gradient of the step that led to an iteration; at the start that of the first step.
    @param {TourScene} scene
    @param {Trajectory} run
    @param {number} row
    @returns {Point} */
const gradientOf = ({ kernel }, { columns: { w1, w2, g1, g2 } }, row) => {
  if (row > 0) return [g1[row], g2[row]];
  kernel.evaluate(w1[0], w2[0], point);
  return [point[1], point[2]];
};

/** The first iteration at which E is below a limit.
    @param {Trajectory} run
    @param {number} limit */
const firstBelow = ({ columns: { E }, rows }, limit) => {
  for (let t = 0; t < rows; t++) if (E[t] < limit) return t;
  return Number.NaN;
};

/** The distance between two points of a run.
    @param {Trajectory} run
    @param {number} a
    @param {number} b */
const lengthBetween = ({ columns: { w1, w2 } }, a, b) => Math.hypot(w1[a] - w1[b], w2[a] - w2[b]);

/** The angle between two directions, in degrees.
    @param {Point} a
    @param {Point} b */
const angleBetween = (a, b) =>
  Math.abs(Math.atan2(a[0] * b[1] - a[1] * b[0], a[0] * b[0] + a[1] * b[1])) * degrees;

/** The updates of a run, from the first on.
    @param {Trajectory} run
    @returns {Point[]} */
const updatesOf = ({ columns: { v1, v2 }, rows }) =>
  Array.from({ length: rows - 1 }, (_, k) => [v1[k + 1], v2[k + 1]]);

/** The effective rates of both weights over the first steps, as multiples of η.
    @param {TourScene} scene
    @param {TourMeasure} measure */
const ratesOf = ({ state, trajectories }, { run: place, value }) => {
  const { columns, rows } = trajectories[place];
  const { eta = Number.NaN } = state.runs[place].settings;
  if (!columns.rate1) return [eta / eta];
  const end = Math.min(rows, value + 1);
  return [columns.rate1, columns.rate2].flatMap((rate) =>
    Array.from(rate.slice(1, end), (found) => found / eta),
  );
};

/** @typedef {(measure: TourMeasure, scene: TourScene, run: Trajectory, row: number) => number} Kind */

/** @type {Record<string, Kind>} */
export const MEASURES = {
  control: (_, { value }) => (typeof value === "number" ? value : Number.NaN),
  constant: ({ value }) => value,
  setting: ({ run, name }, { state }) => state.runs[run].settings[name],
  parameter: ({ name }, { state }) => state.parameters.find((one) => one.name === name)?.value ?? Number.NaN,

  error: (_, __, run, row) => at(run, row, (t) => run.columns.E[t]),
  weight: ({ i }, _, run, row) => at(run, row, (t) => run.columns[`w${i}`][t]),
  gradient: ({ i }, scene, run, row) => at(run, row, (t) => gradientOf(scene, run, t)[i - 1]),
  slope: (_, scene, run, row) => at(run, row, (t) => Math.hypot(...gradientOf(scene, run, t))),
  update: ({ i }, _, run, row) => at(run, row, (t) => run.columns[`v${i}`][t]),
  state: ({ i, name }, _, run, row) => at(run, row, (t) => run.columns[`${name}${i}`][t]),
  rate: ({ i, run: place }, { state }, run, row) =>
    at(run, row, (t) => {
      const { eta = Number.NaN } = state.runs[place].settings;
      return run.columns[`rate${i}`]?.[t] ?? (t > 0 ? eta : Number.NaN);
    }),

  steps_until: ({ value }, _, run) => firstBelow(run, run.columns.E[0] / value),
  steps_below: ({ value }, _, run) => firstBelow(run, value),
  stopped: (_, __, { stopped }) =>
    stopped === null ? Number.NaN : Number(/at step (\d+)/.exec(stopped)?.[1] ?? 0),

  detour: (_, __, run, row) =>
    at(run, row, (end) => {
      let length = 0;
      for (let t = 1; t <= end; t++) length += lengthBetween(run, t, t - 1);
      const straight = lengthBetween(run, end, 0);
      return straight ? length / straight : Number.NaN;
    }),
  distance: (_, __, run, row) => at(run, row, (t) => lengthBetween(run, t, 0)),
  turning: (_, __, run) => {
    const updates = updatesOf(run).filter((update) => Math.hypot(...update) > 0);
    return updates.slice(1).reduce((sum, update, k) => sum + angleBetween(updates[k], update), 0);
  },
  aim: (_, { kernel, minimum }, { columns, rows }, row) => {
    if (!minimum || row >= rows) return Number.NaN;
    const [w1, w2] = [columns.w1[row], columns.w2[row]];
    kernel.evaluate(w1, w2, point);
    /** @type {Point} */
    const way = [minimum[0] - w1, minimum[1] - w2];
    if (!(Math.hypot(point[1], point[2]) > 0 && Math.hypot(...way) > 0)) return Number.NaN;
    return angleBetween([-point[1], -point[2]], way);
  },
  swing: ({ i, value }, { state: { steps } }, run) =>
    at(run, steps, () => {
      const last = run.columns[`w${i}`].slice(Math.max(steps + 1 - value, 0), steps + 1);
      return Math.max(...Array.from(last, Math.abs));
    }),
  sign_changes: ({ i }, _, { columns, rows }) => {
    const w = columns[`w${i}`];
    let count = 0;
    for (let t = 1; t < rows; t++) if (Math.sign(w[t - 1]) * Math.sign(w[t]) < 0) count += 1;
    return count;
  },
  uphill: (_, __, { columns: { v1, v2, g1, g2 }, rows }) => {
    let count = 0;
    for (let t = 1; t < rows; t++) if (v1[t] * g1[t] < 0 || v2[t] * g2[t] < 0) count += 1;
    return count;
  },
  directions: (_, __, run) =>
    new Set(updatesOf(run).map(([v1, v2]) => `${Math.sign(v1)},${Math.sign(v2)}`)).size,

  least_rate: (measure, scene) => Math.min(...ratesOf(scene, measure)),
  most_rate: (measure, scene) => Math.max(...ratesOf(scene, measure)),

  at: ({ value, of }, scene) => measure(of[0], scene.at(value)),
  quotient: ({ of }, scene) => measure(of[0], scene) / measure(of[1], scene),
  product: ({ of }, scene) => of.reduce((found, one) => found * measure(one, scene), 1),
  difference: ({ of }, scene) => measure(of[0], scene) - measure(of[1], scene),
  size: ({ of }, scene) => Math.abs(measure(of[0], scene)),
};

/** A number of a scene.
    @param {TourMeasure} measured
    @param {TourScene} scene
    @returns {number} */
export const measure = (measured, scene) => {
  const run = scene.trajectories[measured.run];
  return MEASURES[measured.kind](measured, scene, run, rowOf(measured.t, scene));
};
