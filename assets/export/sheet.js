/* Sheet: a canvas that is on no page, in the size and at the scale of a picture; or its drawing as SVG. */
import { record } from "./recorder.js";

/** @typedef {import("../view/canvas.js").Sheet & {canvas: HTMLCanvasElement, svg: () => string}} PictureSheet */
/** @typedef {{scale: number, isSvg: boolean}} Medium what a picture is made for; that of SVG has a scale of 1 */

/** @param {{width: number, height: number}} size in CSS pixels
    @param {Medium} medium
    @param {string} name that no other sheet of the picture has
    @returns {PictureSheet} */
export const createSheet = ({ width, height }, { scale, isSvg }, name) => {
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = /** @type {CanvasRenderingContext2D} */ (
    canvas.getContext("2d", { willReadFrequently: true })
  );
  context.setTransform(scale, 0, 0, scale, 0, 0);
  const svg = isSvg ? record(context, name) : () => "";
  return { canvas, context, fit: () => {}, size: () => ({ width, height }), svg };
};
