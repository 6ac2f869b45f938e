/* Ground of the tour's surface: tones and contour lines of one trace, drawn where the camera has them. */
import { paintGround, shadesOfTones } from "../surface/ground.js";
import { contourPaths, strokeContours } from "../surface/live_contours.js";
import { clear } from "../view/canvas.js";

/** On a stage of fewer pixels, lines would be dense. */
const small = 520;

/** @param {import("../view/canvas.js").Sheet} sheet */
export const createGround = ({ context }) => {
  const image = document.createElement("canvas");
  /** @type {ContourTrace | null} */
  let painted = null;
  /** @type {GroundColours | null} */
  let inColours = null;
  /** @type {Path2D[]} */
  let paths = [];
  /** @type {{tones: number[], colours: GroundColours, table: ReturnType<typeof shadesOfTones>} | null} */
  let shades = null;

  /** @param {ContourTrace} trace
      @param {GroundColours} colours
      @param {boolean} isFine */
  const make = (trace, colours, isFine) => {
    if (trace === painted && colours === inColours) return;
    const { tones, region } = trace;
    if (shades?.tones !== tones || shades.colours !== colours)
      shades = { tones, colours, table: shadesOfTones(trace, colours) };
    paintGround(image, trace, shades.table);
    if (trace !== painted)
      paths = contourPaths(
        trace,
        { width: region[1] - region[0], height: region[3] - region[2] },
        isFine ? trace.dotted : 0,
      );
    [painted, inColours] = [trace, colours];
  };

  /** @param {PlotMapping} map
      @param {ContourTrace} trace
      @param {GroundColours} colours
      @param {boolean} isFine there is time for dotted lines and smooth tones */
  const draw = (map, trace, colours, isFine) => {
    make(trace, colours, isFine);
    clear(context);
    const [left, right, bottom, top] = trace.region;
    const scale = map.x(1) - map.x(0);
    const [columns, rows] = [trace.z[0].length, trace.z.length];
    // The middle of the outer pixels of the ground lies on the edge of the region.
    const across = ((right - left) * scale) / (columns - 1);
    const up = ((top - bottom) * scale) / (rows - 1);
    const [x, y] = [map.x(left), map.y(top)];
    context.imageSmoothingQuality = isFine ? "high" : "low";
    context.drawImage(image, x - across / 2, y - up / 2, columns * across, rows * up);
    context.save();
    context.translate(x, y);
    context.scale(scale, scale);
    strokeContours(context, paths, trace, colours, { scale, isSmall: map.width < small, isJoined: isFine });
    context.restore();
  };

  return { draw };
};
