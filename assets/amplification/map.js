/* A map of C_a(g1, g2): its colours, its zero line and its axes, on a canvas. The places on the
   colour scale are those of components/amplification/colour_scale.py. */
import { zeroLine } from "../view/marching_squares.js";

const levels = 1024;
const stripe = 6;
const {log10} = Math;

/** Of what is not negative; Math.asinh takes ten times as long, and a map has 40 000 cells. */
const asinh = size => Math.log(size + Math.sqrt(size * size + 1));

/** The colour scale of all maps, for a learning rate and a range of gradients. */
const scale = (rate, range) => {
  const end = 10 ** Math.ceil(log10(Math.max(10, range)) - 1e-9);
  return {rate, end, limit: end * rate * (1 + 1e-9), span: asinh(end)};
};

const far = ({rate, span}, size) => Math.min(1, asinh(size / rate) / span);
const place = (found, value) => (value < 0 ? -far(found, -value) : far(found, value));

/** The labelled values of a scale. */
const ticks = ({rate, end}) => {
  const above = end === 10 ? [1, 3, 10] : Array.from({length: Math.round(log10(end)) + 1}, (_, k) => 10 ** k);
  return [...above.map(tick => -tick).reverse(), 0, ...above].map(tick => tick * rate);
};

const parts = colour => [1, 3, 5].map(k => parseInt(colour.slice(k, k + 2), 16));
const packed = ([red, green, blue]) => (255 << 24 | blue << 16 | green << 8 | red) >>> 0;

/** Colours by level, as the pixels of an image hold them. */
const palette = (stops, beyond) => {
  const colours = stops.map(parts), last = stops.length - 1;
  const pixels = Uint32Array.from({length: levels + 1}, (_, k) => {
    const from = Math.min(Math.floor(k * last / levels), last - 1), share = k * last / levels - from;
    return packed(colours[from].map((part, j) => Math.round(part + (colours[from + 1][j] - part) * share)));
  });
  return {stops, pixels, beyond: packed(parts(beyond))};
};

/** A map of so many cells across: `fill` computes it, `draw` puts it on a canvas. */
const create = cells => {
  const image = document.createElement("canvas");
  image.width = image.height = cells;
  const context = image.getContext("2d"), data = context.createImageData(cells, cells);
  const pixels = new Uint32Array(data.data.buffer), values = new Float64Array(cells * cells);
  const across = new Float64Array(cells), down = new Float64Array(cells);

  /** Compute C_a at the middles of the cells, from minus to plus the range. */
  const fill = (rule, settings, range) => {
    for (let k = 0; k < cells; k++) {
      across[k] = (k + 0.5) / cells * 2 * range - range;
      down[cells - 1 - k] = across[k];
    }
    rule.map(across, down, settings, values);
  };

  /** Colour the cells; what lies beyond the scale is striped. */
  const colour = (found, {pixels: colours, beyond}) => {
    const half = levels / 2, {limit} = found;
    for (let row = 0, at = 0; row < cells; row++) {
      for (let column = 0; column < cells; column++, at++) {
        const value = values[at];
        if (value > limit && (row + column) % stripe < stripe / 3) pixels[at] = beyond;
        else {
          pixels[at] = colours[Math.round(half * (1 + place(found, value)))];
        }
      }
    }
    context.putImageData(data, 0, 0);
  };

  /** Draw map and zero line into a box of a canvas. */
  const draw = (onto, box, theme, width) => {
    onto.drawImage(image, box.left, box.top, box.width, box.height);
    onto.lineWidth = width;
    onto.strokeStyle = theme.ink;
    onto.stroke(zeroLine(values, cells, box));
  };

  /** The least and the greatest value. */
  const extent = () => {
    let least = Infinity, greatest = -Infinity;
    for (const value of values) {
      if (value < least) least = value;
      if (value > greatest) greatest = value;
    }
    return [least, greatest];
  };

  return {across, cells, colour, draw, extent, fill, values};
};

export { create, palette, place, scale, ticks };
