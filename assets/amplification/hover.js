/* Pointing at a map tells its numbers; a click or a tap on the large one puts the probe there. */
import { onEscape } from "../view/escape.js";
import * as AmplificationSteps from "./two_steps.js";

const still = 6;
const card = () => document.getElementById("amplification-readout");
const fills = new WeakMap();

const pixel = event => {
  const box = card().parentElement.getBoundingClientRect();
  return [event.clientX - box.x, event.clientY - box.y];
};

/** Show what two steps come to beside the pointer. */
const over = (found, event, title) => {
  const [x, y] = pixel(event), element = card();
  if (!fills.has(element)) fills.set(element, AmplificationSteps.card(element));
  fills.get(element)(found, title);
  element.hidden = false;
  // Beside the pointer, wherever on the figure that is, and inside the window.
  const {x: left, y: top} = element.parentElement.getBoundingClientRect();
  const room = document.documentElement.clientWidth - left - element.offsetWidth - 8;
  const below = innerHeight - top - element.offsetHeight - 8;
  const across = x + 18 > room ? Math.max(-left + 8, x - 18 - element.offsetWidth) : x + 18;
  const down = Math.max(-top + 8, Math.min(y - element.offsetHeight / 2, below));
  element.style.transform = `translate(${Math.round(across)}px, ${Math.round(down)}px)`;
};

const leave = () => { card().hidden = true; };

const listen = figure => {
  const stage = card().parentElement;
  let down = null;
  const gradients = event => {
    const map = figure.map(), [x, y] = pixel(event);
    const inside = x >= map.left && x <= map.left + map.width && y >= map.top && y <= map.top + map.height;
    return inside ? [map.valueX(x), map.valueY(y)] : null;
  };
  stage.addEventListener("pointermove", event => {
    const found = event.pointerType === "mouse" && !event.buttons ? gradients(event) : null;
    if (found) over(figure.steps(found), event);
    else leave();
  });
  stage.addEventListener("pointerleave", leave);
  onEscape(leave);
  stage.addEventListener("pointerdown", event => {
    down = event.isPrimary && event.button === 0 && event.target.id !== "amplification-handle" ? pixel(event) : null;
  }, true);
  // On the window: Plotly covers it while a button is down.
  window.addEventListener("pointerup", event => {
    if (!down || !stage.isConnected) return;
    const probe = gradients(event), [x, y] = pixel(event);
    if (probe && Math.abs(x - down[0]) < still && Math.abs(y - down[1]) < still) {
      figure.change({probe});
      document.getElementById("amplification-handle").focus({preventScroll: true});
    }
    down = null;
  }, true);
};

export { leave, listen, over };
