/* The ring on the surface: the start, where it is what a stop lets the reader move; at a stop that asks, a marker
   for the guess, or a click anywhere. */
import { createStartHandle } from "../controls/start_handle.js";
import { pointerPixel, setHidden } from "../view/dom.js";
import { spoken } from "../view/numbers.js";
import { guessedStep } from "./guess.js";

/** @param {HTMLElement} handle
    @param {object} options
    @param {() => PlotMapping} options.map
    @param {() => TourScene | null} options.scene that of the current stop, once it is seen
    @param {import("./guess.js").Guesses} options.guesses
    @param {(start: Point) => void} options.set takes another start
    @param {(guess: Point) => void} options.take takes a guess
    @param {() => void} options.redraw */
export const createRing = (handle, { map, scene, guesses, set, take, redraw }) => {
  const stage = /** @type {HTMLElement} */ (handle.parentElement);

  /** What it is at present. */
  const kind = () => {
    const stop = scene()?.stop;
    if (!stop) return null;
    if (guesses.isOpen(stop)) return "guess";
    return stop.control?.kind === "start" ? "start" : null;
  };

  /** @returns {Point} */
  const point = () => {
    const shown = scene();
    if (!shown) return [0, 0];
    return kind() === "guess" ? (guesses.marker ?? guessedStep(shown)[0]) : shown.state.start;
  };

  const ring = createStartHandle(handle, {
    map,
    start: point,
    move: (to) => {
      if (kind() === "start") return set(to);
      guesses.marker = to;
      redraw();
    },
  });

  handle.addEventListener("keydown", (event) => {
    if (kind() !== "guess" || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    take(point());
  });
  stage.addEventListener("click", (event) => {
    if (kind() !== "guess" || event.button || event.target === handle) return;
    const [x, y] = pointerPixel(event, stage);
    const { valueX, valueY } = map();
    take([valueX(x), valueY(y)]);
  });
  // A marker that was dragged is a guess where it is left.
  handle.addEventListener("pointerup", () => {
    if (kind() === "guess" && guesses.marker) take(point());
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
      handle.toggleAttribute("data-moved", present === "guess" && guesses.marker !== null);
      if (!present) {
        setHidden(handle, true);
        return;
      }
      ring.place();
      name();
    },
  };
};
