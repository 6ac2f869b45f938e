/* Fair start: gives every run the learning rate with the lowest final E. */
import { sweepRates, withBestRates } from "../engine/fair_start.js";
import { kernelUrl } from "../surface/request.js";
import { announce } from "../view/live_region.js";
import { short } from "../view/numbers.js";

const fair = "Every run now has the learning rate that leads it lowest from this start in these steps.";
const next =
  "What is left between them is what each rule adds: move the start, and see which rates still hold.";
const unsettled =
  "With a fixed η RMSProp does not settle: its steps do not shrink with the slope (see the tour).";

/** Search the rates, and set them.
    @param {Playground} playground
    @param {ReturnType<typeof import("../engine/sweeper.js").createSweeper>} sweeper */
export const fairStart = async (playground, sweeper) => {
  const { state, catalogue } = playground;
  /** @param {string} optimizer */
  const rateOf = (optimizer) => catalogue.optimizers[optimizer].rate;
  const { scene } = playground;
  if (!playground.kernel) return;
  const sweeps = await sweepRates(sweeper, state.runs, {
    kernels: {
      optimizers: catalogue.kernels.optimizers,
      errorFunction: kernelUrl(state.E, state.parameters),
    },
    parameters: state.parameters,
    start: state.start,
    steps: state.steps,
    rateOf,
  });
  // What the reader has set meanwhile stays.
  if (!sweeps || playground.scene !== scene) return;
  const settings = withBestRates(state.runs, sweeps, rateOf);
  playground.change({ runs: state.runs.map((run, k) => ({ ...run, settings: settings[k] })) });
  const hasRmsprop = state.runs.some(({ optimizer }) => optimizer === "rmsprop");
  playground.tell(`${fair} ${hasRmsprop ? unsettled : next}`);
  playground.runControls.show();
  playground.commitSoon();
  const found = state.runs.map(({ optimizer }, k) => {
    const { best, tried } = sweeps[k];
    const { name } = catalogue.optimizers[optimizer];
    return best ? `${name} ${short(best.value)} of ${tried} tried` : `none for ${name}`;
  });
  announce(`Best rates: ${found.join(", ")}.`);
};
