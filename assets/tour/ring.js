/* The ring on the surface: the start, where it is what a stop lets the reader move; at a stop that asks, a marker
   for the guess, or a click anywhere. */
import { createStartHandle } from "../controls/start_handle.js";
import { pointerPixel } from "../view/dom.js";
import { spoken } from "../view/numbers.js";

/** @typedef {"start" | "guess" | null} RingKind */

/** @param {HTMLElement} handle
    @param {object} options
    @param {() => PlotMapping} options.map
    @param {() => RingKind} options.kind what it is at present
    @param {() => Point} options.point where it is
    @param {(point: Point) => void} options.move
    @param {(point: Point) => void} options.guess takes a guess */
export const createRing = (handle, { map, kind, point, move, guess }) => {
  const stage = /** @type {HTMLElement} */ (handle.parentElement);
  const ring = createStartHandle(handle, { map, start: point, move });

  handle.addEventListener("keydown", (event) => {
    if (kind() !== "guess" || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    guess(point());
  });
  stage.addEventListener("click", (event) => {
    if (kind() !== "guess" || event.button || event.target === handle) return;
    const [x, y] = pointerPixel(event, stage);
    const { valueX, valueY } = map();
    guess([valueX(x), valueY(y)]);
  });
  // A marker that was dragged is a guess where it is left.
  handle.addEventListener("pointerup", () => {
    if (kind() === "guess" && handle.dataset.moved) guess(point());
  });

  const name = () => {
    if (kind() === "start") return ring.name();
    const [w1, w2] = point().map(spoken);
    handle.setAttribute("aria-label", `Your guess, w1 ${w1}, w2 ${w2}: arrow keys move it, Enter takes it`);
  };

  return {
    /** Put it where it is now, or hide it. */
    place: () => {
      const present = kind();
      stage.classList.toggle("asking", present === "guess");
      handle.classList.toggle("guess", present === "guess");
      if (!present) {
        handle.hidden = true;
        return;
      }
      ring.place();
      name();
    },
  };
};
