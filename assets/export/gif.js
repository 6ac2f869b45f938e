/* GIF of a replay: one palette for all frames, and of each frame only what has changed. */
import { GIFEncoder, nearestColorIndex, quantize } from "../vendor/gif.js";

/** One entry of the palette is for what has not changed. */
const colours = 255;
/** Pixels that the palette is made from, of each sample. */
const enough = 100_000;
const leaveIt = 1;

/** @typedef {import("./replay.js").ReplayEncoder} ReplayEncoder */

export const kind = { type: "image/gif", extension: "gif", widest: 0 };

/** Every so many pixels of a picture.
    @param {ImageData} picture */
const thinned = ({ data }) => {
  const pixels = new Uint32Array(data.buffer);
  const every = Math.max(1, Math.ceil(pixels.length / enough));
  return Uint32Array.from({ length: Math.floor(pixels.length / every) }, (_, k) => pixels[k * every]);
};

/** @param {import("./replay.js").ReplaySize} size
    @param {ImageData[]} samples whose colours are those of all frames
    @returns {Promise<ReplayEncoder>} */
export const createEncoder = async ({ width, height, changing }, samples) => {
  const encoder = GIFEncoder();
  const all = samples.map(thinned);
  const pixels = new Uint32Array(all.reduce((sum, { length }) => sum + length, 0));
  let filled = 0;
  for (const sample of all) {
    pixels.set(sample, filled);
    filled += sample.length;
  }
  const palette = quantize(new Uint8Array(pixels.buffer), colours);
  const unchanged = palette.length;
  /** The entry of a colour, by its upper bits; none is known yet. */
  const entries = new Int16Array(1 << 18).fill(-1);
  /** @param {number} pixel alpha, blue, green and red */
  const entryOf = (pixel) => {
    const [red, green, blue] = [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255];
    const key = ((red >> 2) << 12) | ((green >> 2) << 6) | (blue >> 2);
    if (entries[key] < 0) entries[key] = nearestColorIndex(palette, [red, green, blue]);
    return entries[key];
  };
  const index = new Uint8Array(width * height);
  /** @type {Uint32Array | null} */
  let before = null;

  return {
    add: async (frame, delay) => {
      const rows = before ? changing : height;
      const { data } = frame.getImageData(0, 0, width, rows);
      const now = new Uint32Array(data.buffer);
      for (let k = 0; k < now.length; k++) {
        index[k] = before && now[k] === before[k] ? unchanged : entryOf(now[k]);
      }
      encoder.writeFrame(index.subarray(0, width * rows), width, rows, {
        palette: before ? undefined : [...palette, [0, 0, 0]],
        delay,
        transparent: before !== null,
        transparentIndex: unchanged,
        dispose: leaveIt,
      });
      before = now;
    },
    finish: async () => {
      encoder.finish();
      return encoder.bytes();
    },
    close: () => {},
  };
};
