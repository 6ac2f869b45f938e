/* Start handle: a button on the plot that mouse, touch, pen and arrow keys drag. */
import { pointerPixel, setHidden } from "../view/dom.js";
import { spoken } from "../view/numbers.js";

/** @type {Record<string, Point>} */
const directions = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
const keyStep = 8;
const fineKeyStep = 1;

/** @param {number} value
    @param {number} low
    @param {number} high */
const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

/** Make a button the handle of a point.
    @param {HTMLElement} handle
    @param {object} options
    @param {() => PlotMapping} options.map the present mapping
    @param {() => Point} options.start the point
    @param {(start: Point) => void} options.move takes another one */
export const createStartHandle = (handle, { map, start, move }) => {
  const stage = /** @type {HTMLElement} */ (handle.parentElement);

  /** Move to a pixel, or to the nearest one inside the plot.
      @param {number} x
      @param {number} y */
  const moveTo = (x, y) => {
    const { left, top, width, height, valueX, valueY } = map();
    move([valueX(clamp(x, left, left + width)), valueY(clamp(y, top, top + height))]);
  };

  /** Where in the handle the pointer holds it, from its centre. */
  let grip = [0, 0];
  /** Where the stage is in the window. To read it for every move would ask for a layout in every frame. */
  let origin = { x: 0, y: 0 };
  const findStage = () => {
    origin = stage.getBoundingClientRect();
  };
  handle.addEventListener("pointerdown", (event) => {
    const [x, y] = pointerPixel(event, handle);
    const { width, height } = handle.getBoundingClientRect();
    grip = [x - width / 2, y - height / 2];
    findStage();
    handle.setPointerCapture(event.pointerId);
    handle.focus({ preventScroll: true });
    event.preventDefault();
  });
  addEventListener("scroll", findStage, { capture: true, passive: true });
  handle.addEventListener("pointermove", (event) => {
    if (!handle.hasPointerCapture(event.pointerId)) return;
    moveTo(event.clientX - origin.x - grip[0], event.clientY - origin.y - grip[1]);
  });
  handle.addEventListener("keydown", (event) => {
    const direction = directions[event.key];
    if (!direction) return;
    event.preventDefault();
    const { x, y } = map();
    const [w1, w2] = start();
    const pixels = event.shiftKey ? fineKeyStep : keyStep;
    moveTo(x(w1) + direction[0] * pixels, y(w2) - direction[1] * pixels);
  });

  return {
    /** Put the handle at the start, or hide it where that is outside the plot. */
    place: () => {
      const { left, top, width, height, x, y } = map();
      const [w1, w2] = start();
      const px = x(w1);
      const py = y(w2);
      const isInside = px >= left - 1 && px <= left + width + 1 && py >= top - 1 && py <= top + height + 1;
      setHidden(handle, !isInside);
      if (isInside) handle.style.transform = `translate(${px}px, ${py}px)`;
    },
    /** Name the handle by its position, for screen readers. */
    name: () => {
      const [w1, w2] = start().map(spoken);
      handle.setAttribute("aria-label", `Start point, w1 ${w1}, w2 ${w2}: arrow keys move it`);
    },
  };
};
