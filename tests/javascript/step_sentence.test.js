/* The sentences of a step, for constructed steps. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { comparedSentence, plainSentence } from "../../assets/playground/step_sentence.js";

const step = ([g1, g2], [v1, v2]) => ({
  columns: { g1: [NaN, g1], g2: [NaN, g2], v1: [NaN, v1], v2: [NaN, v2] },
});
const plain = (slopes, moves) => plainSentence(step(slopes, moves), 1);

test("both weights move alike on unequal slopes: the article's first step", () => {
  const [g1, g2] = [-90, 400];
  const moves = [(0.05 * g1) / Math.sqrt(810), (0.05 * g2) / Math.sqrt(16000)];
  assert.equal(
    plain([g1, g2], moves),
    "Both weights move by 0.158, although the slope along w₂ is 4.4 times as steep.",
  );
});

test("what is equal to two digits only is about that", () => {
  assert.equal(
    plain([-38.64, 226.5], [0.0464, -0.0473]),
    "Both weights move by about 0.047, although the slope along w₂ is 5.9 times as steep.",
  );
});

test("a step along the gradient goes as far as it is steep", () => {
  assert.equal(
    plain([-90, 400], [-0.09, 0.4]),
    "w₂ moves 4.4 times as far as w₁, as its slope is 4.4 times as steep.",
  );
  assert.equal(
    plain([800, 400], [0.8, 0.1]),
    "w₁ moves 8 times as far as w₂; its slope is 2 times as steep.",
  );
});

test("a weight may move farther though the other's slope is steeper", () => {
  assert.equal(
    plain([10, -100], [0.3, 0.1]),
    "w₁ moves 3 times as far as w₂, although the slope along w₂ is 10 times as steep.",
  );
});

test("slopes that are equal, or zero", () => {
  assert.equal(plain([3, -3], [0.1, -0.1]), "Both weights move by 0.1; both slopes are equally steep.");
  assert.equal(plain([3, -3], [0.2, -0.1]), "w₁ moves 2 times as far as w₂; both slopes are equally steep.");
  assert.equal(plain([0, 0], [0.2, -0.1]), "w₁ moves 2 times as far as w₂; both slopes are zero.");
  assert.equal(plain([0, 0], [0.1, 0.1]), "Both weights move by 0.1; both slopes are zero.");
  assert.equal(plain([0, 4], [0.1, 0.1]), "Both weights move by 0.1, although there is no slope along w₁.");
  assert.equal(
    plain([4, 1e-9], [0.1, 0.1]),
    "Both weights move by 0.1, although there is hardly a slope along w₂.",
  );
});

test("one weight moves, or neither", () => {
  assert.equal(plain([0, 4], [0, 0.1]), "Only w₂ moves, by 0.1; there is no slope along w₁.");
  assert.equal(plain([4, 8], [0.1, 0]), "Only w₁ moves, by 0.1; the slope along w₂ is 2 times as steep.");
  assert.equal(plain([4, 1e-9], [0.1, 1e-11]), "w₁ moves, w₂ hardly does; there is hardly a slope along w₂.");
  assert.equal(plain([0, 0], [0, 0]), "Neither weight moves; both slopes are zero.");
  assert.equal(plain([4, -2], [0, 0]), "Neither weight moves; the slope along w₁ is 2 times as steep.");
});

test("no size is beyond words", () => {
  assert.equal(
    plain([1e308, 1e-308], [1e308, 5e307]),
    "w₁ moves 2 times as far as w₂; there is hardly a slope along w₂.",
  );
  assert.equal(
    plain([1e-320, 2e-320], [1e-320, 1e-320]),
    "Both weights move by 10⁻³²⁰, although the slope along w₂ is 2 times as steep.",
  );
});

const stepsModule = {
  sentence: "{first} {words}; {second} {others}",
  fates: [
    { when: (v) => v === 0, times: () => 1, words: "rests", again: "too" },
    {
      when: (v, eta_g) => v < eta_g,
      times: (v, eta_g) => eta_g / v,
      words: "{times}× below {plain}",
      again: "{times}×",
    },
    { when: () => true, times: (v, eta_g) => v / eta_g, words: "{times}× above {plain}", again: "{times}×" },
  ],
  steps: { some: { compared: "plain η·g", plain: ({ eta, g }) => eta * g } },
};
const compared = (slopes, moves) =>
  comparedSentence(stepsModule, { ...step(slopes, moves), optimizer: "some", settings: { eta: 0.5 } }, 1);

test("of two weights with the same outcome, the one that changed more comes first", () => {
  assert.equal(compared([20, 400], [5, 20]), "w₂ 10× below plain η·g₂; w₁ 2×");
  assert.equal(compared([20, 400], [1, 100]), "w₁ 10× below plain η·g₁; w₂ 2×");
});

test("two outcomes, each with its own plain step", () => {
  assert.equal(compared([20, 400], [40, 20]), "w₁ 4× above plain η·g₁; w₂ 10× below plain η·g₂");
  assert.equal(compared([20, 400], [0, 0]), "w₁ rests; w₂ too");
});
