/* Controls of the two runs: each its optimizer and hyperparameters, and of both the steps. */
import { createRunControls, initialSettings } from "../controls/optimizer_picker.js";

/** @param {TwoStepsFigure} figure */
export const bindRunControls = (figure) => [
  ...figure.state.runs.map((run, place) => {
    const picker = figure.byId(`${place + 1}-optimizer-picker`);
    const settings = initialSettings(run, figure.catalogue);
    return createRunControls(picker.closest(".run"), figure, { settings, picker, place: () => place });
  }),
  createRunControls(/** @type {HTMLElement} */ (figure.root.querySelector(".start-and-steps")), figure),
];
