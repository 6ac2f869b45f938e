/* Plot frame: the margins that both charts and the scrubber share, so that an iteration is at the same pixel
   in all of them. The left margin grows when a label needs it, and shrinks only at rest. */
import { horizontalTicks } from "../view/ticks.js";

/** Half of the widest thumb of the scrubber, whose track ends where the plots end. */
const compactMargin = 12;
const rightMargin = 12;
const leftRems = 3.1;
const marginStep = 6;
const tickGap = 64;

/** @param {HTMLElement} section */
export const createPlotFrame = (section) => {
  let left = 0;
  let right = 0;
  let isCompact = false;
  let hasCursorElement = true;

  const write = () => {
    section.style.setProperty("--plot-left", `${left}px`);
    section.style.setProperty("--plot-right", `${right}px`);
  };

  /** Read the styles: a small section has neither axes nor names.
      @param {HTMLElement} cursor the element that is the cursor, unless the styles hide it */
  const fit = (cursor) => {
    isCompact = getComputedStyle(section).getPropertyValue("--is-compact").trim() === "1";
    hasCursorElement = cursor.getClientRects().length > 0;
    left = right = 0;
  };

  /** Make room for labels on the left.
      @param {number} needed width of the widest one, with its gap
      @param {number} unit pixels of a rem
      @param {boolean} mayShrink */
  const reserve = (needed, unit, mayShrink) => {
    const least = isCompact ? compactMargin : Math.round(leftRems * unit);
    const wanted = isCompact ? least : Math.max(least, Math.ceil(needed / marginStep) * marginStep);
    if (wanted === left || (wanted < left && !mayShrink)) return;
    left = wanted;
    right = isCompact ? compactMargin : rightMargin;
    write();
  };

  return {
    fit,
    reserve,
    get isCompact() {
      return isCompact;
    },
    get hasCursorElement() {
      return hasCursorElement;
    },
    get left() {
      return left;
    },
    get right() {
      return right;
    },
  };
};

/** From iterations to pixels of a chart.
    @param {Box} area
    @param {number} steps
    @returns {(t: number) => number} */
export const iterationScale = ({ left, width }, steps) => {
  const factor = width / steps;
  return (t) => left + factor * t;
};

/** The iteration at a pixel of a chart.
    @param {Pick<Box, "left" | "width">} area
    @param {number} steps
    @param {number} pixel */
export const iterationAt = ({ left, width }, steps, pixel) =>
  Math.max(0, Math.min(steps, Math.round(((pixel - left) / width) * steps)));

/** The ticks of the iterations.
    @param {number} steps
    @param {number} width in pixels */
export const iterationTicks = (steps, width) =>
  horizontalTicks({ type: "linear", range: [0, steps], whole: true }, width, tickGap);
