/* The curves of the error plot: which of a rule's curves are shown, their numbers, and how each is drawn. */

/** The names of the curves that a reader has chosen, each with its group; a name stays when another rule has no
    such curve.
    @returns {ShownCurves} */
export const initialCurves = () => new Map([["E", "error"]]);

/** Show a curve or hide it. States and rates do not share an axis: showing one group hides the other.
    @param {ShownCurves} shown
    @param {CurveInfo} curve */
export const toggleCurve = (shown, { name, group }) => {
  if (shown.delete(name)) return;
  for (const [other, otherGroup] of shown) {
    if (otherGroup !== "error" && group !== "error" && otherGroup !== group) shown.delete(other);
  }
  shown.set(name, group);
};

/** Show all curves of a group of a rule, beside the error.
    @param {ShownCurves} shown
    @param {OptimizerInfo} rule
    @param {CurveInfo["group"]} group */
export const showGroup = (shown, { curves }, group) => {
  for (const curve of curves) {
    if (curve?.group === group && !shown.has(curve.name)) toggleCurve(shown, curve);
  }
};

/** How the curves of a rule are drawn, in their order: E, states, rates, level.
    @param {CurvePalette} palette
    @returns {LineStyle[]} */
export const lineStyles = ({ error, state, rate, level }) => [
  { color: error, width: 2.2, dash: "solid" },
  ...[...state, ...rate].map((color, k) => ({
    color,
    width: 1.8,
    dash: /** @type {"solid" | "dash"} */ (k % 2 ? "dash" : "solid"),
  })),
  { color: level, width: 1.4, dash: "dot" },
];

/** What the effective learning rates of a run are compared with: its learning rate, or 1.
    @param {OptimizerInfo} rule
    @param {PlaygroundTrajectory} trajectory */
export const levelOf = ({ level }, { settings }) => settings[level?.of ?? ""] ?? 1;

/** The curves that are shown and have numbers: the first picture has no states and rates. The level is shown with
    the rates.
    @param {Pick<Playground, "rule" | "shown" | "state">} playground
    @param {PlaygroundTrajectory} trajectory
    @param {LineStyle[]} styles
    @returns {ShownCurve[]} */
export const shownCurves = ({ rule, shown, state }, trajectory, styles) => {
  const { columns, rows } = trajectory;
  const level = levelOf(rule, trajectory);
  /** @type {ShownCurve[]} */
  const curves = [];
  for (const [k, curve] of rule.curves.entries()) {
    const style = styles[k];
    if (curve?.group === "level") {
      curves.push({ ...curve, style, at: [0, state.steps], values: [level, level], rows: 2 });
    } else if (curve && columns[curve.column] && shown.has(curve.name)) {
      curves.push({ ...curve, style, at: null, values: columns[curve.column], rows });
    }
  }
  const hasRates = curves.some(({ group }) => group === "rate");
  return hasRates ? curves : curves.filter(({ group }) => group !== "level");
};
