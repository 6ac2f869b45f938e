/* Map of C_a(g1, g2): its values, colours and zero line, drawn on a canvas.

   One colour scale holds for all maps, symmetric about zero. A position on it is asinh(C_a / rate): linear
   near zero and in decades farther out, so that the one rate of a normalised step and the many rates of a
   raw one are both seen. It ends at ten rates, or at the next decade where a wider range of gradients asks
   for it: nothing can be attenuated by more than the rate times the range. What is amplified by more, as
   everything is with beta = 1, is hatched. */
import { zeroLine } from "../view/marching_squares.js";

const levels = 1024;
const stripe = 6;
const { log10 } = Math;

/** Of what is not negative; Math.asinh takes ten times as long, and a map has 40 000 cells.
    @param {number} size */
const asinh = (size) => Math.log(size + Math.sqrt(size * size + 1));

/** The colour scale for a learning rate and a range of gradients.
    @param {number} rate
    @param {number} range
    @returns {ColourScale} */
export const colourScale = (rate, range) => {
  const end = 10 ** Math.ceil(log10(Math.max(10, range)) - 1e-9);
  return { rate, end, limit: end * rate * (1 + 1e-9), span: asinh(end) };
};

/** The position of a value on a scale, from -1 to 1.
    @param {ColourScale} scale
    @param {number} value */
export const scalePosition = ({ rate, span }, value) => {
  const distance = Math.min(1, asinh(Math.abs(value) / rate) / span);
  return value < 0 ? -distance : distance;
};

/** The labelled values of a scale.
    @param {ColourScale} scale */
export const scaleTicks = ({ rate, end }) => {
  const decades = Array.from({ length: Math.round(log10(end)) + 1 }, (_, k) => 10 ** k);
  const above = end === 10 ? [1, 3, 10] : decades;
  return [...above.map((tick) => -tick).reverse(), 0, ...above].map((tick) => tick * rate);
};

/** @param {string} colour "#rrggbb" */
const channels = (colour) => [1, 3, 5].map((k) => Number.parseInt(colour.slice(k, k + 2), 16));

/** @param {number[]} colour red, green and blue */
const packed = ([red, green, blue]) => ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;

/** Colours by level: those given, and what lies between two of them mixed.
    @param {string[]} stops
    @param {string} beyond the stripes of what lies beyond the scale
    @returns {MapPalette} */
export const createPalette = (stops, beyond) => {
  const colours = stops.map(channels);
  const last = stops.length - 1;
  const pixels = Uint32Array.from({ length: levels + 1 }, (_, k) => {
    const from = Math.min(Math.floor((k * last) / levels), last - 1);
    const share = (k * last) / levels - from;
    return packed(colours[from].map((part, j) => Math.round(part + (colours[from + 1][j] - part) * share)));
  });
  return { stops, pixels, beyond: packed(channels(beyond)) };
};

/** @typedef {ReturnType<typeof createMap>} AmplificationMap */

/** A map of so many cells across: `fill` computes it, `colour` and `draw` put it on a canvas.
    @param {number} cells */
export const createMap = (cells) => {
  const image = document.createElement("canvas");
  image.width = image.height = cells;
  const context = /** @type {CanvasRenderingContext2D} */ (image.getContext("2d"));
  const data = context.createImageData(cells, cells);
  const pixels = new Uint32Array(data.data.buffer);
  const values = new Float64Array(cells * cells);
  const across = new Float64Array(cells);
  const down = new Float64Array(cells);

  /** Compute C_a at the middles of the cells, from minus to plus the range.
      @param {AmplificationKernel} kernel
      @param {Record<string, number>} settings
      @param {number} range */
  const fill = (kernel, settings, range) => {
    for (let k = 0; k < cells; k++) {
      across[k] = ((k + 0.5) / cells) * 2 * range - range;
      down[cells - 1 - k] = across[k];
    }
    kernel.map(across, down, settings, values);
  };

  /** Colour the cells; what lies beyond the scale is striped.
      @param {ColourScale} scale
      @param {MapPalette} palette */
  const colour = (scale, { pixels: colours, beyond }) => {
    const half = levels / 2;
    for (let row = 0, at = 0; row < cells; row++) {
      for (let column = 0; column < cells; column++, at++) {
        const value = values[at];
        const striped = value > scale.limit && (row + column) % stripe < stripe / 3;
        pixels[at] = striped ? beyond : colours[Math.round(half * (1 + scalePosition(scale, value)))];
      }
    }
    context.putImageData(data, 0, 0);
  };

  /** Draw map and zero line into a box of a canvas.
      @param {CanvasRenderingContext2D} target
      @param {Box} box
      @param {string} ink
      @param {number} width of the zero line */
  const draw = (target, box, ink, width) => {
    target.drawImage(image, box.left, box.top, box.width, box.height);
    target.lineWidth = width;
    target.strokeStyle = ink;
    target.stroke(zeroLine(values, cells, box));
  };

  /** The least and the greatest value. */
  const extent = () => {
    let least = Number.POSITIVE_INFINITY;
    let greatest = Number.NEGATIVE_INFINITY;
    for (const value of values) {
      if (value < least) least = value;
      if (value > greatest) greatest = value;
    }
    return [least, greatest];
  };

  return { cells, colour, draw, extent, fill, values };
};
