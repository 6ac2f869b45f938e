/* The legend of the error curve as buttons: for a finger and the keyboard as well as for the mouse.
   The reader's choice is kept by name, for every rule and function that has such a curve. */

/** The names that are chosen, each with its group: E at first. */
const first = () => new Map([["E", "error"]]);

/** What Plotly calls visible, for every curve of a rule; the level goes with the rates. */
const visible = (shown, {curves}) => curves.map(curve => {
  if (!curve) return false;
  if (curve.group !== "level") return shown.has(curve.name) || "legendonly";
  return curves.some(other => other?.group === "rate" && shown.has(other.name));
});

/** Show or hide a curve. The memory and the rates do not share an axis: those that were there
    before make way. */
const toggle = (shown, {name, group}) => {
  if (shown.delete(name)) return;
  for (const [other, its] of shown) {
    if (![its, group].includes("error") && its !== group) shown.delete(other);
  }
  shown.set(name, group);
};

/** Have a group of a rule's curves seen, beside the error. */
const reveal = (shown, {curves}, group) => {
  const hidden = curves.filter(curve => curve?.group === group && !shown.has(curve.name));
  for (const curve of hidden) toggle(shown, curve);
};

const attach = (place, playground, changed) => {
  const buttons = [...place.querySelectorAll("button")];

  /** Name the curves of the rule that is drawn, and tell which of them are shown. */
  const show = () => {
    if (!playground.trajectory) return;
    buttons.forEach((button, k) => {
      const curve = playground.rule.curves[k];
      button.hidden = !curve;
      if (!curve) return;
      const text = button.lastElementChild;
      if (text.textContent !== curve.name) text.textContent = curve.name;
      button.setAttribute("aria-pressed", String(playground.shown.has(curve.name)));
    });
  };

  buttons.forEach((button, k) => {
    button.style.setProperty("--curve", playground.curve.data[k].line.color);
    button.addEventListener("click", () => {
      toggle(playground.shown, playground.rule.curves[k]);
      changed();
    });
  });

  return {show};
};

export { attach, first, reveal, visible };
