/* The axes of the error curve: E on the left, states or effective learning rates on the right. Their ranges
   stay while they fit the curves, so that nothing jumps under a slider; reset() has them fitted again. */
import { followRange } from "../view/axis_range.js";
import { errorAxisOptions } from "./error_axis.js";

/** @typedef {import("../view/axis_range.js").Axis} Axis */

const rateTitle = "effective learning rate";
const roomForLevelLabel = 0.2;

export const createCurveAxes = () => {
  /** @type {Axis | null} */
  let error = null;
  /** @type {Axis | null} */
  let right = null;

  const reset = () => {
    error = right = null;
  };

  /** @param {ShownCurve[]} curves
      @returns {TitledAxis | null} */
  const followRight = (curves) => {
    const rates = curves.some(({ group }) => group === "rate");
    right = curves.length
      ? followRange(right, curves, rates ? { type: "log", room: roomForLevelLabel } : { type: "linear" })
      : null;
    return right && { ...right, title: rates ? rateTitle : curves.map(({ name }) => name).join(", ") };
  };

  /** The axes for some curves of a trajectory.
      @param {Pick<Trajectory, "columns" | "rows">} trajectory
      @param {ShownCurve[]} curves
      @param {{steps: number, type: "linear" | "log"}} options the type is that of the error axis
      @returns {CurveAxes} */
  const follow = ({ columns, rows }, curves, { steps, type }) => {
    const options = errorAxisOptions({ columns, rows }, type);
    error = followRange(error, [{ values: columns.E, rows }], options);
    return {
      x: { type: "linear", range: [0, steps], whole: true, title: "iteration t" },
      error: { ...error, bounds: options.bounds, title: "E" },
      right: followRight(curves.filter(({ group }) => group !== "error")),
    };
  };

  return { follow, reset };
};
