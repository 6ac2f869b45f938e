/* The start as two number boxes. */
import * as NumberBox from "./number_box.js";

const names = ["w₁", "w₂"];
const boxes = figure => ["start-w1", "start-w2"].map(figure.byId);
const rounded = value => Number(value.toPrecision(6));

const show = figure =>
  boxes(figure).forEach((box, k) => { box.value = rounded(figure.state.start[k]); });

const settle = figure => boxes(figure).forEach((box, k) => {
  if (box === document.activeElement) return;
  dash_clientside.set_props(box.id, {value: rounded(figure.state.start[k])});
});

const listen = figure => boxes(figure).forEach((box, k) => {
  NumberBox.attach(box, {
    takes: () => ({name: names[k], low: Number(box.min), high: Number(box.max)}),
    current: () => figure.state.start[k],
    changed: value => figure.change({start: figure.state.start.with(k, value)}),
    shown: rounded,
  });
  box.addEventListener("focusout", figure.later);
});

export { listen, settle, show };
