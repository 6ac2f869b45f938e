/* The start as two number boxes. */
(lockstep => {
  const boxes = () => ["start-w1", "start-w2"].map(id => document.getElementById(id));
  const rounded = value => Number(value.toPrecision(6));

  const show = ({state}) => boxes().forEach((box, k) => { box.value = rounded(state.start[k]); });

  const settle = ({state}) => boxes().forEach((box, k) => {
    if (box === document.activeElement) return;
    dash_clientside.set_props(box.id, {value: rounded(state.start[k])});
  });

  const listen = playground => boxes().forEach((box, k) => {
    box.addEventListener("input", () => {
      const value = box.valueAsNumber;
      const usable = Math.abs(value) <= Number(box.max);
      box.setAttribute("aria-invalid", String(!usable));
      if (!usable) return;
      const start = [...playground.state.start];
      start[k] = value;
      playground.change({start});
    });
    box.addEventListener("focusout", () => {
      box.removeAttribute("aria-invalid");
      playground.later();
    });
  });

  lockstep.startBoxes = {listen, settle, show};
})((window.dash_clientside ??= {}).lockstep ??= {});
