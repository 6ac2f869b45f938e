import assert from "node:assert/strict";
import { test } from "node:test";
import { heightOf, placeLabels } from "../../assets/surface/labels.js";
import { mappingOf } from "../../assets/surface/view_geometry.js";

const points = 101;
/** E = 100 (w1^2 + w2^2), with levels 0, 10, 20, ... */
const z = Array.from({ length: points }, (_, row) =>
  Array.from({ length: points }, (_, column) => {
    const [x, y] = [column, row].map((k) => (2 * k) / (points - 1) - 1);
    return Math.round(128 * 10 * (x * x + y * y));
  }),
);
const levels = Array.from({ length: 21 }, (_, k) => 10 * k);
/** @type {ContourTrace} */
const trace = {
  region: [-1, 1, -1, 1],
  z,
  size: 128,
  levels,
  dotted: 0,
  strong: [2, 4, 6, 8],
  tones: Array.from({ length: 81 }, (_, k) => k * 12.5),
};
const map = mappingOf([-1, 1, -1, 1], { width: 900, height: 900 });
const nothing = { points: [], boxes: [] };

test("heights are taken between the points of the grid, and there are none outside", () => {
  const height = heightOf(trace);
  assert.ok(Math.abs(height(0.5, 0.25) / 128 - 3.125) < 0.01);
  assert.ok(Number.isNaN(height(1.5, 0)));
});

test("labels lie on their lines along one ray, the first one says what they are", () => {
  const labels = placeLabels(trace, map, [[0, 0]], nothing);
  assert.deepEqual(
    labels.map(({ text }) => text),
    ["E = 20", "40", "60", "80"],
  );
  const angles = labels.map(({ w1, w2 }) => Math.atan2(w2, w1));
  for (const [k, { w1, w2, turn, tone }] of labels.entries()) {
    assert.ok(Math.abs(100 * (w1 ** 2 + w2 ** 2) - levels[2 * k + 2]) < 1.5);
    assert.ok(Math.abs(angles[k] - angles[0]) < 0.01);
    // Along the line, and never upside down.
    assert.ok(Math.abs(turn) <= Math.PI / 2);
    assert.ok(Math.abs(Math.cos(turn) * w1 - Math.sin(turn) * w2) < 0.05);
    assert.ok(Math.abs(tone - (2 * k + 2) / 20) < 1e-9);
  }
});

test("labels keep away from runs and buttons", () => {
  const first = placeLabels(trace, map, [[0, 0]], nothing);
  const points = first.map(({ w1, w2 }) => /** @type {Point} */ ([map.x(w1), map.y(w2)]));
  const boxes = [{ left: 0, top: 0, width: 900, height: 435 }];
  for (const clear of [
    { points, boxes: [] },
    { points: [], boxes },
  ]) {
    const labels = placeLabels(trace, map, [[0, 0]], clear);
    assert.ok(labels.length >= 3);
    for (const { w1, w2 } of labels) {
      for (const [x, y] of clear.points) assert.ok(Math.hypot(map.x(w1) - x, map.y(w2) - y) >= 34);
      if (clear.boxes.length) assert.ok(map.y(w2) > 435);
    }
  }
});

test("where there is no line there is no label", () => {
  const flat = { ...trace, z: z.map((row) => row.map(() => 0)), levels: [5], strong: [], tones: [0] };
  assert.deepEqual(placeLabels(flat, map, [], nothing), []);
});

test("levels that are alike in four digits have as many as tell them apart", () => {
  const near = { ...trace, levels: levels.map((level) => 538.1 + level / 1e4) };
  assert.deepEqual(
    placeLabels(near, map, [[0, 0]], nothing).map(({ text }) => text),
    ["E = 538.102", "538.104", "538.106", "538.108"],
  );
});
