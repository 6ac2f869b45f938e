/* Pointing at an iteration on the surface marks it on the curve, and the other way round;
   a click on the curve chooses it. */
import { onEscape } from "../view/escape.js";
import * as Scales from "../view/scales.js";
import * as Tooltip from "../view/tooltip.js";

const byId = id => document.getElementById(id);

const listen = playground => {
  const cards = {surface: byId("surface-readout"), curve: byId("curve-readout")};
  const {nearest, iteration, place, show} = Tooltip;

  const mark = t => {
    if (t === playground.marked) return;
    playground.marked = t;
    playground.redraw();
  };
  const leave = () => {
    cards.surface.hidden = cards.curve.hidden = true;
    mark(null);
  };
  const inside = ({left, top, width, height}, x, y) =>
    x >= left && x <= left + width && y >= top && y <= top + height;
  const numbers = t => iteration(playground.trajectory, t, playground.rule.symbols);
  const at = (stage, event) => {
    const box = stage.getBoundingClientRect();
    return [event.clientX - box.x, event.clientY - box.y];
  };

  const overSurface = (stage, event) => {
    if (!playground.kernel || event.buttons || event.target.closest(".zoom")) return leave();
    const map = Scales.mapping(playground.surface), [x, y] = at(stage, event);
    if (!inside(map, x, y)) return leave();
    const t = nearest(playground.trajectory, map, x, y);
    const w1 = map.valueX(x), w2 = map.valueY(y);
    show(cards.surface, t === null ? place(w1, w2, playground.kernel.error(w1, w2)) : numbers(t), x, y);
    cards.curve.hidden = true;
    mark(t);
  };

  /** The iteration of the curve below a pixel, or null off the plot. */
  const ofCurve = (x, y) => {
    const map = Scales.mapping(playground.curve);
    if (!playground.kernel || !inside(map, x, y)) return null;
    return Math.max(0, Math.min(playground.trajectory.rows - 1, Math.round(map.valueX(x))));
  };

  const overCurve = (stage, event) => {
    const [x, y] = at(stage, event), t = ofCurve(x, y);
    if (t === null) return leave();
    // On a phone the surface stays where it is, and the curve passes below it.
    const covered = cards.surface.parentElement.getBoundingClientRect().bottom - stage.getBoundingClientRect().y;
    show(cards.curve, numbers(t), x, y, Math.max(4, covered + 4));
    cards.surface.hidden = true;
    mark(t);
  };

  const ground = cards.curve.parentElement;
  ground.addEventListener("click", event => {
    const t = ofCurve(...at(ground, event));
    if (t === null) return;
    playground.select(t);
    // The arrow keys go on from there.
    byId("step-scrubber").focus({preventScroll: true});
  });

  for (const [card, over] of [[cards.surface, overSurface], [cards.curve, overCurve]]) {
    const stage = card.parentElement;
    stage.addEventListener("pointermove", event => over(stage, event));
    stage.addEventListener("pointerdown", event => {
      if (event.pointerType !== "mouse") over(stage, event);
    });
    stage.addEventListener("pointerleave", event => { if (event.pointerType === "mouse") leave(); });
  }
  onEscape(leave);
};

export { listen };
