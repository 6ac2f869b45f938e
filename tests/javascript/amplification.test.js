/* Figure 3: the colour scale of C_a, the plotting area, the address, the list of decays. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { addressParts } from "../../assets/amplification/address.js";
import { decaysMistake, parseDecays } from "../../assets/amplification/controls.js";
import { plotArea, plotMapping } from "../../assets/amplification/frame.js";
import { colourScale, createPalette, scalePosition, scaleTicks } from "../../assets/amplification/map.js";
import { sentence, spokenLine } from "../../assets/amplification/two_steps.js";

/** @param {number[]} values
    @param {number[]} expected */
const assertClose = (values, expected) => {
  assert.equal(values.length, expected.length);
  for (const [k, value] of values.entries()) assert.ok(Math.abs(value - expected[k]) < 1e-9, `${values}`);
};

for (const [range, end] of [
  [0.01, 10],
  [10, 10],
  [10.5, 100],
  [40, 100],
  [1000, 1000],
]) {
  test(`the colour scale for gradients up to ${range} ends at ${end} rates`, () => {
    const scale = colourScale(0.05, range);
    assert.equal(scale.end, end);
    assert.ok(end >= range, "no attenuation exceeds it");
    assertClose([scale.limit], [end * 0.05 * (1 + 1e-9)]);
  });
}

test("positions on the scale are symmetric, asinh of the value in rates, and cut off at its ends", () => {
  const scale = colourScale(0.05, 10);
  const values = [-1e9, -10, -1, 0, 1, 10, 1e9].map((value) => value * 0.05);
  const one = Math.asinh(1) / Math.asinh(10);
  assertClose(
    values.map((value) => scalePosition(scale, value)),
    [-1, -1, -one, 0, one, 1, 1],
  );
});

test("ticks are decades of the rate, with three between one and ten", () => {
  assertClose(scaleTicks(colourScale(1, 10)), [-10, -3, -1, 0, 1, 3, 10]);
  assertClose(scaleTicks(colourScale(0.5, 10)), [-5, -1.5, -0.5, 0, 0.5, 1.5, 5]);
  assertClose(scaleTicks(colourScale(1, 1000)), [-1000, -100, -10, -1, 0, 1, 10, 100, 1000]);
});

test("a palette has the given colours at their levels and mixes them between", () => {
  const { pixels, beyond } = createPalette(["#000000", "#804020", "#ffffff"], "#010203");
  const channels = (/** @type {number} */ pixel) => [0, 8, 16, 24].map((bits) => (pixel >>> bits) & 255);
  assert.equal(pixels.length, 1025);
  assert.deepEqual(channels(pixels[0]), [0, 0, 0, 255]);
  assert.deepEqual(channels(pixels[256]), [64, 32, 16, 255]);
  assert.deepEqual(channels(pixels[512]), [128, 64, 32, 255]);
  assert.deepEqual(channels(pixels[1024]), [255, 255, 255, 255]);
  assert.deepEqual(channels(beyond), [1, 2, 3, 255]);
});

test("the plotting area is square, with room for the axes and the colour bar", () => {
  assert.deepEqual(plotArea({ width: 580, height: 610 }), { left: 62, top: 62, width: 502, height: 502 });
  assert.deepEqual(plotArea({ width: 366, height: 500 }), { left: 62, top: 62, width: 288, height: 288 });
});

test("gradients map to pixels and back", () => {
  const { x, y, valueX, valueY } = plotMapping({ left: 62, top: 62, width: 500, height: 500 }, 10);
  assert.deepEqual([x(-10), x(0), x(10)], [62, 312, 562]);
  assert.deepEqual([y(-10), y(0), y(10)], [562, 312, 62]);
  assert.deepEqual([valueX(87), valueY(87)], [-9, 9]);
});

test("the address names only what is not the default", () => {
  const run = { optimizer: "rmsprop", settings: { eta: 1, beta: 0.9 } };
  const rule = { defaults: { eta: 1, beta: 0.9 } };
  const catalogue = /** @type {AmplificationCatalogue} */ (
    /** @type {unknown} */ ({
      defaults: { run, decays: [0, 1], range: 10, probe: [3, 0.5] },
      rules: { rmsprop: rule, adagrad: rule },
    })
  );
  const { defaults } = catalogue;
  assert.deepEqual(addressParts(defaults, catalogue), []);
  const others = { ...run, settings: { eta: 1, beta: 0.5 } };
  assert.deepEqual(addressParts({ run: others, decays: [0.5], range: 2, probe: [-1, 2] }, catalogue), [
    ["run", "rmsprop,beta:0.5"],
    ["betas", "0.5"],
    ["range", "2"],
    ["g", "-1,2"],
  ]);
  assert.deepEqual(addressParts({ ...defaults, run: { ...run, optimizer: "adagrad" } }, catalogue), [
    ["run", "adagrad"],
  ]);
});

test("a list of decays has at most so many numbers from 0 to 1, each once", () => {
  assert.deepEqual(parseDecays("0.2, 0.95,1, 0.2", 8), [0.2, 0.95, 1]);
  for (const text of ["0.2, 2", "a", "", "0.1,,0.2", "0.1,0.2,0.3"]) assert.equal(parseDecays(text, 2), null);
});

test("what is wrong with a list of decays names its wrong entries", () => {
  assert.equal(decaysMistake("0, abc, 99", "Give two."), "abc, 99 are not from 0 to 1. Give two.");
  assert.equal(decaysMistake("0,-1", "Give two."), "-1 is not from 0 to 1. Give two.");
  for (const text of ["", "0.1,,0.2", "0.1,0.2,0.3"])
    assert.equal(decaysMistake(text, "Give two."), "Give two.");
  assert.equal(
    decaysMistake("x".repeat(99), "Give two.").length,
    12 + " is not from 0 to 1. Give two.".length,
  );
});

test("two steps in words", () => {
  const steps = { g1: -4, g2: 2, v: -1.6, amplification: -0.4, ratio: 0.8, name: "Momentum", plain: "η g₂" };
  const back = "It goes against the second gradient.";
  assert.equal(sentence(steps), `Attenuated: the second step is only 0.8 times as long as η g₂. ${back}`);
  assert.equal(
    spokenLine(steps),
    `g1 −4, g2 2: v(2) −1.6, C_a −0.4. Attenuated: the second step is only 0.8 times as long as η g₂. ${back}`,
  );
  const amplified = "Amplified: the second step is 3 times as long as η g₂.";
  assert.equal(sentence({ ...steps, v: 6, ratio: 3 }), amplified);
  assert.equal(sentence({ ...steps, v: 2, ratio: 1 }), "Neither: the second step is as long as η g₂.");
  assert.equal(sentence({ ...steps, v: 0, ratio: 0 }), "Attenuated to nothing: Momentum pauses for a step.");
  const noGradient = { ...steps, g2: 0 };
  assert.equal(sentence(noGradient), "Amplified: there is no second gradient, yet Momentum moves on.");
  assert.equal(
    sentence({ ...noGradient, v: 0 }),
    "Neither: without a second gradient there is no second step.",
  );
});
