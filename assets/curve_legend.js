/* The legend of the error curve as buttons: for a finger and the keyboard as well as for the mouse.
   What is shown is kept in Plotly's traces alone. */
(lockstep => {
  const attach = (place, playground) => {
    const buttons = [...place.querySelectorAll("button")];

    const isShown = k => (playground.curve.data[k].visible ?? true) === true;

    /** Name the curves of the rule that is drawn, and tell which of them are shown. */
    const show = () => {
      if (!playground.trajectory) return;
      buttons.forEach((button, k) => {
        const curve = playground.rule.curves[k];
        button.hidden = !curve;
        if (!curve) return;
        const text = button.lastElementChild;
        if (text.textContent !== curve.name) text.textContent = curve.name;
        button.setAttribute("aria-pressed", String(isShown(k)));
      });
    };

    buttons.forEach((button, k) => {
      button.style.setProperty("--curve", playground.curve.data[k].line.color);
      button.addEventListener("click", () =>
        Plotly.restyle(playground.curve, {visible: isShown(k) ? "legendonly" : true}, [k]));
    });

    return {show};
  };

  lockstep.curveLegend = {attach};
})((window.dash_clientside ??= {}).lockstep ??= {});
