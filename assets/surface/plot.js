/* Surface plot: Plotly draws the contour lines of a region once; the ground lies below them and the annotations
   above. A pan or zoom moves all that as one picture, by a CSS transform, and costs Plotly nothing. The only module
   that uses Plotly. */
import { createCanvas } from "../view/canvas.js";
import { onThemeChange, themeName } from "../view/theme.js";
import { drawAnnotations, readLook } from "./annotations.js";
import { contourLayout, contourTrace, styleContours } from "./contour_lines.js";
import { paintGround, shadesOfTones } from "./ground.js";
import { placeLabels } from "./labels.js";
import { showNote } from "./note.js";
import { isSame, mappingOf, tidied, widened } from "./view_geometry.js";

const config = { staticPlot: true, displayModeBar: false, responsive: false };

/** How much finer than its own a view may be drawn from the points of a grid. */
const coarsest = 1.3;

/** @param {Element} parent
    @param {string} name
    @param {string} className */
const append = (parent, name, className) => {
  const child = document.createElement(name);
  child.className = className;
  parent.append(child);
  return child;
};

/** Draw a surface into an element.
    @param {HTMLElement} element
    @param {SurfaceAnswer} first
    @param {Record<ThemeName, Palette>} palette
    @returns {Promise<Plot>} */
export const createPlot = async (element, first, palette) => {
  const stage = /** @type {HTMLElement} */ (element.closest(".stage"));
  const world = append(element, "div", "world");
  const ground = /** @type {HTMLCanvasElement} */ (append(world, "canvas", "ground"));
  const gd = append(world, "div", "contours");
  /** The lines while a parameter is dragged. */
  const liveLines = /** @type {HTMLCanvasElement} */ (append(world, "canvas", "live-lines"));
  liveLines.hidden = true;
  const annotations = createCanvas(
    /** @type {HTMLCanvasElement} */ (append(element, "canvas", "annotations")),
  );

  let answer = first;
  let view = first.view;
  let isMoving = false;
  /** Pixels of a unit of w, in which the lines were drawn last. */
  let drawnScale = 1;
  /** @type {() => import("./labels.js").Clear} */
  let keepClear = () => ({ points: [], boxes: [] });
  /** @type {import("./labels.js").ContourLabel[]} */
  let labels = [];
  let look = readLook(palette[themeName()].ground);
  let shades = shadesOfTones(answer.trace, look.colours);
  let size = { width: stage.clientWidth || 1, height: stage.clientHeight || 1 };
  /** @type {Record<"draw" | "view" | "size", (() => void)[]>} */
  const listeners = { draw: [], view: [], size: [] };
  /** @param {keyof typeof listeners} kind */
  const tell = (kind) => {
    for (const listener of listeners[kind]) listener();
  };

  const seen = (of = view) => widened(of, size.width / size.height);
  const mapping = () => mappingOf(seen(), size);
  const scale = () => size.width / (seen()[1] - seen()[0]);

  /** Put the picture of the region where the view has it. */
  const place = () => {
    const [left, , , top] = answer.trace.region;
    const map = mapping();
    const enlarged = scale() / drawnScale;
    world.style.transform = `translate(${map.x(left)}px, ${map.y(top)}px) scale(${enlarged})`;
    world.classList.toggle("is-moving", isMoving);
    drawAnnotations(annotations.context, map, seen(), { labels, minima: answer.minima, look });
    tell("draw");
  };

  const label = () => {
    labels = placeLabels(answer.trace, mapping(), answer.minima, keepClear());
  };

  const areaOf = ([left, right, bottom, top] = answer.trace.region) => ({
    width: (right - left) * drawnScale,
    height: (top - bottom) * drawnScale,
  });

  /** Lay the ground of the present contours below their lines. */
  const layGround = () => {
    const { trace } = answer;
    const area = areaOf();
    // The middle of the outer pixels of the ground lies on the edge of the region.
    const [columns, rows] = [trace.z[0].length, trace.z.length];
    const cell = { width: area.width / (columns - 1), height: area.height / (rows - 1) };
    Object.assign(ground.style, {
      left: `${-cell.width / 2}px`,
      top: `${-cell.height / 2}px`,
      width: `${columns * cell.width}px`,
      height: `${rows * cell.height}px`,
    });
    paintGround(ground, trace, shades);
  };

  /** Draw the lines at the present scale.
      @param {(trace: object[], layout: object) => Promise<unknown>} draw */
  const drawLines = async (draw) => {
    const { trace } = answer;
    drawnScale = scale();
    layGround();
    await draw([contourTrace(trace)], contourLayout(trace, areaOf()));
    if (trace !== answer.trace) return;
    styleContours(gd, trace, look.colours);
    gd.hidden = false;
    liveLines.hidden = true;
  };
  /** @param {object[]} trace @param {object} layout */
  const react = (trace, layout) => Plotly.react(gd, trace, layout, config);

  await drawLines((trace, layout) => Plotly.newPlot(gd, trace, layout, config));
  showNote(stage, answer);
  // The picture in which Plotly measures text is not for screen readers.
  document.getElementById("js-plotly-tester")?.setAttribute("aria-hidden", "true");
  label();
  place();

  /** @type {Plot["covers"]} */
  const covers = (of) => {
    const [left, right, bottom, top] = answer.trace.region;
    const [l, r, b, t] = seen(of);
    const rounding = 1e-6 * (right - left);
    const isInside =
      l >= left - rounding && r <= right + rounding && b >= bottom - rounding && t <= top + rounding;
    return isInside && Math.min((right - left) / (r - l), (top - bottom) / (t - b)) <= coarsest;
  };

  const rest = () => {
    isMoving = false;
    view = tidied(view);
    label();
    place();
    tell("view");
    // What the present contours do not cover is drawn with the next answer.
    if (scale() !== drawnScale && covers(view)) drawLines(react).then(place);
  };

  new ResizeObserver(() => {
    const { clientWidth: width, clientHeight: height } = stage;
    if (!width || !height || (width === size.width && height === size.height)) return;
    size = { width, height };
    annotations.fit();
    label();
    place();
    drawLines(react).then(place);
    tell("size");
  }).observe(stage);

  const redraw = () => {
    look = readLook(palette[themeName()].ground);
    shades = shadesOfTones(answer.trace, look.colours);
    styleContours(gd, answer.trace, look.colours);
    paintGround(ground, answer.trace, shades);
    place();
  };
  onThemeChange(redraw);
  document.fonts.ready.then(place);

  return {
    gd,
    mapping,
    view: () => tidied(view),
    seen,
    aspect: () => size.width / size.height,
    isAt: (wanted) => !isMoving && isSame(view, wanted),
    covers,
    get optimum() {
      return answer.optimum;
    },
    answer: () => answer,
    labels: () => labels,
    show: async (next, at = next.view) => {
      answer = next;
      shades = shadesOfTones(next.trace, look.colours);
      view = at;
      showNote(stage, next);
      await drawLines(react);
      label();
      place();
    },
    follow: (kernel, { drawLiveLines, liveTrace }) => {
      // What is marked and numbered is that of the answer.
      answer = { ...answer, trace: liveTrace(answer.trace, kernel), minima: [] };
      labels = [];
      layGround();
      gd.hidden = true;
      liveLines.hidden = false;
      drawLiveLines(liveLines, answer.trace, look.colours, areaOf());
      place();
    },
    move: (next) => {
      view = next;
      isMoving = true;
      place();
    },
    rest,
    go: (next) => {
      view = next;
      rest();
    },
    label: (clear) => {
      keepClear = clear ?? keepClear;
      label();
      place();
    },
    onDraw: (draw) => listeners.draw.push(draw),
    onView: (changed) => listeners.view.push(changed),
    onSize: (changed) => listeners.size.push(changed),
  };
};
