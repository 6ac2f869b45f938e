/* WebM of a replay: the browser encodes VP9, or VP8 where it has no other, which takes as long and makes larger files. */
import {
  BufferTarget,
  EncodedPacket,
  EncodedVideoPacketSource,
  Output,
  WebMOutputFormat,
} from "../vendor/webm.js";
import { perSecond } from "./frame_times.js";

const codecs = /** @type {const} */ ([
  ["vp9", "vp09.00.50.08"],
  ["vp8", "vp8"],
]);
/** Bits for a pixel in a frame: flat colours need few. */
const perPixel = 0.08;
const keyEvery = 45;
/** The other mode takes five times as long. */
const latencyMode = /** @type {const} */ ("realtime");
const microseconds = 1e6;

/** @typedef {import("./replay.js").ReplayEncoder} ReplayEncoder */

export const kind = { type: "video/webm", extension: "webm", widest: 1280 };

/** @param {import("./replay.js").ReplaySize} size
    @returns {Promise<ReplayEncoder | null>} null where the browser has no encoder */
export const createEncoder = async ({ width, height }) => {
  if (!globalThis.VideoEncoder) return null;
  const bitrate = Math.round(perPixel * width * height * perSecond);
  /** @param {string} codec */
  const configOf = (codec) => ({ codec, width, height, bitrate, framerate: perSecond, latencyMode });
  const supported = await Promise.all(
    codecs.map(async ([, codec]) => (await VideoEncoder.isConfigSupported(configOf(codec))).supported),
  );
  const found = codecs[supported.indexOf(true)];
  if (!found) return null;
  const [name, codec] = found;
  const source = new EncodedVideoPacketSource(name);
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat(), target });
  output.addVideoTrack(source, { frameRate: perSecond });
  await output.start();
  /** @type {unknown} */
  let failure = null;
  let written = Promise.resolve();
  const encoder = new VideoEncoder({
    output: (chunk, meta) => {
      written = written.then(() => source.add(EncodedPacket.fromEncodedChunk(chunk), meta));
    },
    error: (error) => {
      failure = error;
    },
  });
  encoder.configure(configOf(codec));
  let timestamp = 0;
  let count = 0;

  return {
    add: async (frame, delay) => {
      if (failure) throw failure;
      const duration = (delay / 1000) * microseconds;
      const picture = new VideoFrame(frame.canvas, { timestamp, duration });
      encoder.encode(picture, { keyFrame: count++ % keyEvery === 0 });
      picture.close();
      timestamp += duration;
      while (encoder.encodeQueueSize > 4)
        await new Promise((resolve) => encoder.addEventListener("dequeue", resolve, { once: true }));
    },
    finish: async () => {
      await encoder.flush();
      await written;
      await output.finalize();
      encoder.close();
      return new Uint8Array(/** @type {ArrayBuffer} */ (target.buffer));
    },
    close: () => {
      if (encoder.state !== "closed") encoder.close();
      output.cancel();
    },
  };
};
