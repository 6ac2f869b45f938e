/* Curve geometry and labels: the room that curves take, and names that keep out of it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { curvePath, fillEnvelope, fillHeights, heightAt } from "../../assets/playground/curve_geometry.js";
import { placeLabels, roomAround } from "../../assets/playground/curve_labels.js";
import "./support/path2d.js";

const area = { left: 40, top: 10, width: 320, height: 200 };
const steps = 100;
const columns = 64;

/** Heights of a curve from its heights in pixels, and its envelope. */
const curveOf = (values, from = 0) => {
  const heights = fillHeights(new Float64Array(512), { values, from, rows: values.length }, (y) => y);
  const envelope = { tops: new Float64Array(columns), bottoms: new Float64Array(columns) };
  fillEnvelope(envelope, heights, steps);
  return { heights, envelope };
};
const line = (from, to) => Array.from({ length: steps + 1 }, (_, t) => from + ((to - from) * t) / steps);

test("a height between two iterations is between theirs, and the last one beyond the end", () => {
  const { heights } = curveOf([10, 20, 40]);
  assert.deepEqual(
    [0, 0.5, 1.25, 2, 9].map((t) => heightAt(heights, t)),
    [10, 15, 25, 40, 40],
  );
});

test("a curve that leaves its plot stays within what a canvas can draw", () => {
  const { heights } = curveOf([10, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN]);
  assert.deepEqual([...heights.ys.slice(0, 4)], [10, 1e4, -1e4, Number.NaN]);
});

test("a path has a gap where the curve has no value, and no points that are not seen", () => {
  const gap = curvePath(curveOf([1, 2, Number.NaN, 4, 5]).heights, (t) => 10 * t);
  assert.deepEqual(
    gap.path.segments.map(([command]) => command),
    ["M", "L", "M", "L"],
  );
  assert.equal(gap.climb, 2);
  // A thousand points on ten pixels: what remains are the lowest and the highest.
  const dense = Array.from({ length: 500 }, (_, t) => 50 + 40 * Math.sin(t));
  const { path } = curvePath(curveOf(dense).heights, (t) => t / 50);
  assert.ok(path.segments.length < 200);
  const ys = path.segments.map(([, , y]) => y);
  assert.ok(Math.min(...ys) < 10.1 && Math.max(...ys) > 89.9);
});

test("an envelope holds the curve, also between two iterations", () => {
  const { envelope } = curveOf(line(20, 180));
  for (let k = 0; k < columns; k++) {
    const [top, bottom] = [20 + (160 * k) / columns, 20 + (160 * (k + 1)) / columns];
    assert.ok(Math.abs(envelope.tops[k] - top) < 1e-9 && Math.abs(envelope.bottoms[k] - bottom) < 1e-9);
  }
  const short = curveOf([50, 60, 70]);
  assert.ok(Number.isNaN(short.envelope.tops[columns - 1]));
});

const options = (curves, rest = {}) => ({
  envelopes: curves.map(({ envelope }) => envelope),
  area,
  height: 14,
  taken: [],
  last: [],
  ...rest,
});

test("names keep off all curves and off each other", () => {
  const curves = [line(30, 150), line(34, 160), line(60, 60), line(180, 190)].map((values) =>
    curveOf(values),
  );
  const labels = curves.map((_, curve) => ({ curve, width: 70, at: 0.34 }));
  const found = placeLabels(labels, options(curves));
  const placed = found.filter((place) => place);
  assert.ok(placed.length >= 3);
  const { envelopes } = options(curves);
  for (const place of placed) {
    assert.ok(roomAround(envelopes, area, place) >= 14 / 2);
    assert.ok(place.left >= area.left && place.left + place.width <= area.left + area.width);
  }
  placed.forEach((one, k) => {
    for (const other of placed.slice(k + 1)) {
      const apart = one.left + one.width <= other.left || other.left + other.width <= one.left;
      assert.ok(apart || Math.abs(one.y - other.y) >= 14);
    }
  });
});

test("a name that has room stays where it was", () => {
  const before = [curveOf(line(60, 60))];
  const label = [{ curve: 0, width: 70, at: 0.3 }];
  const [first] = placeLabels(label, options(before));
  const moved = [curveOf(line(61, 62))];
  const [second] = placeLabels([{ ...label[0], at: 0.4 }], options(moved, { last: [first] }));
  assert.equal(second.left, first.left);
});

test("a name without room is left out", () => {
  const dense = Array.from({ length: 12 }, (_, k) => curveOf(line(15 + 16 * k, 15 + 16 * k)));
  assert.deepEqual(placeLabels([{ curve: 5, width: 70, at: 0.3 }], options(dense)), [null]);
});
