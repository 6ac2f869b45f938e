/* Stands for plotly.js's bar of buttons, its selections and its shapes, which no figure of the page has. */
const nothing = () => {};

module.exports = {
  moduleType: "component",
  name: "modebar",
  manage: nothing,
  layoutAttributes: {},
  supplyLayoutDefaults: (_given, layout) => {
    layout.modebar = { orientation: "h" };
    layout.shapes = []; // that relayout looks through
  },
  prepSelect: nothing,
  clearOutline: nothing,
  selectOnClick: nothing,
};
