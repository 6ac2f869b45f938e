/* Stands for plotly.js's bar of buttons and its selections, which no figure of the page has. */
const nothing = () => {};

module.exports = {
  moduleType: "component",
  name: "modebar",
  manage: nothing,
  layoutAttributes: {},
  supplyLayoutDefaults: (_given, layout) => {
    layout.modebar = { orientation: "h" };
  },
  prepSelect: nothing,
  clearOutline: nothing,
  selectOnClick: nothing,
};
