/* Two steps in numbers and in words: at the probe, under the pointer, on the small maps. */
(lockstep => {
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
      ? `Amplified: the second step is ${lockstep.numbers.short(ratio)} times as long as ${plain}.`
      : `Attenuated: the second step is only ${lockstep.numbers.short(ratio)} times as long as ${plain}.`) + back;
  };

  const cell = (kind, ...content) => {
    const element = document.createElement(kind);
    element.append(...content);
    return element;
  };

  const symbol = (letter, index) => [letter, cell("sub", index)];

  /** The numbers and the sentence, as elements. */
  const told = (found, title) => {
    const {exact} = lockstep.numbers, rows = [
      [symbol("g", "1"), found.g1], [symbol("g", "2"), found.g2], [["v(2)"], found.v],
      [symbol("C", "a"), found.amplification],
    ].map(([name, value]) => {
      const head = cell("th", ...name);
      head.scope = "row";
      return cell("tr", head, cell("td", exact(value)));
    });
    const words = cell("p", sentence(found));
    words.className = found.amplification > 0 ? "says amplified" : found.amplification < 0 ? "says attenuated" : "says";
    return [...(title ? [cell("strong", title)] : []), cell("table", cell("tbody", ...rows)), words];
  };

  /** The same in one line, for who hears it. */
  const line = found => {
    const {short} = lockstep.numbers;
    return `g1 ${short(found.g1)}, g2 ${short(found.g2)}: v(2) ${short(found.v)}, C_a ${short(found.amplification)}. ${sentence(found)}`;
  };

  lockstep.amplificationWords = {line, sentence, steps, told};
})((window.dash_clientside ??= {}).lockstep ??= {});
