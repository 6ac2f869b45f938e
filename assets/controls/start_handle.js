/* The start point as a handle: mouse, touch, pen or arrow keys move it. */
import * as Numbers from "../view/numbers.js";

const steps = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1]};
const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

/** Make a button the handle: `map()` is the present mapping, `move(start)` takes a new start. */
const attach = (handle, {map, start, move}) => {
  const within = (x, y) => {
    const {left, top, width, height, valueX, valueY} = map();
    return [valueX(clamp(x, left, left + width)), valueY(clamp(y, top, top + height))];
  };
  let grip = [0, 0];

  handle.addEventListener("pointerdown", event => {
    const box = handle.getBoundingClientRect();
    grip = [event.clientX - box.x - box.width / 2, event.clientY - box.y - box.height / 2];
    handle.setPointerCapture(event.pointerId);
    handle.focus({preventScroll: true});
    event.preventDefault();
  });
  handle.addEventListener("pointermove", event => {
    if (!handle.hasPointerCapture(event.pointerId)) return;
    const stage = handle.parentElement.getBoundingClientRect();
    move(within(event.clientX - grip[0] - stage.x, event.clientY - grip[1] - stage.y));
  });
  // The wheel means the surface below.
  handle.addEventListener("wheel", event => {
    event.preventDefault();
    handle.parentElement.querySelector(".nsewdrag")?.dispatchEvent(new WheelEvent("wheel", event));
  });
  handle.addEventListener("keydown", event => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const {x, y} = map(), [w1, w2] = start(), pixels = event.shiftKey ? 1 : 8;
    move(within(x(w1) + step[0] * pixels, y(w2) - step[1] * pixels));
  });

  /** Put the handle where the start is, or hide it where that is out of sight. */
  const place = () => {
    const {left, top, width, height, x, y} = map(), [w1, w2] = start();
    const px = x(w1), py = y(w2);
    const seen = px >= left - 1 && px <= left + width + 1 && py >= top - 1 && py <= top + height + 1;
    handle.hidden = !seen;
    if (seen) handle.style.transform = `translate(${px}px, ${py}px)`;
  };

  /** Name the handle by its place, for who cannot see it. */
  const name = () => {
    const [w1, w2] = start().map(Numbers.spoken);
    handle.setAttribute("aria-label", `Start point, w1 ${w1}, w2 ${w2}: arrow keys move it`);
  };

  return {name, place};
};

export { attach };
