/* Chart pointer: hovering a chart marks an iteration in every view and shows its numbers in a note in a corner
   of the chart; pressing and dragging scrubs through time. */
import { onEscape, pointerPixel } from "../view/dom.js";
import { iterationAt } from "./plot_frame.js";

/** @typedef {{stage: HTMLElement, note: HTMLElement, area: () => Box,
    numbersAt: (t: number) => {text: string, colour: string}[]}} PointedChart */

/** Write a note of lines, of which only those that changed are touched.
    @param {HTMLElement} note
    @param {{text: string, colour: string}[]} lines */
const writeNote = (note, lines) => {
  while (note.children.length < lines.length) note.append(document.createElement("span"));
  while (note.children.length > lines.length) note.lastElementChild?.remove();
  lines.forEach(({ text, colour }, k) => {
    const line = /** @type {HTMLElement} */ (note.children[k]);
    if (line.textContent !== text) line.textContent = text;
    if (line.dataset.colour === colour) return;
    line.dataset.colour = colour;
    line.style.color = colour;
  });
};

/** @param {Playground} playground
    @param {PointedChart[]} charts */
export const createChartPointer = (playground, charts) => {
  const { state } = playground;
  /** The iteration below the pointer.
      @type {number | null} */
  let pointed = null;
  /** The time before a touch, which may still become a scroll of the page.
      @type {PlaygroundTime | null} */
  let beforeTouch = null;

  const leave = () => {
    if (pointed === null) return;
    pointed = null;
    playground.mark(null);
    playground.redraw();
  };

  /** @param {number} t */
  const scrub = (t) => playground.goTo(t, { isRace: t < state.steps, isPlaying: false });

  for (const { stage, area } of charts) {
    const at = (/** @type {PointerEvent} */ event) =>
      iterationAt(area(), state.steps, pointerPixel(event, stage)[0]);
    stage.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      beforeTouch = event.pointerType === "mouse" ? null : playground.time;
      stage.setPointerCapture(event.pointerId);
      if (!beforeTouch) scrub(at(event));
    });
    stage.addEventListener("pointermove", (event) => {
      const t = at(event);
      if (event.buttons) return scrub(t);
      if (event.pointerType !== "mouse") return;
      pointed = t;
      playground.mark(t);
    });
    stage.addEventListener("pointerup", (event) => {
      if (beforeTouch) scrub(at(event));
      beforeTouch = null;
    });
    stage.addEventListener("pointercancel", () => {
      if (beforeTouch) playground.goTo(beforeTouch.t, beforeTouch);
      beforeTouch = null;
    });
    stage.addEventListener("pointerleave", leave);
  }
  onEscape(leave);

  /** Show the numbers of the iteration that is marked, by this or another view, as they are now. */
  const draw = () => {
    const t = pointed === null ? null : playground.marked;
    for (const { note, numbersAt } of charts) {
      const lines = t === null ? [] : numbersAt(t);
      const isHidden = t === null || !lines.length;
      if (note.hidden !== isHidden) note.hidden = isHidden;
      if (t === null || isHidden) continue;
      note.classList.toggle("is-left", t > state.steps / 2);
      writeNote(note, [{ text: `t = ${t}`, colour: "" }, ...lines]);
    }
  };

  return { draw };
};
