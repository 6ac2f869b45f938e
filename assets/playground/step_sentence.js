/* The two sentences of a step: what it does, and how it compares with gradient descent. */
import { numberText, timesText } from "./worked_numbers.js";

const weights = ["₁", "₂"];
const nearlyEqual = 0.1;
const hardlyEqual = 1.005;
const vast = 1e5;

/** The size of a column's value for both weights.
    @param {Columns} columns
    @param {string} name
    @param {number} t */
const sizes = (columns, name, t) => [1, 2].map((weight) => Math.abs(columns[`${name}${weight}`][t]));

/** Which of two sizes is the larger, how many times, and whether the other is zero.
    @param {number[]} pair */
const compare = ([first, second]) => {
  const larger = first > second ? 0 : 1;
  const least = Math.min(first, second);
  return { larger, times: Math.max(first, second) / least, isAlone: least === 0 };
};

/** What both sizes are once rounded to as many digits as they share, or null if they differ too much.
    @param {number[]} pair */
const sharedSize = ([first, second]) => {
  const [exact, about] = [3, 2].map((digits) => Number((first / 2 + second / 2).toPrecision(digits)));
  if ([first, second].every((size) => Number(size.toPrecision(3)) === exact)) return numberText(exact);
  const apart = Math.abs(first - second) / Math.max(first, second);
  return apart < nearlyEqual ? `about ${numberText(about)}` : null;
};

/** How steep it is along both weights. `of` is the weight that is spoken of already, or -1.
    @param {number[]} slopes
    @param {number} of */
const slopeClause = (slopes, of) => {
  if (Math.max(...slopes) === 0) return "both slopes are zero";
  const { larger, times, isAlone } = compare(slopes);
  if (times < hardlyEqual) return "both slopes are equally steep";
  if (!(times < vast)) {
    const along = `w${weights[1 - larger]}`;
    return isAlone ? `there is no slope along ${along}` : `there is hardly a slope along ${along}`;
  }
  const slope = larger === of ? "its slope" : `the slope along w${weights[larger]}`;
  return `${slope} is ${timesText(times)} times as steep`;
};

/** What a step does: how far both weights move, and how steep it is along each.
    @param {Pick<Trajectory, "columns">} trajectory
    @param {number} t a step, from 1
    @returns {string} */
export const plainSentence = ({ columns }, t) => {
  const moves = sizes(columns, "v", t);
  const slopes = sizes(columns, "g", t);
  const steep = compare(slopes);
  const isEven = !(steep.times >= hardlyEqual); // both zero: 0/0
  if (Math.max(...moves) === 0) return `Neither weight moves; ${slopeClause(slopes, -1)}.`;
  const size = sharedSize(moves);
  if (size) return `Both weights move by ${size}${isEven ? ";" : ", although"} ${slopeClause(slopes, -1)}.`;
  const { larger, times, isAlone } = compare(moves);
  const [far, near] = [larger, 1 - larger].map((k) => `w${weights[k]}`);
  const clause = slopeClause(slopes, larger);
  const factor = timesText(times);
  const moved = isAlone
    ? `Only ${far} moves, by ${numberText(Number(moves[larger].toPrecision(3)))}`
    : times < vast
      ? `${far} moves ${factor} times as far as ${near}`
      : `${far} moves, ${near} hardly does`;
  if (isEven || times >= vast) return `${moved}; ${clause}.`;
  if (steep.larger !== larger) return `${moved}, although ${clause}.`;
  return timesText(steep.times) === factor ? `${moved}, as ${clause}.` : `${moved}; ${clause}.`;
};

/** How the steps of both weights compare with those of gradient descent.
    @param {StepsModule} module
    @param {PlaygroundTrajectory} trajectory
    @param {number} t a step, from 1
    @returns {string} */
export const comparedSentence = ({ steps, fates, sentence }, { optimizer, settings, columns }, t) => {
  const { plain, compared } = steps[optimizer];
  const outcomes = weights.map((weight, k) => {
    const v = columns[`v${k + 1}`][t];
    const step = plain({ ...settings, g: columns[`g${k + 1}`][t] });
    const fate = /** @type {StepFate} */ (fates.find(({ when }) => when(v, step)));
    const times = fate.times(v, step);
    const fill = (/** @type {string} */ text) =>
      text.replace("{times}", timesText(times)).replace("{plain}", `${compared}${weight}`);
    return { name: `w${weight}`, fate, times, words: fill(fate.words), again: fill(fate.again) };
  });
  const same = outcomes[0].fate === outcomes[1].fate;
  if (same && outcomes[1].times > outcomes[0].times) outcomes.reverse();
  const [first, second] = outcomes;
  return sentence
    .replace("{first}", first.name)
    .replace("{words}", first.words)
    .replace("{second}", second.name)
    .replace("{others}", same ? second.again : second.words);
};
