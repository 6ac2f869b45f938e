/* A simplified line comes within a fifth of a pixel of every point, with few points. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createSimplifier } from "../../assets/view/simplify.js";

const tolerance = 0.2;

/** @param {number[][]} points */
const simplified = ([first, ...others]) => {
  const kept = [first];
  const { begin, push, end } = createSimplifier((x, y) => kept.push([x, y]));
  begin(first[0], first[1]);
  for (const [x, y] of others) push(x, y);
  end();
  return kept;
};

/** The distance of a point from a segment.
    @param {number[]} point
    @param {number[]} a
    @param {number[]} b */
const distance = ([x, y], [ax, ay], [bx, by]) => {
  const [dx, dy] = [bx - ax, by - ay];
  const share = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - ax - share * dx, y - ay - share * dy);
};

/** How far the farthest point is from the line.
    @param {number[][]} points
    @param {number[][]} line */
const farthest = (points, line) =>
  Math.max(
    ...points.map((point) => Math.min(...line.map((b, k) => distance(point, line[Math.max(0, k - 1)], b)))),
  );

const rows = Array.from({ length: 500 }, (_, t) => t);
/** @type {[string, number[][], number][]} */
const lines = [
  ["a straight line", rows.map((t) => [3 * t, t / 2]), 2],
  ["a spiral", rows.map((t) => [200 * Math.cos(t / 40) * Math.exp(-t / 200), 200 * Math.sin(t / 40)]), 110],
  ["a decay", rows.map((t) => [t / 1.5, 180 * (1 - Math.exp(-t / 60))]), 20],
  ["a zigzag", rows.map((t) => [t, t % 2 ? 40 : 0]), 500],
  [
    "there and back",
    [
      [0, 0],
      [10, 0],
      [30, 0],
      [20, 0],
      [-5, 0],
      [0, 0],
    ],
    4,
  ],
  ["noise below a tenth of a pixel", rows.map((t) => [2 * t, 0.1 * Math.sin(12.9898 * t)]), 2],
  [
    "one spot",
    [
      [5, 5],
      [5, 5],
      [5.1, 5],
    ],
    2,
  ],
];
for (const [name, points, most] of lines) {
  test(`${name}: within the tolerance, with at most ${most} points`, () => {
    const kept = simplified(points);
    assert.ok(farthest(points, kept) <= tolerance * 1.000001, `${farthest(points, kept)} px`);
    assert.ok(kept.length <= most, `${kept.length} points`);
    assert.deepEqual([kept[0], kept.at(-1)], [points[0], points.at(-1)]);
  });
}

test("random walks are within the tolerance", () => {
  let seed = 1;
  const random = () => {
    seed = (seed * 16807) % 2147483647;
    return seed / 2147483647;
  };
  for (let walk = 0; walk < 100; walk++) {
    const size = 10 ** (2 * random() - 1.5);
    let [x, y] = [0, 0];
    const points = Array.from({ length: 200 }, () => {
      x += size * (random() - 0.4);
      y += size * (random() - 0.5);
      return [x, y];
    });
    const kept = simplified(points);
    assert.ok(farthest(points, kept) <= tolerance * 1.000001);
  }
});
