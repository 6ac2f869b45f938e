/* Start boxes: the start point as two number boxes. */
import { bindNumberBox } from "./number_box.js";

const names = ["w₁", "w₂"];

/** @param {number} value */
const rounded = (value) => Number(value.toPrecision(6));

/** Bind the start boxes of a figure.
    @param {Pick<RunFigure, "byId" | "state" | "change" | "commitLater">} figure */
export const createStartBoxes = ({ byId, state, change, commitLater }) => {
  /** @type {HTMLInputElement[]} */
  const boxes = ["start-w1", "start-w2"].map(byId);
  boxes.forEach((box, k) => {
    bindNumberBox(box, {
      limits: () => ({ name: names[k], low: Number(box.min), high: Number(box.max) }),
      current: () => state.start[k],
      changed: (value) => change({ start: /** @type {Point} */ (state.start.with(k, value)) }),
      format: rounded,
    });
    box.addEventListener("focusout", commitLater);
  });
  return {
    show: () => {
      boxes.forEach((box, k) => {
        box.value = String(rounded(state.start[k]));
      });
    },
    /** Pass the start to Dash, but for a box that the reader is typing in. */
    commit: () => {
      boxes.forEach((box, k) => {
        if (box === document.activeElement) return;
        dash_clientside.set_props(box.id, { value: rounded(state.start[k]) });
      });
    },
  };
};
