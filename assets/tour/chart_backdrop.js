/* Backdrop of a chart of the tour: its frame, and its curves where they are those of the drawing before, kept as a
   picture. Of what moves with the control, most charts have little above it. */
import { isSame } from "../playground/same.js";
import { drawFrame, frameParts } from "./chart_frame.js";

/** @typedef {import("./look.js").TourTheme} TourTheme */
/** @typedef {import("./chart_plot.js").PlotContent} PlotContent */

/** @param {CanvasRenderingContext2D} context
    @param {(content: PlotContent) => void} drawCurves */
export const createBackdrop = (context, drawCurves) => {
  const picture = document.createElement("canvas");
  const picturing = /** @type {CanvasRenderingContext2D} */ (picture.getContext("2d"));
  /** What the picture shows.
      @type {unknown[]} */
  let pictured = [];
  /** @type {PlotContent["curves"] | null} */
  let before = null;

  /** Draw on the canvas, which is clear. Letters are as its own styles have them, so that a picture is taken of it.
      @param {PlotContent} content
      @param {TourTheme} theme */
  const draw = (content, theme) => {
    const { curves, end, level, linked } = content;
    const { width, height } = context.canvas;
    const hasCurves = curves === before;
    before = curves;
    const now = [theme, width, height, ...frameParts(content)];
    if (hasCurves) now.push(curves, end, level?.y, linked);
    if (isSame(pictured, now)) {
      context.save();
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.drawImage(picture, 0, 0);
      context.restore();
    } else {
      pictured = now;
      drawFrame(context, content, theme);
      if (hasCurves) drawCurves(content);
      Object.assign(picture, { width, height });
      picturing.drawImage(context.canvas, 0, 0);
    }
    if (!hasCurves) drawCurves(content);
  };

  return { draw };
};
