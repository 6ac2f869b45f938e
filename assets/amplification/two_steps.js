/* Two steps in numbers and in words: at the probe, under the pointer, on the small maps. */
import * as Numbers from "../view/numbers.js";

const alike = 1e-9;
const into = new Float64Array(3);

/** What two steps come to, with all that is needed to tell it. */
const steps = (rule, settings, [g1, g2]) => {
  rule.kernel.twoSteps(g1, g2, settings, into);
  const [v, amplification, ratio] = into;
  return {g1, g2, v, amplification, ratio, name: rule.name, plain: `${rule.rate?.symbol ?? ""} g₂`.trim()};
};

/** What two steps come to, in a sentence. */
const sentence = ({g2, v, ratio, name, plain}) => {
  if (g2 === 0) {
    return v === 0
      ? "Neither: without a second gradient there is no second step."
      : `Amplified: there is no second gradient, yet ${name} moves on.`;
  }
  if (v === 0) return `Attenuated to nothing: ${name} pauses for a step.`;
  const back = v * g2 < 0 ? " It goes against the second gradient." : "";
  if (Math.abs(ratio - 1) < alike) return `Neither: the second step is as long as ${plain}.${back}`;
  return (ratio > 1
    ? `Amplified: the second step is ${Numbers.short(ratio)} times as long as ${plain}.`
    : `Attenuated: the second step is only ${Numbers.short(ratio)} times as long as ${plain}.`) + back;
};

const element = (kind, className, ...content) => {
  const made = document.createElement(kind);
  if (className) made.className = className;
  made.append(...content);
  return made;
};

const say = (place, text) => { if (place.textContent !== text) place.textContent = text; };

/** Fill a place with room for numbers and a sentence, and return what keeps them up to date. */
const card = place => {
  const title = element("strong", ""), words = element("p", "says");
  const names = [["g", "1"], ["g", "2"], ["v(2)", ""], ["C", "a"]];
  const numbers = names.map(() => element("td", ""));
  const rows = names.map(([letter, index], k) => {
    const head = element("th", "", letter, ...(index ? [element("sub", "", index)] : []));
    head.scope = "row";
    return element("tr", "", head, numbers[k]);
  });
  const caption = element("caption", "visually-hidden", "Two steps in numbers");
  place.replaceChildren(title, element("table", "", caption, element("tbody", "", ...rows)), words);
  return (found, heading = "") => {
    const {g1, g2, v, amplification} = found;
    say(title, heading);
    [g1, g2, v, amplification].forEach((value, k) => say(numbers[k], Numbers.exact(value)));
    say(words, sentence(found));
    words.className = amplification > 0 ? "says amplified" : amplification < 0 ? "says attenuated" : "says";
  };
};

/** The same in one line, for who hears it. */
const line = found => {
  const {spoken} = Numbers;
  return `g1 ${spoken(found.g1)}, g2 ${spoken(found.g2)}: v(2) ${spoken(found.v)}, C_a ${spoken(found.amplification)}. ${sentence(found)}`;
};

export { card, line, sentence, steps };
