/* Track: positions of a slider and the values they stand for. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { exactValue, stepValue, trackPosition, trackShare, trackValue } from "../../assets/engine/track.js";

const step = 1 / 40;
/** @type {Record<string, any>} as optimizers/track.py makes them */
const tracks = {
  eta: { scale: "log", low: 1e-6, high: 10, start: -5, end: 0, step, whole: false },
  epsilon: { scale: "log", low: 1e-12, high: 1, start: -12, end: 0, step, whole: false },
  steps: { scale: "log", low: 1, high: 2000, start: 0, end: Math.log10(2000), step, whole: true },
  beta: { scale: "decay", low: 0, high: 1, start: 0, end: 4 + step, step, whole: false },
  beta1: { scale: "decay", low: 0, high: 0.9999, start: 0, end: 4, step, whole: false },
  increase: { scale: "linear", low: 1, high: 3, start: 1, end: 3, step: 0.005, whole: false },
  decrease: { scale: "linear", low: 0.01, high: 1, start: 0.01, end: 1, step: 0.001, whole: false },
};
const { eta, epsilon, steps, beta, beta1, increase, decrease } = tracks;

/** The positions that a slider can have, as browsers reckon them.
    @param {any} track */
const places = ({ start, end, step: by }) =>
  Array.from({ length: Math.floor((end - start) / by + 1e-9) + 1 }, (_, k) =>
    Number((start + k * by).toFixed(10)),
  );

/** @param {number} value */
const digits = (value) => value.toExponential().replace(/e.*|[.-]/g, "").length;

for (const [name, track] of Object.entries(tracks)) {
  test(`${name}: values rise with the places, and each leads back to its place`, () => {
    const positions = places(track);
    const values = positions.map((position) => trackValue(track, position));
    values.forEach((value, k) => {
      assert.ok(value >= track.low && value <= track.high);
      if (k > 0) assert.ok(value > values[k - 1] || (track.whole && value >= values[k - 1]), `${value}`);
      const back = trackPosition(track, value);
      if (!track.whole)
        assert.ok(Math.abs(back - positions[k]) <= track.step / 2 + 1e-9, `${value}: ${back}`);
      assert.equal(
        trackValue(track, Math.round((back - track.start) / track.step) * track.step + track.start),
        value,
      );
      const most = track.scale === "linear" ? 4 : 3;
      const short = track.scale === "decay" && value < 1 ? Number((1 - value).toFixed(10)) : value;
      assert.ok(digits(short) <= most, `${value}`);
    });
  });

  test(`${name}: both ends are reached`, () => {
    const positions = places(track);
    const first = track.scale === "log" ? 10 ** track.start : track.low;
    const last = track === eta ? 1 : track.high;
    assert.ok(Math.abs(trackValue(track, positions[0]) / (first || 1) - (first ? 1 : 0)) < 1e-12);
    assert.equal(trackValue(track, positions[positions.length - 1]), last);
    assert.equal(trackPosition(track, track.low), track.start);
    assert.equal(trackPosition(track, track.high), track.end);
    assert.equal(exactValue(track, track.end), last);
  });
}

test("places stand for the numbers that people write", () => {
  assert.deepEqual(
    [-1.3, -1.275, -1, -0.975, -0.95].map((position) => trackValue(eta, position)),
    [0.05, 0.053, 0.1, 0.106, 0.11],
  );
  assert.deepEqual(
    [0, 0.3, 0.7, 1, 1.3, 2, 3, 4].map((position) => trackValue(beta, position)),
    [0, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999, 0.9999],
  );
  assert.equal(trackValue(decrease, 0.1 + 0.2), 0.3);
  assert.equal(trackValue(increase, 1.05), 1.05);
});

test("a decay has as much of its track for every nine", () => {
  assert.deepEqual(
    [0, 0.9, 0.99, 0.999].map((value) => trackPosition(beta, value).toFixed(9)),
    ["0.000000000", "1.000000000", "2.000000000", "3.000000000"],
  );
  assert.equal(trackValue(beta, 4), 0.9999);
  assert.equal(trackValue(beta, 4 + step), 1);
  assert.equal(trackPosition(beta1, 0.9999), 4);
});

test("a value beyond the track is at its end", () => {
  assert.equal(trackPosition(eta, 1e-6), -5);
  assert.equal(trackShare(eta, 10), 1);
  assert.equal(trackShare(beta, 0), 0);
});

test("steps of keys go from place to place, and beyond the track to the bounds", () => {
  assert.equal(stepValue(eta, 0.05, 1), 0.053);
  assert.equal(stepValue(eta, 1, 1), 1.06);
  assert.equal(stepValue(eta, 10, 1), 10);
  assert.equal(stepValue(eta, 10, -1), 9.4);
  assert.equal(stepValue(eta, 1e-6, -1), 1e-6);
  assert.equal(stepValue(beta, 0.9999, 1), 1);
  assert.equal(stepValue(beta, 1, -1), 0.9999);
  assert.equal(stepValue(beta, 0, -1), 0);
  assert.equal(stepValue(steps, 2, 1), 3);
  assert.equal(stepValue(steps, 2000, 1), 2000);
  assert.equal(stepValue(epsilon, 1e-12, 1), 1.06e-12);
});

test("whole values are whole", () => {
  assert.deepEqual(
    [0, 0.2, 2, 3.3].map((position) => trackValue(steps, position)),
    [1, 2, 100, 2000],
  );
});
