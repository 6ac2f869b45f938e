/* Stops and scenes of the tour, as small as a test needs them. */

/** A measure with what a test says of it.
    @param {string} kind
    @param {Partial<TourMeasure>} [part]
    @returns {TourMeasure} */
export const measureOf = (kind, part = {}) => ({
  kind,
  run: 0,
  t: -1,
  i: 1,
  name: "",
  value: 0,
  of: [],
  ...part,
});

/** @param {Partial<TourControl>} part
    @returns {TourControl} */
export const controlOf = (part) => ({
  kind: "hyperparameter",
  label: "learning rate",
  symbol: "η",
  name: "eta",
  low: 0,
  high: 1,
  step: 0.1,
  scale: "linear",
  runs: [0],
  sweep: null,
  unit: "",
  ...part,
});

/** @param {Partial<TourStop>} part
    @returns {TourStop} */
export const stopOf = (part) => ({
  key: "ravine",
  title: "A ravine",
  query: "",
  says: {},
  control: null,
  charts: [],
  marks: [],
  faint: [],
  fits: false,
  last: 0,
  isPart: false,
  figure: "",
  state: /** @type {any} */ ({ start: [0, 0], steps: 3, runs: [], parameters: [], view: [-1, 1, -1, 1] }),
  value: null,
  opening: null,
  playground: "",
  formula: "",
  titles: [],
  resultTemplate: "",
  ...part,
});

/** A run through points, with E and more columns.
    @param {[number, number][]} points
    @param {Record<string, number[]>} columns
    @param {string | null} [stopped]
    @returns {Trajectory} */
export const runOf = (points, columns, stopped = null) => ({
  columns: { w1: points.map(([w1]) => w1), w2: points.map(([, w2]) => w2), ...columns },
  rows: points.length,
  stopped,
});

/** @param {Partial<TourScene>} part
    @returns {TourScene} */
export const sceneOf = (part) => {
  const stop = part.stop ?? stopOf({});
  return /** @type {any} */ ({
    stop,
    value: null,
    state: stop.state,
    minimum: [0, 0],
    trajectories: [],
    ...part,
  });
};
