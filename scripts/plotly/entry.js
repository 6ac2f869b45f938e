/* The part of plotly.js that the page draws with; src/core.js of plotly.js with less in it. */
const { register } = require("plotly.js/src/registry");
const api = require("plotly.js/src/plot_api");
const { version } = require("plotly.js/src/version");
const { resize, graphJson } = require("plotly.js/src/plots/plots");

require("plotly.js/build/plotcss");
Object.assign(module.exports, { version, register, Plots: { resize, graphJson } });
for (const [name, fn] of Object.entries(api)) {
  if (!name.startsWith("_")) module.exports[name] = fn;
  register({ moduleType: "apiMethod", name, fn });
}
register([
  require("plotly.js/src/traces/contour"),
  require("plotly.js/src/components/colorscale"),
  require("plotly.js/src/components/colorbar"),
  require("plotly.js/src/components/fx"),
  require("plotly.js/src/components/modebar"),
  require("plotly.js/src/locale-en"),
  require("plotly.js/src/locale-en-us"),
]);
