/* The error axis: its bounds. A linear axis ends a little above the first error, or a run that diverges
   would flatten all that came before, and the same way below, where a run falls without end. A logarithmic
   axis shows everything. */
import { fitRange, unbounded } from "../view/axis_range.js";

/** How far above the first error a linear axis reaches, in multiples of that error. */
const headroom = 2;

/** A run that falls farther than this, in the same multiples, is cut off below the first error too. */
const abyss = 1e12;

/** The least that the first error counts as. */
const smallest = 1e-9;

/** What the error axis may show of a trajectory, as options of an axis range.
    @param {Pick<Trajectory, "columns" | "rows">} trajectory
    @param {"linear" | "log"} type */
export const errorAxisOptions = ({ columns: { E }, rows }, type) => {
  if (type === "log") return { type, bounds: unbounded };
  const size = Math.max(Math.abs(E[0]), smallest);
  const lowest = E[0] - abyss * size;
  let falls = false;
  for (let t = 0; t < rows && !falls; t++) falls = E[t] < lowest;
  /** @type {[number, number]} */
  const bounds = [falls ? E[0] - headroom * size : -Infinity, E[0] + headroom * size];
  return { type, bounds, fromZero: true };
};

/** The range of the error axis that fits a trajectory, or null where no error has a value.
    @param {Pick<Trajectory, "columns" | "rows">} trajectory
    @param {"linear" | "log"} type */
export const errorRange = (trajectory, type) =>
  fitRange([{ values: trajectory.columns.E, rows: trajectory.rows }], errorAxisOptions(trajectory, type));
