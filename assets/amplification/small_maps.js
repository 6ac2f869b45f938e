/* The two rows of small maps: the chosen rule at several decays, and every rule. */
import { byId, setText } from "../view/dom.js";
import { short } from "../view/numbers.js";
import { createTiles } from "./tiles.js";
import { twoSteps } from "./two_steps.js";

/** @param {import("./figure.js").AmplificationFigure} figure */
export const createSmallMaps = (figure) => {
  const { state, settings, rules } = figure;
  const section = byId("amplification-decays");
  const [remarks, label] = ["remarks", "label"].map((part) => section.querySelector(`[data-part=${part}]`));
  const [heading, box] = ["h3", ".decays-list"].map((selector) => section.querySelector(selector));
  const shared = {
    state,
    redraw: figure.redraw,
    /** @param {SmallMap} one
        @param {number[]} gradients
        @param {PointerEvent} event */
    hover: ({ rule, settings: own, title }, gradients, event) =>
      figure.tooltip.show(twoSteps(rule, own, gradients), event, title),
    leave: figure.tooltip.hide,
  };
  const byDecay = createTiles(byId("amplification-decays-tiles"), {
    ...shared,
    choose: ({ rule, decay }) => rule.decay && figure.set(rule.decay.name, Number(decay)),
  });
  const byRule = createTiles(byId("amplification-rules-tiles"), {
    ...shared,
    choose: ({ key }) => figure.choose(key),
  });

  /** What must be said of the decays: the axes, values left out, values beyond the colours.
      @param {SmallMap[]} shown
      @param {number[]} omitted */
  const remark = (shown, omitted) => {
    const { decay, name, atOne } = figure.rule;
    const { limit } = figure.scale;
    if (!decay) return `${name} forgets at no rate that could be varied: its one map is the large one.`;
    const ends = `from ${short(-state.range)} to ${short(state.range)}`;
    const found = [`Across g₁, up g₂, both ${ends}. Choose a map to make it the large one.`];
    if (omitted.length) {
      const bounds = `${decay.symbol} from ${decay.low} to ${decay.high}`;
      found.push(`${name} admits ${bounds}: ${omitted.join(", ")} is left out.`);
    }
    if (atOne && shown.some((one) => one.decay === 1)) found.push(atOne);
    for (const { key, title } of shown) {
      const greatest = byDecay.greatest(key);
      if (!(greatest > limit)) continue;
      found.push(
        `${title} reaches ${short(greatest)}: the colours end at ${short(limit)} and do not stretch for it.`,
      );
    }
    return found.join(" ");
  };

  /** @param {boolean} all */
  const drawDecays = (all) => {
    const { rule } = figure;
    const { decay, name } = rule;
    box.hidden = !decay;
    setText(heading, decay ? `${name} at several ${decay.symbol}` : name);
    if (decay) setText(label, `Values of ${decay.symbol}`);
    const admitted = decay ? state.decays.filter((value) => value >= decay.low && value <= decay.high) : [];
    const omitted = decay ? state.decays.filter((value) => !admitted.includes(value)) : [];
    const own = state.run.settings;
    const list = admitted.map((value) => {
      const { name: key, symbol } = /** @type {NamedHyperparameter} */ (decay);
      return {
        key: String(value),
        title: `${symbol} = ${value}`,
        rule,
        decay: value,
        settings: { ...own, [key]: value },
        current: own[key] === value,
      };
    });
    const late = byDecay.show(list, figure.scale, figure.theme, all);
    setText(remarks, remark(list, omitted));
    return late;
  };

  /** @param {boolean} all */
  const drawRules = (all) => {
    const list = Object.entries(rules).map(([key, rule]) => ({
      key,
      rule,
      title: rule.name,
      settings: settings[key],
      current: key === state.run.optimizer,
    }));
    return byRule.show(list, figure.scale, figure.theme, all);
  };

  /** Draw what has changed: all of it, or what is visible and fits into a frame.
      @param {boolean} all */
  const draw = (all) => {
    const late = [drawDecays(all), drawRules(all)];
    if (late.some(Boolean)) figure.redraw();
  };

  const resize = () => {
    byDecay.resize();
    byRule.resize();
  };

  return { draw, resize };
};
