/* Names in a chart of the tour: where the numbers of points are. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { placeBeside } from "../../assets/tour/chart_names.js";

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

test("the number of a point at the top of the plot may be above it, within the canvas", () => {
  const [high] = placed([point(area.top), point(area.top + 4)]);
  assert.ok(high.y < area.top && high.y > area.top - 12);
});
