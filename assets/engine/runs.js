/* Runs: trajectories computed by the kernels into typed arrays that are used again and again. */

const mostRows = 2001;

/** A runner keeps one set of columns for each rule: its result holds until the next run of that rule.
    Use one runner for each run that must be kept at the same time. */
export const createRunner = () => {
  /** @type {Map<RuleKernel, Columns>} */
  const columnsOf = new Map();

  /** @param {RuleKernel} rule
      @param {ErrorFunctionKernel} errorFunction
      @param {{start: number[], steps: number}} range
      @param {Record<string, number>} settings
      @returns {Trajectory} */
  return (rule, errorFunction, { start: [w1, w2], steps }, settings) => {
    let columns = columnsOf.get(rule);
    if (!columns) {
      columns = Object.fromEntries(rule.columns.map((name) => [name, new Float64Array(mostRows)]));
      columnsOf.set(rule, columns);
    }
    const { rows, stopped } = rule.descend(errorFunction.evaluate, w1, w2, steps, settings, columns);
    return { columns, rows, stopped };
  };
};

/** NumPy's trajectory in the layout, as a runner returns one: a number that JSON has no form for is NaN.
    @param {Trajectory} trajectory
    @returns {Trajectory} */
export const trajectoryOfLayout = ({ columns, ...rest }) => ({
  ...rest,
  columns: Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [
      name,
      Float64Array.from(column, (value) => value ?? Number.NaN),
    ]),
  ),
});
