/* Layout of the playground's picture: surface and curves side by side or one above the other. */
import { createTrajectoriesView } from "../playground/trajectories_view.js";
import { arrange, gutter, margin } from "./arrangement.js";
import { captionOf } from "./caption.js";
import { createCounterPart } from "./caption_part.js";
import { createCurvesPart, curvesSize } from "./curves_part.js";
import { subjectOf } from "./subject.js";
import { createSurfacePart } from "./surface_part.js";

/** @typedef {import("./arrangement.js").PictureOptions} PictureOptions its extent is "whole", "surface" or "curves" */

/** Narrower surfaces stand above the curves and not beside them. */
const wide = 420;
const least = 320;

/** @param {Playground} playground
    @param {string} extent */
const isSideBySide = ({ plot }, extent) => extent === "whole" && plot.mapping().width >= wide;

/** @param {Playground} playground
    @param {string} extent */
const innerWidth = (playground, extent) => {
  const [surface, curves] = [playground.plot.mapping().width, curvesSize().width];
  if (isSideBySide(playground, extent)) return surface + gutter + curves;
  return extent === "curves" ? curves : surface;
};

/** How wide a picture becomes, in CSS pixels.
    @param {Playground} playground
    @param {string} extent */
export const pictureWidth = (playground, extent) => Math.round(innerWidth(playground, extent) + 2 * margin);

/** Surface and curves.
    @param {Playground} subject
    @param {number} width
    @param {number} y
    @param {PictureOptions} options
    @returns {import("./arrangement.js").PlacedPart[]} */
const bodyOf = (subject, width, y, { extent, medium }) => {
  const seen = curvesSize();
  if (extent === "curves") return [{ part: createCurvesPart(subject, medium, seen), x: 0, y }];
  const surface = createSurfacePart(subject, medium, createTrajectoriesView);
  const first = { part: surface, x: 0, y, isRound: true };
  if (extent === "surface") return [first];
  if (isSideBySide(subject, extent)) {
    const size = { width: seen.width, height: Math.max(surface.height, least) };
    return [first, { part: createCurvesPart(subject, medium, size), x: surface.width + gutter, y }];
  }
  const curves = createCurvesPart(subject, medium, { ...seen, width });
  return [first, { part: curves, x: 0, y: y + surface.height + gutter / 2 }];
};

/** @param {Playground} playground
    @param {PictureOptions} options */
export const createPicture = (playground, options) => {
  const subject = subjectOf(playground);
  const width = innerWidth(playground, options.extent);
  const picture = arrange(
    {
      theme: subject.theme,
      caption: captionOf(subject, options.address),
      width,
      counter: options.isReplay ? createCounterPart(subject, options.medium) : null,
      bodyAt: (y) => bodyOf(subject, width, y, options),
    },
    options,
  );
  return { ...picture, subject };
};
