/* Traces: the curves of the lower chart. The effective learning rates of the selected run over those of the
   others, or the states of the selected run. */

/** @typedef {{values: ArrayLike<number>, from: number, rows: number, place: number, isOwn: boolean,
    isDashed: boolean, isFaint: boolean, label: string | null, at: number}} Trace `place` is that of its run;
    `at` the part of the width where its label is best */

/** With more runs, the rates of the others would hide those of the selected one. */
const mostPaleRuns = 4;

/** A constant rate, as a column.
    @param {number} level
    @param {number} steps
    @returns {ArrayLike<number>} */
const constantColumn = (level, steps) => new Float64Array(steps + 1).fill(level);

/** What is shown of the selected run: its states only if its rule has some.
    @param {Pick<Playground, "state" | "rule">} playground
    @returns {"rate" | "state"} */
export const shownKind = ({ state, rule }) =>
  state.traces === "state" && rule.traces.states.length ? "state" : "rate";

/** The states of the selected run, each for both weights.
    @param {Pick<Playground, "state" | "rule" | "trajectory">} playground
    @returns {Trace[]} */
const stateTraces = ({ state, rule, trajectory: { columns, rows } }) =>
  rule.traces.states
    .flatMap((shown) => shown.curves.map((curve, k) => ({ ...curve, isDashed: k === 1 })))
    .filter(({ column }) => columns[column])
    .map(({ column, name, isDashed }, k) => ({
      values: columns[column],
      from: 1,
      rows,
      place: state.selected,
      isOwn: true,
      isDashed,
      isFaint: false,
      label: name,
      at: k < 2 ? 0.3 : 0.65,
    }));

/** The rates of a run: one for both weights, or one for each.
    @param {Pick<Playground, "state" | "catalogue" | "trajectories">} playground
    @param {number} place
    @returns {Trace[]} */
const rateTraces = ({ state, catalogue, trajectories }, place) => {
  const { columns, rows, optimizer, settings } = trajectories[place];
  const { rate, constant } = catalogue.optimizers[optimizer].traces;
  const isOwn = place === state.selected;
  const shared = { from: 1, place, isOwn };
  if (rate) {
    return rate.curves
      .filter(({ column }) => columns[column])
      .map(({ column, name }, k) => ({
        ...shared,
        values: columns[column],
        rows,
        isDashed: k === 1,
        isFaint: !isOwn,
        label: name,
        at: 0.3,
      }));
  }
  if (!constant) return [];
  return [
    {
      ...shared,
      values: constantColumn(settings[constant], state.steps),
      from: 0,
      rows,
      isDashed: false,
      isFaint: false,
      label: "both weights",
      at: isOwn ? 0.5 : 0.9,
    },
  ];
};

/** The curves of the lower chart, those of the selected run last.
    @param {Pick<Playground, "state" | "rule" | "trajectory" | "catalogue" | "trajectories">} playground
    @returns {Trace[]} */
export const shownTraces = (playground) => {
  if (shownKind(playground) === "state") return stateTraces(playground);
  const { runs, selected } = playground.state;
  const shown = runs.flatMap((run, place) => (run.hidden || place === selected ? [] : [place]));
  const hasRoom = shown.length < mostPaleRuns;
  const others = shown
    .flatMap((place) => rateTraces(playground, place))
    .filter(({ isFaint }) => hasRoom || !isFaint);
  // Runs with the same constant rate share a line, which is labelled once.
  const seen = new Set();
  for (const trace of others) {
    if (trace.isFaint) continue;
    if (seen.has(trace.values[0])) trace.label = null;
    seen.add(trace.values[0]);
  }
  return [...others, ...rateTraces(playground, selected)];
};
