/* Zoom and pan of the surface, and the click that sets the start. */
import * as StartBoxes from "../controls/start_boxes.js";
import { ask } from "../engine/retry.js";
import { onEscape } from "../view/escape.js";
import * as Numbers from "../view/numbers.js";
import * as Scales from "../view/scales.js";
import { zoomByPinch } from "./pinch.js";

const still = 5;
const doubleWithin = 400;

const scaled = (view, factor) => {
  const [left, right, bottom, top] = view;
  const x = (left + right) / 2, y = (bottom + top) / 2;
  const dx = (right - left) / 2 * factor, dy = (top - bottom) / 2 * factor;
  return [x - dx, x + dx, y - dy, y + dy];
};

const quarter = 0.25;
const ways = {left: [-1, 0], right: [1, 0], up: [0, 1], down: [0, -1]};

/** A view moved by a quarter of itself. */
const moved = ([left, right, bottom, top], [across, up]) => {
  const dx = (right - left) * quarter * across, dy = (top - bottom) * quarter * up;
  return [left + dx, right + dx, bottom + dy, top + dy];
};

const viewOf = figure => {
  const {xaxis, yaxis} = figure._fullLayout;
  return [xaxis, yaxis].flatMap(({range: [low, high]}) =>
    [low, high].map(value => Scales.tidy(value, high - low)));
};

/** Whether a figure is at a view, to less than a pixel: not while a hand pans or turns the wheel. */
const isAt = ({_fullLayout: {xaxis, yaxis}}, [left, right, bottom, top]) =>
  [[xaxis, left, right], [yaxis, bottom, top]].every(([{range}, ...ends]) =>
    ends.every((end, k) => Math.abs(range[k] - end) < 1e-3 * Math.abs(ends[1] - ends[0])));

/** A view in words, for who cannot see it: "w1 from −10 to 10, w2 from −12.5 to 12.5". */
const words = view => {
  const [left, right, bottom, top] = view.map(Numbers.spoken);
  return `w1 from ${left} to ${right}, w2 from ${bottom} to ${top}`;
};

const go = (figure, [left, right, bottom, top]) =>
  Plotly.relayout(figure, {"xaxis.range": [left, right], "yaxis.range": [bottom, top]});

/** The wheel zooms with Ctrl, or once the surface was clicked; else the page may scroll. */
const tameWheel = (stage, hint) => {
  let timer;
  onEscape(() => { hint.hidden = true; });
  stage.addEventListener("wheel", event => {
    if (event.ctrlKey || event.metaKey || stage.contains(document.activeElement)) return;
    event.stopImmediatePropagation();
    hint.hidden = false;
    clearTimeout(timer);
    timer = setTimeout(() => { hint.hidden = true; }, 1800);
  }, {capture: true, passive: true});
};

/** Tell clicks from drags: `clicked(x, y, pointer)` in pixels of the stage, `undo()` on a double
    click. The second of its clicks meets the handle, which the first one has put there. */
const listenToClicks = (stage, {clicked, undo}) => {
  let down = null, last = {when: -Infinity};
  const pixel = event => {
    const box = stage.getBoundingClientRect();
    return [event.clientX - box.x, event.clientY - box.y];
  };
  stage.addEventListener("pointerdown", event => {
    const on = name => event.target.closest(name) !== null;
    const meant = event.isPrimary && event.button === 0 && (on(".nsewdrag") || on(".start-handle"));
    down = meant ? {at: pixel(event), handle: on(".start-handle")} : null;
  }, true);
  window.addEventListener("pointerup", event => {
    if (!down) return;
    const [x, y] = pixel(event), {at: [x0, y0], handle} = down;
    down = null;
    if (Math.abs(x - x0) >= still || Math.abs(y - y0) >= still) return;
    const again = event.timeStamp - last.when < doubleWithin
      && Math.abs(x - last.x) < 2 * still && Math.abs(y - last.y) < 2 * still;
    last = again || handle ? {when: -Infinity} : {when: event.timeStamp, x, y};
    if (again) undo();
    else if (!handle) clicked(x, y, event.pointerType);
  }, true);
  window.addEventListener("pointercancel", () => { down = null; }, true);
};

/** Let hands zoom, pan and click a figure's surface. `figure.askHome()`, if it has one, is what the
    third button and a double click do; `figure.tapped(x, y)` may take a finger's tap for itself.
    `figure.seen` is the view that a hand has chosen last, in words. */
const listen = figure => {
  const {byId, state} = figure;
  const stage = byId("surface-graph").closest(".stage");
  const goHome = figure.askHome ?? (() => go(figure.surface, figure.home));
  const map = () => Scales.mapping(figure.surface);
  let before = state.start, timer, asked = 0;

  // The contours of what is visible come from the server, once the view has come to rest; a new
  // function that is on its way goes first, or the old one could come back with the contours.
  figure.askView = () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      if (figure.pending || !isAt(figure.surface, state.view)) return figure.askView();
      const turn = ++asked, {E, view} = state;
      // A hand that moves on meanwhile is not led back, and another function comes first.
      const wanted = () => !figure.pending && state.E === E && isAt(figure.surface, view);
      const answer = await ask(figure.idOf("surface-view-asked"), figure.query(), wanted);
      if (turn !== asked || state.E !== E) return;
      if (!wanted()) figure.askView();
      else if (!answer) byId("surface-unanswered").hidden = false;
    }, 120);
  };

  const begin = start => {
    figure.change({start});
    StartBoxes.show(figure);
  };
  listenToClicks(stage, {
    clicked: (x, y, pointer) => {
      before = state.start;
      if (pointer !== "mouse" && figure.tapped?.(x, y)) return;
      const {valueX, valueY} = map();
      begin([valueX(x), valueY(y)]);
      // After the frame that brings the handle into sight, where it was not.
      requestAnimationFrame(() => byId("surface-handle").focus({preventScroll: true}));
    },
    // A double click means the view, not the start: its first click is taken back.
    undo: () => {
      begin(before);
      goHome();
    },
  });
  tameWheel(stage, byId("surface-hint"));
  zoomByPinch(stage);

  const allowed = ([left, right, bottom, top]) => {
    const {largest, smallest} = figure.catalogue.bounds;
    return Math.min(right - left, top - bottom) > smallest
      && [left, right, bottom, top].every(value => Math.abs(value) <= largest);
  };
  const buttons = {
    "surface-zoom-in": () => scaled(state.view, 0.5),
    "surface-zoom-out": () => scaled(state.view, 2),
    ...Object.fromEntries(Object.entries(ways).map(([way, to]) =>
      [`surface-pan-${way}`, () => moved(state.view, to)])),
  };
  for (const [id, view] of Object.entries(buttons)) {
    byId(id).addEventListener("click", () => {
      const next = view();
      if (allowed(next)) go(figure.surface, next);
    });
  }
  // Arrow keys do the same, wherever the focus is among these buttons.
  byId("surface-reset").parentElement.addEventListener("keydown", event => {
    const way = /^Arrow(.+)$/.exec(event.key)?.[1].toLowerCase();
    if (!way) return;
    event.preventDefault();
    byId(`surface-pan-${way}`).click();
  });
  byId("surface-reset").addEventListener("click", goHome);

  figure.surface.on("plotly_relayout", () => {
    const view = viewOf(figure.surface);
    if (view.every((value, k) => value === state.view[k])) return;
    if (!allowed(view)) return void go(figure.surface, state.view);
    state.view = view;
    figure.seen = words(view);
    figure.later();
    figure.askView();
  });
};

export { go, isAt, listen, viewOf, words };
