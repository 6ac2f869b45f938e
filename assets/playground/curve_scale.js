/* The switch between a linear and a logarithmic axis of the error. */

const listen = playground => {
  const buttons = [...document.querySelectorAll("#curve-scale button")];
  for (const button of buttons) {
    button.addEventListener("click", async () => {
      for (const other of buttons) other.setAttribute("aria-pressed", String(other === button));
      // Not by relayout, of which Dash hears: it would draw the layout of this moment once more,
      // after the one that follows.
      await Plotly.update(playground.curve, {}, {"yaxis.type": button.value});
      playground.settle();
    });
  }
};

export { listen };
