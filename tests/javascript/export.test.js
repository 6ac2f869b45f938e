/* Export: captions, lines, names, frames, recorded paths, and the GIF of a replay. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { captionOf, lineOf } from "../../assets/export/caption.js";
import { fileName, sizeOf, stepFiles } from "../../assets/export/files.js";
import { frameTimes } from "../../assets/export/frame_times.js";
import { createEncoder } from "../../assets/export/gif.js";
import { linesOf } from "../../assets/export/lines.js";

// Node has none: what is recorded does not depend on it.
globalThis.Path2D ??= /** @type {any} */ (
  class {
    moveTo() {}
    lineTo() {}
    closePath() {}
    arc() {}
    rect() {}
    roundRect() {}
    addPath() {}
  }
);
const { RecordedPath, withRecordedPaths } = await import("../../assets/export/recorded_path.js");

test("a typed function becomes a line of mathematics", () => {
  assert.equal(lineOf("3 w1^2 + 10 w2^2"), "3 𝑤₁² + 10 𝑤₂²");
  assert.equal(lineOf("(1-w1)^2+100*(w2-w1^2)^12"), "(1 − 𝑤₁)² + 100·(𝑤₂ − 𝑤₁²)¹²");
  assert.equal(lineOf("-w1 * -w2 + 1e-3"), "−𝑤₁·−𝑤₂ + 1e−3");
  assert.equal(lineOf("exp(-w1) + w1^(0.5) + w2^2.5"), "exp(−𝑤₁) + 𝑤₁^(0.5) + 𝑤₂^2.5");
});

test("a caption names visible runs, hyperparameters in the order of the rule, and how each ended", () => {
  const optimizers = {
    adam: { name: "Adam", defaults: { eta: 0.2, beta1: 0.9 } },
    momentum: { name: "Momentum", defaults: { eta: 0.001 } },
  };
  const columns = { E: [25, 4, 0.012345] };
  const playground = {
    state: {
      E: "w1^2",
      start: [-3, 2],
      steps: 1,
      parameters: [
        { name: "k", value: -25 },
        { name: "c1", value: 1e-7 },
      ],
      runs: [
        { optimizer: "adam", settings: {}, hidden: false },
        { optimizer: "momentum", settings: {}, hidden: false },
        { optimizer: "adam", settings: {}, hidden: true },
      ],
    },
    catalogue: { optimizers, hyperparameters: { eta: "η", beta1: "β₁" } },
    trajectories: [
      { settings: { beta1: 0.5, eta: 1e-8 }, columns, rows: 3, stopped: null },
      { settings: { eta: 9 }, columns, rows: 2, stopped: "diverged at step 2" },
      { settings: { eta: 1, beta1: 1 }, columns, rows: 3, stopped: null },
    ],
    answer: { note: "E has no value on the left." },
  };
  const { title, runs, facts, address } = captionOf(/** @type {any} */ (playground), "https://a.example/?x");
  assert.equal(title, "𝐸(𝑤₁, 𝑤₂) = 𝑤₁², k = −25, c1 = 10⁻⁷");
  assert.deepEqual(
    runs.map(({ place, settings, outcome }) => [place, settings, outcome]),
    [
      [0, "η = 10⁻⁸, β₁ = 0.5", "final E = 0.01235"],
      [1, "η = 9", "diverged at step 2"],
    ],
  );
  assert.equal(facts, "From 𝑤(0) = (−3, 2), 1 step. E has no value on the left.");
  assert.equal(address, "https://a.example/?x");
});

test("lines break at spaces and behind signs, and keep every character but spaces at their ends", () => {
  const widthOf = (/** @type {string} */ text) => text.length;
  assert.deepEqual(linesOf(widthOf, "one two three", 8), ["one two", "three"]);
  assert.deepEqual(linesOf(widthOf, "a?bb=1&cc=2", 7), ["a?bb=1&", "cc=2"]);
  assert.deepEqual(linesOf(widthOf, "abcdefghij", 4), ["abcd", "efgh", "ij"]);
  assert.deepEqual(linesOf(widthOf, "", 4), []);
  const address = `https://a.example/?E=${"w1%5E2%2B".repeat(40)}&start=1,2`;
  const lines = linesOf(widthOf, address, 50);
  assert.equal(lines.join(""), address);
  assert.ok(lines.every((line) => line.length <= 50));
});

test("names and sizes of files", () => {
  assert.equal(fileName("rmsprop", "bowl", false, undefined), "lockstep-rmsprop-bowl");
  assert.equal(fileName("adam", null, "curves", "2x"), "lockstep-adam-curves-2x");
  assert.deepEqual([sizeOf(12), sizeOf(214_400), sizeOf(1_260_000)], ["1 kB", "214 kB", "1.3 MB"]);
});

test("a table by hand has no more steps than were asked for, and inspects one of them", () => {
  const asked = /** @type {any[]} */ ([]);
  const query = (/** @type {any} */ part) => {
    asked.push(part);
    return "?q";
  };
  const files = stepFiles(/** @type {any} */ ({ query, state: { step: 170 } }), 1, 5);
  assert.deepEqual(asked, [{ selected: 1, steps: 5, step: 5 }]);
  assert.deepEqual(
    files.map(({ route, query: text }) => route + text),
    ["steps.md?q", "steps.tex?q", "steps.csv?q"],
  );
});

test("a replay takes as long as the page plays, and has no more frames than steps", () => {
  const long = frameTimes(500);
  assert.equal(long.times.length, 126);
  assert.deepEqual([long.times[0], long.times[63], long.times.at(-1)], [0, 252, 500]);
  assert.equal(long.delay, 80);
  const short = frameTimes(20);
  assert.deepEqual(short.times, [...Array(21).keys()]);
  assert.equal(short.delay, 100);
  assert.deepEqual(frameTimes(1), { times: [0, 1], delay: 1500 });
});

test("a recorded path is SVG's", () => {
  const path = new RecordedPath();
  path.moveTo(1, 2.005);
  path.lineTo(3.1449, -4);
  path.closePath();
  path.rect(0, 0, 2, 1);
  assert.equal(path.d, "M1 2.01L3.14 -4ZM0 0h2v1h-2Z");
  const circle = new RecordedPath();
  circle.moveTo(3, 0);
  circle.arc(0, 0, 3, 0, 7);
  assert.equal(circle.d, "M3 0L3 0A3 3 0 0 1 -3 0A3 3 0 0 1 3 0");
  path.addPath(circle);
  assert.ok(path.d.endsWith(circle.d));
  assert.equal(new RecordedPath("M0 0L1 1").d, "M0 0L1 1");
  const round = new RecordedPath();
  round.roundRect(0, 0, 10, 4, 9);
  assert.equal(round.d, "M2 0h6a2 2 0 0 1 2 2v0a2 2 0 0 1 -2 2h-6a2 2 0 0 1 -2 -2v-0a2 2 0 0 1 2 -2Z");
});

test("paths are recorded only while a picture is drawn", () => {
  const native = globalThis.Path2D;
  withRecordedPaths(() => assert.ok(new Path2D("M0 0") instanceof RecordedPath));
  assert.throws(() =>
    withRecordedPaths(() => {
      throw new Error("no");
    }),
  );
  assert.equal(globalThis.Path2D, native);
});

/** A context that has one colour everywhere but in its first pixel.
    @param {number} width
    @param {number} first red of that pixel
    @returns {any} */
const frameOf = (width, first) => ({
  getImageData: (
    /** @type {number} */ _x,
    /** @type {number} */ _y,
    /** @type {number} */ _w,
    /** @type {number} */ rows,
  ) => {
    const data = new Uint8ClampedArray(4 * width * rows);
    for (let k = 0; k < data.length; k += 4) data.set([40, 120, 200, 255], k);
    data[0] = first;
    return { data };
  },
});

test("a GIF has a frame for each, and later ones only where something changes", async () => {
  const [width, height] = [300, 200];
  const sample = frameOf(width, 255).getImageData(0, 0, width, height);
  const encoder = /** @type {any} */ (await createEncoder({ width, height, changing: 10 }, [sample]));
  await encoder.add(frameOf(width, 255), 80);
  await encoder.add(frameOf(width, 0), 80);
  await encoder.add(frameOf(width, 255), 2000);
  const bytes = await encoder.finish();
  assert.equal(String.fromCharCode(...bytes.slice(0, 6)), "GIF89a");
  assert.deepEqual([bytes[6] + 256 * bytes[7], bytes[8] + 256 * bytes[9]], [width, height]);
  assert.equal(bytes.at(-1), 0x3b);
  assert.ok(bytes.length < 4000);
});
