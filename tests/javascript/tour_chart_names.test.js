/* Names in a chart of the tour: where the numbers of points are. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { placeBeside, placeOnCurve, sortAbove } from "../../assets/tour/chart_names.js";

const area = { left: 40, top: 12, width: 300, height: 80 };
const size = 12;
const width = 14;
const point = (/** @type {number} */ y) => ({ x: 190, y });

/** Places of the numbers of points, one after the other. */
const placed = (/** @type {{x: number, y: number}[]} */ points) => {
  const taken = points.map(({ x, y }) => ({ left: x - 4, y, width: 8 }));
  return points.map((own, k) => {
    const others = points.filter((_, n) => n !== k);
    const free = { taken: taken.filter((_, n) => n !== k), others };
    const place = placeBeside(own, width, { area, envelopes: [], size, ...free });
    assert.ok(place);
    taken.push(place);
    return place;
  });
};

test("a number is near its point, at its right", () => {
  assert.deepEqual(placed([point(50)]), [{ left: 200, y: 50 - 0.9 * size, width }]);
});

test("numbers of points that are near each other are in the order of their points", () => {
  const points = [point(50), point(22), point(17)];
  const ys = placed(points).map(({ y }) => y);
  assert.ok(ys[2] < ys[1] && ys[1] < ys[0]);
  points.forEach(({ y }, k) => {
    const own = Math.abs(ys[k] - y);
    assert.ok(points.every((other) => Math.abs(ys[k] - other.y) >= own));
  });
});

test("numbers above each other change places to stand in the order of their points", () => {
  const heights = [40, 52, 46, 30];
  const numbers = [10, 20, 30, 25].map((y, k) => ({
    y,
    place: { left: k < 3 ? 200 : 100, y: heights[k], width },
  }));
  sortAbove(numbers);
  assert.deepEqual(
    numbers.map(({ place }) => place.y),
    [40, 46, 52, 30],
    "the last is beside them",
  );
});

test("the number of a point at the top of the plot may be above it, within the canvas", () => {
  const [high] = placed([point(area.top), point(area.top + 4)]);
  assert.ok(high.y < area.top && high.y > area.top - 12);
});

test("a name without room beside its curve interrupts it where it is level and nothing else is", () => {
  /** An envelope of a line at a height, which steps down to another.
      @param {number} y
      @param {number} [from] the column from which on it is lower */
  const line = (y, from = 64) => {
    const ys = Float64Array.from({ length: 64 }, (_, k) => (k < from ? y : y + 30));
    return { tops: ys, bottoms: ys };
  };
  const at = (/** @type {ReturnType<typeof line>[]} */ envelopes, taken = /** @type {any[]} */ ([])) =>
    placeOnCurve(0, 30, { area, envelopes, taken, size });
  const middle = (/** @type {ReturnType<typeof at>} */ place) => place && place.left + 15;
  assert.equal(at([line(80), line(69)])?.y, 80);
  assert.ok(Math.abs((middle(at([line(80), line(69)])) ?? 0) - (40 + 0.62 * 300)) < 3);
  assert.equal(at([line(80), line(75)]), null);
  // Not across a step, and apart from another text.
  const step = 40 + (42 / 64) * 300;
  const beside = at([line(50, 42)])?.left ?? step - 15;
  assert.ok(beside + 30 <= step || beside >= step);
  const text = { left: 200, y: 76, width: 60 };
  const { left = 0 } = at([line(80)], [text]) ?? {};
  assert.ok(left + 30 <= 200 || left >= 260);
});
