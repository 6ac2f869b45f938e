/* The curves of the error plot: which of a rule's curves are shown, and how each of them is drawn. */

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
