/* Words of a sweep. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { bestWords, sweepWords } from "../../assets/controls/sweep_words.js";
import { DIVERGED, RAN } from "../../assets/engine/sweep.js";

const track = { scale: "decay", low: 0, high: 1, start: 0, end: 14, step: 0.05, whole: false };
const sweep = {
  isFine: true,
  places: Float64Array.of(0, 2, 4, 14),
  finalE: Float64Array.of(0.01308, 5e-10, 3.082e-72, 1e9),
  outcomes: Uint8Array.of(RAN, RAN, RAN, DIVERGED),
  startE: 1,
  best: { value: 0.999904, E: 4.366e-72 },
  tried: 321,
};

test("the best value is written as it is set", () => {
  assert.equal(
    bestWords("β", sweep, track),
    "Set β to its best, 0.999904: final E 4.366·10⁻⁷², best of 321 values",
  );
});

test("ranges of values tell their ends apart, and one value is no range", () => {
  const words = sweepWords("β", sweep, track);
  assert.match(words, /^Best is β 0\.999904, with a final E of 4\.366·10⁻⁷²\./);
  assert.doesNotMatch(words, /from (\S+) to \1[,.]?( |$)/);
  assert.match(words, /The run diverges at 1\.$/);
});
