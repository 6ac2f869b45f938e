/* Links to the files that the server makes: runs, scripts, and the first steps of a run. */
import { runNames } from "../playground/run_names.js";
import { byId } from "../view/dom.js";
import { fileName, runFiles, scriptFiles, stepFiles } from "./files.js";

/** @typedef {import("./files.js").ServedFile} ServedFile */

/** @param {string} id of a list
    @param {ServedFile[]} files
    @param {(file: any) => string} nameOf */
const showLinks = (id, files, nameOf) =>
  byId(id).replaceChildren(
    ...files.map((file) => {
      const item = document.createElement("li");
      const link = Object.assign(document.createElement("a"), {
        href: file.route + file.query,
        download: `${nameOf(file)}.${file.extension}`,
        textContent: file.label,
      });
      item.append(link);
      return item;
    }),
  );

/** Bind the links of the dialog.
    @param {NonNullable<import("./sources.js").ExportSource["runs"]>} runs
    @returns {() => void} follow the state */
export const bindFileLinks = (runs) => {
  const { state, catalogue } = runs;
  const [run, steps] = ["export-run", "export-steps"].map(byId);

  const showSteps = () => {
    const { preset } = runs.answer;
    const { optimizer } = state.runs[run.selectedIndex];
    // What is no number of steps is taken for the nearest one.
    const count = Math.max(1, Math.min(state.steps, Math.round(steps.valueAsNumber) || 1));
    showLinks("export-steps-files", stepFiles(runs, run.selectedIndex, count), () =>
      fileName(optimizer, preset, "steps"),
    );
  };
  run.addEventListener("change", showSteps);
  steps.addEventListener("input", showSteps);

  return () => {
    const { preset } = runs.answer;
    const names = runNames(state.runs, catalogue);
    run.replaceChildren(
      ...names.map((name, place) => new Option(name, undefined, false, place === state.selected)),
    );
    steps.max = String(state.steps);
    if (steps.valueAsNumber > state.steps) steps.value = steps.max;
    showLinks("export-runs", runFiles(runs), () => fileName(preset, "runs"));
    showLinks("export-scripts", scriptFiles(runs), ({ library }) => fileName(preset, library));
    showSteps();
  };
};
