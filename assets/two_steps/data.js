/* Data of figure 1, from the page's catalogue and the layout, as its modules need them. */

/** What the figure needs of the page's catalogue: its own defaults, presets without a view, which is the framing
    one, and rules without their effective rate, which no arrow shows.
    @param {Catalogue} catalogue
    @param {State} defaults
    @returns {Catalogue} */
export const ownCatalogue = (catalogue, defaults) => ({
  ...catalogue,
  defaults,
  optimizers: Object.fromEntries(
    Object.entries(catalogue.optimizers).map(
      ([
        name,
        {
          symbols: { rate, ...symbols },
          ...rule
        },
      ]) => [name, { ...rule, symbols }],
    ),
  ),
  presets: Object.fromEntries(
    Object.entries(catalogue.presets).map(([name, { E, start }]) => [name, { E, start }]),
  ),
});

/** A trajectory of the layout as the kernels leave one: a number that JSON has no form for is NaN.
    @param {Trajectory} trajectory
    @param {OptimizerInfo} rule
    @returns {RunOfRule} */
export const fromLayout = ({ columns, ...rest }, rule) => ({
  ...rest,
  rule,
  columns: Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [
      name,
      Float64Array.from(column, (value) => value ?? Number.NaN),
    ]),
  ),
});
