/* Places of a stop's charts in the figure. */
import { hasAxis } from "./positions.js";

/** Which charts of a stop are drawn at the left and at the right, and whether the right one has the control's axis.
    @param {Pick<TourStop, "charts" | "control">} stop
    @returns {{left: number | null, right: number | null, isControl: boolean}} */
export const placesOf = ({ charts, control }) => {
  const response = charts.findIndex(({ type }) => type === "response");
  const curves = charts.findLastIndex(({ type }) => type === "curves");
  const found = !hasAxis(control) ? -1 : response >= 0 ? response : control.kind === "step" ? curves : -1;
  const right = found >= 0 ? found : charts.length - 1;
  const left = charts.findIndex((_, k) => k !== right);
  return { left: left < 0 ? null : left, right: right < 0 ? null : right, isControl: found >= 0 };
};
