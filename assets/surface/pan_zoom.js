/* Pan and zoom of a surface by buttons, keys, wheel, fingers and drags; a click or tap sets the start. */
import * as Numbers from "../view/numbers.js";
import { listenToClicks, restrictWheel } from "./clicks.js";
import { zoomByPinch } from "./pinch.js";

const panShare = 0.25;
/** @type {Record<string, [number, number]>} */
const directions = { left: [-1, 0], right: [1, 0], up: [0, 1], down: [0, -1] };

/** A view enlarged around its centre.
    @param {View} view
    @param {number} factor
    @returns {View} */
const scaled = ([left, right, bottom, top], factor) => {
  const [x, y] = [(left + right) / 2, (bottom + top) / 2];
  const [dx, dy] = [((right - left) / 2) * factor, ((top - bottom) / 2) * factor];
  return [x - dx, x + dx, y - dy, y + dy];
};

/** A view moved by a share of itself.
    @param {View} view
    @param {[number, number]} direction
    @returns {View} */
const moved = ([left, right, bottom, top], [across, up]) => {
  const dx = (right - left) * panShare * across;
  const dy = (top - bottom) * panShare * up;
  return [left + dx, right + dx, bottom + dy, top + dy];
};

/** A view in words, for screen readers: "w1 from −10 to 10, w2 from −12.5 to 12.5".
    @param {View} view */
export const describeView = (view) => {
  const [left, right, bottom, top] = view.map(Numbers.spoken);
  return `w1 from ${left} to ${right}, w2 from ${bottom} to ${top}`;
};

/** Bind the stage of a figure's surface.
    @param {RunFigure} figure */
export const bindPanAndZoom = (figure) => {
  const { byId, state, plot } = figure;
  const stage = byId("surface-graph").closest(".stage");
  const resetView = figure.resetView ?? (() => plot.go(figure.defaultView));
  let startBefore = state.start;

  listenToClicks(stage, {
    clicked: (x, y, pointerType) => {
      startBefore = state.start;
      if (pointerType !== "mouse" && figure.tapped?.(x, y)) return;
      const { valueX, valueY } = plot.mapping();
      figure.setStart([valueX(x), valueY(y)]);
      // After the frame that shows the handle, where it was out of sight.
      requestAnimationFrame(() => byId("surface-handle").focus({ preventScroll: true }));
    },
    undo: () => {
      figure.setStart(startBefore);
      resetView();
    },
  });
  restrictWheel(stage, byId("surface-hint"));
  zoomByPinch(stage);

  /** @param {View} view */
  const isAllowed = ([left, right, bottom, top]) => {
    const { largest, smallest } = figure.catalogue.limits;
    return (
      Math.min(right - left, top - bottom) > smallest &&
      [left, right, bottom, top].every((value) => Math.abs(value) <= largest)
    );
  };
  /** @type {Record<string, () => View>} */
  const buttons = {
    "surface-zoom-in": () => scaled(state.view, 0.5),
    "surface-zoom-out": () => scaled(state.view, 2),
    ...Object.fromEntries(
      Object.entries(directions).map(([name, to]) => [`surface-pan-${name}`, () => moved(state.view, to)]),
    ),
  };
  for (const [id, nextView] of Object.entries(buttons)) {
    byId(id).addEventListener("click", () => {
      const next = nextView();
      if (isAllowed(next)) plot.go(next);
    });
  }
  byId("surface-reset").addEventListener("click", resetView);
  // Arrow keys pan, wherever the focus is among these buttons.
  byId("surface-reset").parentElement.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    const direction = /^Arrow(.+)$/.exec(event.key)?.[1].toLowerCase();
    if (!direction) return;
    event.preventDefault();
    byId(`surface-pan-${direction}`).click();
  });

  const takeView = () => {
    const view = plot.view();
    if (view.every((value, k) => value === state.view[k])) return;
    if (!isAllowed(view)) return void plot.go(state.view);
    state.view = view;
    figure.viewSentence = describeView(view);
    figure.commitLater();
    figure.surface.askView();
  };
  plot.onView(takeView);
  // The first picture may have been moved already.
  if (!plot.isAt(state.view)) takeView();
};
