/* Clicks and taps on a stage, as opposed to drags. */
import { pointerPixel } from "../view/dom.js";

const stillWithin = 5;
const doubleWithin = 400;

/** Call `clicked` with pixels of the stage, and `undo` on a double click, whose first click was taken for one.
    Its second click meets the handle, which the first one has put there.
    @param {HTMLElement} stage
    @param {object} calls
    @param {(x: number, y: number, pointerType: string) => void} calls.clicked
    @param {() => void} calls.undo */
export const listenToClicks = (stage, { clicked, undo }) => {
  /** @type {{x: number, y: number, handle: boolean} | null} */
  let down = null;
  let last = { when: -Infinity, x: 0, y: 0 };

  /** @type {(x: number, y: number, other: {x: number, y: number}, within: number) => boolean} */
  const near = (x, y, other, within) => Math.abs(x - other.x) < within && Math.abs(y - other.y) < within;

  stage.addEventListener(
    "pointerdown",
    (event) => {
      const target = /** @type {Element} */ (event.target);
      const on = (/** @type {string} */ name) => target.closest(name) !== null;
      const isMeant = event.isPrimary && event.button === 0 && (on('[role="img"]') || on(".start-handle"));
      const [x, y] = pointerPixel(event, stage);
      down = isMeant ? { x, y, handle: on(".start-handle") } : null;
    },
    true,
  );
  addEventListener(
    "pointerup",
    (event) => {
      if (!down) return;
      const [x, y] = pointerPixel(event, stage);
      const { handle } = down;
      const isClick = near(x, y, down, stillWithin);
      down = null;
      if (!isClick) return;
      const isDouble = event.timeStamp - last.when < doubleWithin && near(x, y, last, 2 * stillWithin);
      last = { when: isDouble || handle ? -Infinity : event.timeStamp, x, y };
      if (isDouble) undo();
      else if (!handle) clicked(x, y, event.pointerType);
    },
    true,
  );
  addEventListener(
    "pointercancel",
    () => {
      down = null;
    },
    true,
  );
};
