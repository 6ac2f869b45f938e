/* Replay: the frames of a race, drawn one after the other beside the page and given to an encoder. */
import { frameTimes } from "./frame_times.js";
import { createPicture, pictureWidth } from "./layout.js";
import { putTogether } from "./picture.js";
import { goTo } from "./subject.js";

/** How long the last frame stays, in milliseconds. */
const rest = 2000;

/** @typedef {object} ReplayEncoder
    @property {(frame: CanvasRenderingContext2D, delay: number) => Promise<void>} add show a frame for so many
    milliseconds
    @property {() => Promise<Uint8Array<ArrayBuffer>>} finish
    @property {() => void} close after a mistake, or when it is no longer wanted */
/** @typedef {{width: number, height: number, changing: number}} ReplaySize in pixels; below the first `changing` rows
    all frames are the same */
/** @typedef {{type: string, extension: string, widest: number}} ReplayKind up to a width, its pixels are finer than
    those of CSS */

/** Let the page answer clicks and keys; unlike a timer, also as often where it is out of sight. */
const breathe = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve(undefined);
    };
    port2.postMessage(null);
  });

/** @param {Playground} playground
    @param {Omit<import("./arrangement.js").PictureOptions, "medium" | "isReplay">} options
    @param {object} making
    @param {ReplayKind} making.kind
    @param {(size: ReplaySize, samples: ImageData[]) => Promise<ReplayEncoder | null>}
      making.createEncoder
    @param {AbortSignal} making.signal
    @param {(share: number) => void} making.progress
    @returns {Promise<Blob | null>} null where the browser has no encoder */
export const replay = async (playground, options, { kind, createEncoder, signal, progress }) => {
  const { type, widest } = kind;
  const scale = Math.max(1, Math.min(2, widest / pictureWidth(playground, options.extent)));
  const picture = createPicture(playground, { ...options, isReplay: true, medium: { scale, isSvg: false } });
  const { subject, placed, theme } = picture;
  const [still, moving] = [true, false].map((isStill) => placed.filter((one) => one.isStill === isStill));
  // Video has even sizes.
  const [width, height] = [picture.width, picture.height].map((side) => 2 * Math.ceil((side * scale) / 2));
  const [ground, frame] = [0, 1].map(() => {
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    return /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { willReadFrequently: true }));
  });
  ground.fillStyle = theme.paper;
  ground.fillRect(0, 0, width, height);
  putTogether(ground, still, scale);
  /** @param {number} t */
  const draw = (t) => {
    goTo(subject, t);
    picture.draw();
    frame.drawImage(ground.canvas, 0, 0);
    putTogether(frame, moving, scale);
  };

  const { steps } = subject.state;
  const samples = [0, steps / 2, steps].map((t) => {
    draw(t);
    return frame.getImageData(0, 0, width, height);
  });
  const changing = Math.max(
    ...moving.map(({ sheet, y }) => Math.min(height, Math.round(y * scale) + sheet.canvas.height)),
  );
  const encoder = await createEncoder({ width, height, changing }, samples);
  if (!encoder) return null;
  try {
    const { times, delay } = frameTimes(steps);
    for (const [k, t] of times.entries()) {
      draw(t);
      await encoder.add(frame, t === steps ? rest : delay);
      progress((k + 1) / times.length);
      await breathe();
      signal.throwIfAborted();
    }
    return new Blob([await encoder.finish()], { type });
  } catch (error) {
    encoder.close();
    throw error;
  }
};
