/* What stands in the export dialog of a figure. */

/** @param {string} id
    @param {string} label
    @param {[value: string, text: string][]} options */
const select = (id, label, options) =>
  `<label>${label} <select id="export-${id}">${options
    .map(([value, text]) => `<option value="${value}">${text}</option>`)
    .join("")}</select></label>`;

/** @param {string} id
    @param {string} label
    @param {string} [checked] */
const check = (id, label, checked = "") =>
  `<label class="check"><input type="checkbox" id="export-${id}" ${checked}> ${label}</label>`;

/** @type {[value: string, text: string][]} */
const svg = [["svg", "SVG"]];

const replay = `
      <h3>Replay</h3>
      <div class="choices">${select("replay-format", "Format", [
        ["gif", "GIF"],
        ["webm", "WebM video"],
      ])}</div>
      <p><button id="export-replay">Save replay</button><progress id="export-progress" aria-label="Progress of the replay" hidden></progress></p>`;

const files = `
  <div class="export-files">
    <section><h3>Numbers of all runs</h3><ul id="export-runs" aria-label="Numbers of all runs"></ul></section>
    <section><h3>Code that runs</h3><ul id="export-scripts" aria-label="Code that runs"></ul></section>
    <section>
      <h3>By hand</h3>
      <div class="choices">
        <label>Run <select id="export-run"></select></label>
        <label>Steps <input type="number" id="export-steps" min="1" value="10"></label>
      </div>
      <ul id="export-steps-files" aria-label="By hand"></ul>
    </section>
  </div>`;

/** @param {import("./sources.js").ExportSource} source */
export const contentOf = ({ extents, hasSvg, playground, runs }) => `
<div>
  <header><h2 id="export-title">Export this state</h2><button class="close" aria-label="Close"><span class="icon icon-cross" aria-hidden="true"></span></button></header>
  <div class="export-parts">
    <div>
      <div ${extents.length > 1 ? "" : "hidden"}>${select("extent", "Show", extents)}</div>
      ${check("caption", "Caption and legend", "checked")}
      <h3>Picture</h3>
      <div class="choices">
        ${select("format", "Format", [["png", "PNG"], ["png-2x", "PNG, 2×"], ...(hasSvg ? svg : [])])}
        ${check("transparent", "Transparent")}
      </div>
      <p><button id="export-picture">Save picture</button></p>
      ${playground ? replay : ""}
      <p id="export-said" role="status"></p>
    </div>
    <figure><canvas id="export-preview" role="img"></canvas></figure>
  </div>
${runs ? files : ""}
</div>`;
