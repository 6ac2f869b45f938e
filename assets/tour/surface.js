/* Surface of the tour: the ground with its lines, what is written on it, and above them what moves, on a canvas each; a
   canvas is drawn when what it shows has changed. */
import { drawAnnotations, readLook as readAnnotationLook } from "../surface/annotations.js";
import { placeLabels } from "../surface/labels.js";
import { isSame as isSameView, mappingOf, widened } from "../surface/view_geometry.js";
import { isSame } from "../playground/same.js";
import { createCanvas } from "../view/canvas.js";
import { pointerPixel } from "../view/dom.js";
import { onThemeChange, themeName } from "../view/theme.js";
import { createCamera } from "./camera.js";
import { createContours } from "./contours.js";
import { createFading } from "./fading.js";
import { createGround } from "./ground.js";
import { keptRuns, pathPoints } from "./kept_runs.js";
import { createLiveLayer } from "./live_layer.js";
import { readLook } from "./look.js";
import { surfaceNamesAt } from "./surface_hits.js";

/** Milliseconds of rest, before there is time for labels and finer contours. */
const finishedAfter = 250;
/** What lights up an axis, as data-link has it. */
const axes = ["w1", "w2"];
/** Of a rem, that axis numbers are high. */
const letters = 0.68;

/** @param {HTMLElement} stage
    @param {TourCatalogue} catalogue
    @returns {TourSurface} */
export const createTourSurface = (stage, catalogue) => {
  const canvases = ["ground", "lines", "live"].map(
    (name) => /** @type {HTMLCanvasElement} */ (stage.querySelector(`canvas.${name}`)),
  );
  const sheets = canvases.map(createCanvas);
  const ground = createGround(sheets[0]);
  const live = createLiveLayer(sheets[2], catalogue);
  const fading = createFading(canvases);
  const camera = createCamera();
  const contours = createContours();
  /** @type {(() => void)[]} */
  const listeners = [];
  /** @type {TourScene | null} */
  let scene = null;
  /** @type {Map<number, number>} */
  let kept = new Map();
  /** @type {ContourTrace | null} */
  let labelled = null;
  /** @type {import("../surface/labels.js").ContourLabel[]} */
  let labels = [];
  /** What the two lower canvases show.
      @type {unknown[][]} */
  let drawn = [[], []];
  let frame = 0;
  let timer = 0;
  let size = { width: stage.clientWidth || 1, height: stage.clientHeight || 1 };

  const readColours = () => {
    const theme = readLook(catalogue);
    const { ground: colours } = catalogue.palette[themeName()];
    return { theme, annotations: { ...readAnnotationLook(colours, letters), letters: theme.weights } };
  };
  let look = readColours();

  /** @param {TourScene} of */
  const seenOf = ({ view }) => widened(camera.view(view), size.width / size.height);
  const map = () => mappingOf(scene ? seenOf(scene) : [0, 1, 0, 1], size);

  /** @param {TourScene} of
      @param {ContourTrace} trace
      @param {PlotMapping} mapping */
  const label = (of, trace, mapping) => {
    const origins = of.minimum ? [of.minimum] : of.surface.minima;
    labels = placeLabels(trace, mapping, origins, { points: pathPoints(of, mapping), boxes: [] });
    labelled = trace;
  };

  const finishLater = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!camera.isMoving) labelled = null;
      paint(!camera.isMoving);
    }, finishedAfter);
  };

  /** Place the labels of contours: at once for the surface of an answer, later while it changes.
      @param {TourScene} of
      @param {ReturnType<typeof contours>} shown
      @param {PlotMapping} mapping */
  const followLabels = (of, { trace, isAnswered }, mapping) => {
    if (trace === labelled) return;
    if (!camera.isMoving && (isAnswered || labelled === null)) return label(of, trace, mapping);
    if (labels.length) labels = [];
  };

  const hasRoom = () => size.width > 1 && size.height > 1;

  /** @param {boolean} [hasTime] for finer contours */
  const paintGround = (hasTime = false) => {
    if (!scene || !hasRoom()) return;
    const seen = seenOf(scene);
    const mapping = mappingOf(seen, size);
    const shown = contours(scene, seen, hasTime);
    followLabels(scene, shown, mapping);
    const { surface, minimum } = scene;
    const { trace, isAnswered, isFine } = shown;
    if (!isFine) finishLater();
    const minima = isAnswered ? surface.minima : minimum ? [minimum] : [];
    const placed = [trace, look, size, ...seen];
    if (!isSame(drawn[0], placed)) ground.draw(mapping, trace, look.annotations.colours, isFine);
    const lit = axes.indexOf(scene.linked ?? "");
    const written = [look, size, ...seen, labels, ...minima.flat(), lit];
    if (!isSame(drawn[1], written)) {
      const annotations = { ...look.annotations, lit };
      drawAnnotations(sheets[1].context, mapping, seen, { labels, minima, look: annotations });
    }
    drawn = [placed, written];
  };

  const paintLive = () => {
    if (!scene || !hasRoom()) return;
    const mapping = mappingOf(seenOf(scene), size);
    live.draw(mapping, scene, look.theme, kept, labels);
    fading.follow(mapping);
  };

  /** @param {boolean} [hasTime] for finer contours */
  const paint = (hasTime = false) => {
    paintGround(hasTime);
    paintLive();
  };

  /** @param {number} time */
  const proceed = (time) => {
    const goesOn = camera.advance(time);
    if (!goesOn) labelled = null;
    paint();
    frame = goesOn ? requestAnimationFrame(proceed) : 0;
  };

  const finish = () => {
    cancelAnimationFrame(frame);
    frame = 0;
    camera.arrive();
    fading.end();
    kept = new Map();
  };

  /** @type {TourSurface["draw"]} */
  const draw = (next) => {
    scene = next;
    // A frame of the camera draws it anyway.
    if (frame) return;
    // The runs do not leave the ground that they were drawn on.
    if (!isSame(drawn[0].slice(-4), seenOf(scene))) paintGround();
    paintLive();
  };

  /** @type {TourSurface["drawGround"]} */
  const drawGround = () => {
    if (!frame) paintGround();
  };

  /** @type {TourSurface["moveTo"]} */
  const moveTo = (next, { animate }) => {
    const before = scene;
    const [mapping, from] = [map(), before && camera.view(before.view)];
    finish();
    labelled = null;
    scene = next;
    if (before && from && animate && size.width > 1) {
      const isSameFunction = before.stop.state.E === next.stop.state.E;
      fading.begin(mapping, isSameFunction);
      if (isSameFunction) kept = keptRuns(before, next);
      if (isSameFunction && !isSameView(from, next.view)) {
        camera.leave(from);
        frame = requestAnimationFrame(proceed);
      }
    }
    paint();
  };

  const refresh = () => {
    look = readColours();
    labelled = null;
    paint();
  };
  onThemeChange(refresh);
  document.fonts.ready.then(refresh);

  new ResizeObserver(() => {
    const { clientWidth: width, clientHeight: height } = stage;
    if (!width || !height) return;
    for (const { fit } of sheets) fit();
    size = { width, height };
    refresh();
    for (const changed of listeners) changed();
  }).observe(stage);

  /** @type {TourSurface["namesAt"]} */
  const namesAt = (event) => (scene ? surfaceNamesAt(scene, map(), pointerPixel(event, stage)) : []);

  return { draw, drawGround, moveTo, finish, map, namesAt, onResize: (changed) => listeners.push(changed) };
};
