/* The playback clock. */
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  advance,
  beginAt,
  nextSpeed,
  playingTime,
  speedLabel,
} from "../../assets/playground/playback_clock.js";

/** Play with frames of a sixtieth of a second; returns the seconds and the iterations shown. */
const play = (steps, speed) => {
  const shown = [beginAt(steps, steps)];
  while (shown.at(-1) < steps) shown.push(advance(shown.at(-1), { steps, speed, elapsed: 1 / 60 }));
  return { seconds: (shown.length - 1) / 60, shown };
};

test("a run of 500 steps takes 10 s, half of it at twice the speed", () => {
  for (const [speed, seconds] of [
    [1, 10],
    [2, 5],
    [4, 2.5],
    [0.5, 20],
  ]) {
    const found = play(500, speed);
    assert.ok(Math.abs(found.seconds - seconds) < 0.05, `${found.seconds} s at ${speed}`);
    assert.equal(found.shown.at(-1), 500, "it ends at the last step");
    assert.ok(found.shown.every((t, k) => !k || t > found.shown[k - 1]));
  }
});

test("a short run takes less, but is not over at once", () => {
  assert.equal(playingTime(1, 1), 1.5);
  assert.equal(playingTime(50, 1), 5);
  assert.equal(playingTime(2000, 1), 10);
});

test("a page that was out of sight goes on where it was", () => {
  assert.equal(advance(10, { steps: 500, speed: 1, elapsed: 3600 }), 15);
});

test("playing begins at the step that is looked at, or at the start", () => {
  assert.deepEqual(
    [0, 1, 170, 500].map((t) => beginAt(t, 500)),
    [0, 0, 170, 0],
  );
});

test("the speeds go round", () => {
  assert.deepEqual([1, 2, 4, 0.5].map(nextSpeed), [2, 4, 0.5, 1]);
  assert.deepEqual([0.5, 1].map(speedLabel), ["½×", "1×"]);
});
