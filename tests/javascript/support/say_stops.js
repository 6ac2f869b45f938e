/* Says what the browser says of stops: called by tests/components/tour/test_said_alike.py with the stops as the page
   has them, the addresses of their kernels, and how many settings of each control to try. */
import { readFileSync } from "node:fs";
import { measure } from "../../../assets/tour/measures.js";
import { samples, nearest, valueText } from "../../../assets/tour/positions.js";
import { createSceneMaker } from "../../../assets/tour/scenes.js";
import { resultOf, textOf } from "../../../assets/tour/sentences.js";

const { rules, stops, count } = JSON.parse(readFileSync(0, "utf8"));
const { optimizers } = await import(rules);

/** Settings of a control, and the one in the stop's state.
    @param {TourStop} stop
    @returns {TourValue[]} */
const valuesOf = ({ control, opening, state }) => {
  if (!control || control.kind === "guess") return [opening];
  if (control.kind === "start") {
    const [left, right, bottom, top] = state.view;
    return [opening, [left, top], [0.9 * right + 0.1 * left, 0.7 * bottom + 0.3 * top]];
  }
  return [opening, ...samples(control, count).map((value) => nearest(control, value))];
};

const said = [];
for (const { stop, kernel, minima } of stops) {
  const loaded = {
    module: await import(kernel),
    surface: /** @type {any} */ ({ minima }),
    rules: optimizers,
  };
  const make = createSceneMaker();
  const responses = stop.charts.flatMap((/** @type {any} */ chart) => chart.measures ?? []);
  const settings = valuesOf(stop).map((value) => {
    const scene = make(stop, value, loaded);
    const says = Object.entries(stop.says);
    return {
      value,
      text: valueText(stop.control ?? { scale: "linear", unit: "" }, value),
      says: Object.fromEntries(says.map(([name, say]) => [name, textOf(say, scene)])),
      numbers: Object.fromEntries(says.map(([name, say]) => [name, String(measure(say.measure, scene))])),
      responses: responses.map((/** @type {any} */ [measured]) => String(measure(measured, scene))),
      result: resultOf(scene),
    };
  });
  said.push({ key: stop.key, settings });
}
process.stdout.write(JSON.stringify(said));
