/* The start as two number boxes. */
(lockstep => {
  const boxes = figure => ["start-w1", "start-w2"].map(figure.byId);
  const rounded = value => Number(value.toPrecision(6));

  const show = figure =>
    boxes(figure).forEach((box, k) => { box.value = rounded(figure.state.start[k]); });

  const settle = figure => boxes(figure).forEach((box, k) => {
    if (box === document.activeElement) return;
    dash_clientside.set_props(box.id, {value: rounded(figure.state.start[k])});
  });

  const listen = figure => boxes(figure).forEach((box, k) => {
    box.addEventListener("input", () => {
      const value = box.valueAsNumber;
      const usable = Math.abs(value) <= Number(box.max);
      box.setAttribute("aria-invalid", String(!usable));
      if (!usable) return;
      const start = [...figure.state.start];
      start[k] = value;
      figure.change({start});
    });
    box.addEventListener("focusout", () => {
      box.removeAttribute("aria-invalid");
      figure.later();
    });
  });

  lockstep.startBoxes = {listen, settle, show};
})((window.dash_clientside ??= {}).lockstep ??= {});
