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

/** The catalogue for queries that name every view: without one a surface comes with the view that frames the steps.
    @param {Catalogue} catalogue
    @returns {Catalogue} */
export const withEveryView = (catalogue) => ({
  ...catalogue,
  defaults: { ...catalogue.defaults, view: [Number.NaN, Number.NaN, Number.NaN, Number.NaN] },
});
