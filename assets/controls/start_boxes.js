/* Start boxes: the start point as two number boxes. */
import { bindNumberBox, boxText, showBox } from "./number_box.js";

const names = ["w₁", "w₂"];

/** @param {number} value */
const rounded = (value) => Number(value.toPrecision(6));

/** A coordinate some steps further: a twentieth of the view or less, a power of ten.
    @param {View} view
    @returns {(value: number, places: number, isFine: boolean) => number} */
const stepper =
  ([left, right]) =>
  (value, places, isFine) => {
    const unit = 10 ** (Math.floor(Math.log10((right - left) / 20)) - Number(isFine));
    return rounded((Math.round(value / unit) + places) * unit);
  };

/** Bind the start boxes of a figure.
    @param {Pick<RunFigure, "byId" | "state" | "catalogue" | "change" | "commitLater">} figure */
export const createStartBoxes = ({ byId, state, catalogue, change, commitLater }) => {
  const { largest } = catalogue.limits;
  /** @type {HTMLInputElement[]} */
  const boxes = ["start-w1", "start-w2"].map(byId);
  boxes.forEach((box, k) => {
    showBox(box, rounded(state.start[k]));
    bindNumberBox(box, {
      limits: () => ({ name: names[k], low: -largest, high: largest }),
      current: () => state.start[k],
      changed: (value) => change({ start: /** @type {Point} */ (state.start.with(k, value)) }),
      shown: rounded,
      step: (...of) => stepper(state.view)(...of),
    });
    box.addEventListener("focusout", commitLater);
  });
  const show = () => {
    boxes.forEach((box, k) => {
      showBox(box, rounded(state.start[k]));
    });
  };
  let shown = state.start;
  return {
    show,
    /** Show the start, if it is another one; the reader may have typed it. */
    draw: () => {
      if (shown === state.start) return;
      shown = state.start;
      if (!boxes.includes(/** @type {HTMLInputElement} */ (document.activeElement))) show();
    },
    /** Pass the start to Dash, but for a box that the reader is typing in. */
    commit: () => {
      boxes.forEach((box, k) => {
        if (box === document.activeElement || box.getAttribute("aria-invalid") === "true") return;
        dash_clientside.set_props(box.id, { value: boxText(rounded(state.start[k])) });
      });
    },
  };
};
