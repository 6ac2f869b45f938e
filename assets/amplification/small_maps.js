/* The two rows of small maps: the chosen rule at several decays, and every rule. */
import * as Numbers from "../view/numbers.js";
import * as AmplificationHover from "./hover.js";
import * as Tiles from "./tiles.js";
import * as AmplificationSteps from "./two_steps.js";

const create = figure => {
  const {state, settings, rules, root} = figure;
  const section = root.querySelector("#amplification-decays");
  const words = section.querySelector("[data-part=words]"), head = section.querySelector("h3");
  const label = section.querySelector("[data-part=label]"), box = section.querySelector(".decays-list");
  const shared = {
    range: () => state.range,
    scale: () => figure.scale,
    colours: () => figure.look.colours,
    theme: () => figure.look,
    redraw: figure.redraw,
    hover: (shown, gradients, event) => AmplificationHover.over(
      AmplificationSteps.steps(shown.rule, shown.settings, gradients), event, shown.title),
    leave: () => AmplificationHover.leave(),
  };
  const byDecay = Tiles.create(root.querySelector("#amplification-decays-tiles"), {
    ...shared, choose: ({rule, decay}) => figure.set(rule.decay.name, decay),
  });
  const byRule = Tiles.create(root.querySelector("#amplification-rules-tiles"), {
    ...shared, choose: ({key}) => figure.choose(key),
  });

  const say = (element, text) => { if (element.textContent !== text) element.textContent = text; };

  /** What must be said of the values that were asked for. */
  const remarks = (shown, left) => {
    const {rule, scale} = figure, {short} = Numbers, {decay, name, atOne} = rule;
    if (!decay) return `${name} forgets at no rate that could be varied: its one map is the large one.`;
    const found = [`Across g₁, up g₂, both from ${short(-state.range)} to ${short(state.range)}. Choose a map to make it the large one.`];
    if (left.length) {
      found.push(`${name} admits ${decay.symbol} from ${decay.low} to ${decay.high}: ${left.join(", ")} is left out.`);
    }
    if (atOne && shown.some(one => one.decay === 1)) found.push(atOne);
    for (const {key, title} of shown) {
      if (byDecay.greatest(key) > scale.limit) {
        found.push(`${title} reaches ${short(byDecay.greatest(key))}: the colours end at ${short(scale.limit)} and do not stretch for it.`);
      }
    }
    return found.join(" ");
  };

  const drawDecays = all => {
    const {rule} = figure, {decay, name} = rule;
    box.hidden = !decay;
    say(head, decay ? `${name} at several ${decay.symbol}` : name);
    if (decay) say(label, `Values of ${decay.symbol}`);
    const admitted = decay ? state.decays.filter(value => value >= decay.low && value <= decay.high) : [];
    const list = admitted.map(value => ({
      key: String(value),
      title: `${decay.symbol} = ${value}`,
      rule, decay: value,
      settings: {...state.run.settings, [decay.name]: value},
      current: state.run.settings[decay.name] === value,
    }));
    const late = byDecay.show(list, figure.look.name + name, all);
    say(words, remarks(list, decay ? state.decays.filter(value => !admitted.includes(value)) : []));
    return late;
  };

  const drawRules = all => byRule.show(Object.entries(rules).map(([key, rule]) => ({
    key, rule, title: rule.name, settings: settings[key], current: key === state.run.optimizer,
  })), figure.look.name, all);

  /** Draw what has changed: all of it, or what is in sight and fits into a frame. */
  const draw = all => {
    const late = [drawDecays(all), drawRules(all)];
    if (late.some(Boolean)) figure.redraw();
  };

  const resized = () => {
    byDecay.resized();
    byRule.resized();
  };

  return {draw, resized};
};

export { create };
