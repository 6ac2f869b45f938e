/* The sentence of a step: how its two weights' steps compare with those of gradient descent. */
import { timesText } from "./worked_numbers.js";

const weightNames = ["w₁", "w₂"];

/** @param {StepsModule} module
    @param {PlaygroundTrajectory} trajectory
    @param {number} t a step, from 1
    @returns {string} */
export const stepSentence = ({ steps, fates, sentence }, { optimizer, settings, columns }, t) => {
  const { plain, compared } = steps[optimizer];
  const outcomes = weightNames.map((name, k) => {
    const v = columns[`v${k + 1}`][t];
    const step = plain({ ...settings, g: columns[`g${k + 1}`][t] });
    const fate = /** @type {StepFate} */ (fates.find(({ when }) => when(v, step)));
    return { name, fate, times: fate.times(v, step) };
  });
  const same = outcomes[0].fate === outcomes[1].fate;
  if (same && outcomes[1].times > outcomes[0].times) outcomes.reverse();
  const [first, second] = outcomes;
  const fill = (/** @type {string} */ text, /** @type {number} */ times) =>
    text.replace("{times}", timesText(times));
  return sentence
    .replace("{plain}", compared)
    .replace("{first}", first.name)
    .replace("{words}", fill(first.fate.words, first.times))
    .replace("{second}", second.name)
    .replace("{others}", fill(same ? second.fate.again : second.fate.words, second.times));
};
