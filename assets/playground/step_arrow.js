/* Step arrow: the geometry of an arrow that is true to scale, cut at the frame where it is too long, and
   enlarged where it is too short to see. */
import { isInside } from "./exit_point.js";

const shortest = 7;
const enlarged = 16;
const margin = 14;

/** `times` is how often it is enlarged; `isCut` tells whether it goes on beyond the frame.
    @typedef {{x0: number, y0: number, x1: number, y1: number, ux: number, uy: number, times: number, isCut: boolean}} StepArrow */

/** @param {number} from
    @param {number} unit
    @param {number} low
    @param {number} high */
const room = (from, unit, low, high) =>
  unit > 0 ? (high - from) / unit : unit < 0 ? (low - from) / unit : Number.POSITIVE_INFINITY;

/** The arrow from a point of the frame to another point, in pixels; null where there is none.
    @param {Box} frame
    @param {number} x0
    @param {number} y0
    @param {number} x1
    @param {number} y1
    @returns {StepArrow | null} */
export const stepArrow = (frame, x0, y0, x1, y1) => {
  const length = Math.hypot(x1 - x0, y1 - y0);
  if (!(length > 0 && length < 1e100) || !isInside(frame, x0, y0)) return null;
  const [ux, uy] = [(x1 - x0) / length, (y1 - y0) / length];
  const most = Math.min(
    room(x0, ux, frame.left + margin, frame.left + frame.width - margin),
    room(y0, uy, frame.top + margin, frame.top + frame.height - margin),
  );
  const times = length < shortest ? enlarged / length : 1;
  const wanted = length * times;
  const drawn = Math.min(wanted, Math.max(most, shortest));
  return { x0, y0, x1: x0 + drawn * ux, y1: y0 + drawn * uy, ux, uy, times, isCut: drawn < wanted };
};
