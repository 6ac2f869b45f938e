/* Gestures on a surface: a mouse or pen drags it, two fingers drag and zoom it, the wheel zooms with Ctrl or ⌘. One
   finger and the wheel alone are the page's. Every gesture ends at rest, where contours are asked for. */
import { onEscape, pointerPixel } from "../view/dom.js";
import { scaled, shifted } from "./view_geometry.js";

const stillWithin = 3;
const wheelPerE = 400;
const linePixels = 16;
const mostAtOnce = 0.5;
const restAfter = 120;
const hintFor = 1800;

/** @param {HTMLElement} stage
    @param {Plot} plot
    @param {object} options
    @param {HTMLElement} options.hint
    @param {(view: View) => boolean} options.isAllowed */
export const bindGestures = (stage, plot, { hint, isAllowed }) => {
  const ground = /** @type {HTMLElement} */ (stage.querySelector('[role="img"]'));
  let frame = 0;
  /** @type {View | null} */
  let next = null;
  let timer = 0;

  const draw = () => {
    cancelAnimationFrame(frame);
    frame = 0;
    if (next) plot.move(next);
  };
  /** Move to a view in the next frame.
      @param {View} view */
  const move = (view) => {
    if (!isAllowed(view)) return;
    next = view;
    frame ||= requestAnimationFrame(draw);
  };
  const rest = () => {
    clearTimeout(timer);
    if (!next) return;
    draw();
    next = null;
    plot.rest();
  };
  const view = () => next ?? plot.view();
  /** The mapping of the view that the next frame will show.
      @param {number} dx
      @param {number} dy */
  const inUnits = (dx, dy) => {
    const { width } = plot.mapping();
    const [left, right] = plot.seen(view());
    const unit = (right - left) / width;
    return /** @type {[number, number]} */ ([dx * unit, dy * unit]);
  };
  /** Scale around a pixel.
      @param {number} factor
      @param {number} x
      @param {number} y */
  const zoom = (factor, x, y) => {
    const { width, height } = plot.mapping();
    const [left, right, bottom, top] = plot.seen(view());
    move(scaled(view(), factor, [left + (x / width) * (right - left), top - (y / height) * (top - bottom)]));
  };

  /** @type {{x: number, y: number, view: View} | null} */
  let held = null;
  ground.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch" || event.button !== 0) return;
    const [x, y] = pointerPixel(event, stage);
    held = { x, y, view: view() };
    ground.setPointerCapture(event.pointerId);
  });
  ground.addEventListener("pointermove", (event) => {
    if (!held) return;
    const [x, y] = pointerPixel(event, stage);
    if (!next && Math.hypot(x - held.x, y - held.y) < stillWithin) return;
    move(shifted(held.view, ...inUnits(held.x - x, y - held.y)));
  });
  for (const end of ["pointerup", "pointercancel"]) {
    ground.addEventListener(end, () => {
      if (!held) return;
      held = null;
      rest();
    });
  }

  let hiding = 0;
  onEscape(() => {
    hint.hidden = true;
  });
  stage.addEventListener(
    "wheel",
    (event) => {
      if (!(event.ctrlKey || event.metaKey)) {
        hint.hidden = false;
        clearTimeout(hiding);
        hiding = setTimeout(() => {
          hint.hidden = true;
        }, hintFor);
        return;
      }
      event.preventDefault();
      const turned = event.deltaY * (event.deltaMode ? linePixels : 1);
      const power = Math.max(-mostAtOnce, Math.min(mostAtOnce, turned / wheelPerE));
      zoom(Math.exp(power), ...pointerPixel(event, stage));
      clearTimeout(timer);
      timer = setTimeout(rest, restAfter);
    },
    { passive: false },
  );

  /** The middle of two fingers and how far they are apart.
      @type {{x: number, y: number, apart: number} | null} */
  let fingers = null;
  /** @param {TouchEvent} event */
  const follow = (event) => {
    const { touches } = event;
    if (touches.length !== 2) {
      if (fingers && touches.length < 2) {
        fingers = null;
        rest();
      }
      return;
    }
    event.preventDefault();
    const [a, b] = [...touches].map((touch) => pointerPixel(touch, stage));
    const now = {
      x: (a[0] + b[0]) / 2,
      y: (a[1] + b[1]) / 2,
      apart: Math.max(1, Math.hypot(b[0] - a[0], b[1] - a[1])),
    };
    if (fingers) {
      zoom(fingers.apart / now.apart, fingers.x, fingers.y);
      move(shifted(view(), ...inUnits(fingers.x - now.x, now.y - fingers.y)));
    }
    fingers = now;
  };
  for (const kind of /** @type {const} */ (["touchstart", "touchmove", "touchend", "touchcancel"])) {
    stage.addEventListener(kind, follow, { passive: false });
  }
};
