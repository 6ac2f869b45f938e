/* Pan and zoom of a surface by buttons, keys and gestures; a click or tap sets the start. */
import * as Numbers from "../view/numbers.js";
import { listenToClicks } from "./clicks.js";
import { bindGestures } from "./gestures.js";
import { fitted, isSame, scaled, shifted } from "./view_geometry.js";

const panShare = 0.25;
/** @type {Record<string, [number, number]>} */
const directions = { left: [-1, 0], right: [1, 0], up: [0, 1], down: [0, -1] };

/** A view moved by a share of itself.
    @param {View} view
    @param {[number, number]} direction */
const moved = (view, [across, up]) => {
  const [left, right, bottom, top] = view;
  return shifted(view, (right - left) * panShare * across, (top - bottom) * panShare * up);
};

/** What the fit button shows: the start, the best minimum, and every run.
    @param {RunFigure} figure
    @returns {Generator<Point>} */
const pointsToFit = function* ({ state, plot, paths }) {
  yield state.start;
  if (plot.optimum) yield [plot.optimum.w1, plot.optimum.w2];
  for (const { columns, rows } of paths()) {
    for (let t = 0; t < rows; t++) yield [columns.w1[t], columns.w2[t]];
  }
};

/** Pixels that contour labels keep away from: runs, the start, and the view buttons.
    @param {RunFigure} figure
    @returns {import("./labels.js").Clear} */
export const runsAndButtons = ({ state, plot, paths, byId }) => {
  const { x, y } = plot.mapping();
  const most = 80;
  /** @type {Point[]} */
  const points = [[x(state.start[0]), y(state.start[1])]];
  for (const { columns, rows } of paths()) {
    const stride = Math.max(1, Math.floor(rows / most));
    for (let t = 0; t < rows; t += stride) points.push([x(columns.w1[t]), y(columns.w2[t])]);
  }
  const {
    offsetLeft: left,
    offsetTop: top,
    offsetWidth: width,
    offsetHeight: height,
  } = byId("surface-reset").parentElement;
  return { points, boxes: [{ left, top, width, height }] };
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
  const fit =
    figure.resetView ??
    (() => plot.go(fitted(pointsToFit(figure), figure.defaultView) ?? figure.defaultView));
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
      if (figure.resetView) figure.resetView();
      else plot.go(figure.defaultView);
    },
  });
  /** @param {View} view */
  const isAllowed = ([left, right, bottom, top]) => {
    const { largest, smallest } = figure.catalogue.limits;
    return (
      Math.min(right - left, top - bottom) > smallest &&
      [left, right, bottom, top].every((value) => Math.abs(value) <= largest)
    );
  };
  bindGestures(stage, plot, { hint: byId("surface-hint"), isAllowed });
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
  byId("surface-reset").addEventListener("click", fit);
  // Arrow keys pan, wherever the focus is among these buttons.
  byId("surface-reset").parentElement.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    const direction = /^Arrow(.+)$/.exec(event.key)?.[1].toLowerCase();
    if (!direction) return;
    event.preventDefault();
    byId(`surface-pan-${direction}`).click();
  });

  const takeView = () => {
    const view = plot.view();
    if (isSame(view, state.view)) return;
    if (!isAllowed(view)) return void plot.go(state.view);
    state.view = view;
    figure.viewSentence = describeView(view);
    figure.commitLater();
    if (!plot.covers(view)) figure.surface.askView();
  };
  plot.onView(takeView);
  // The first picture may have been moved already.
  if (!plot.isAt(state.view)) takeView();
};
