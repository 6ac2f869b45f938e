/* End labels: inside the frame, off each other, off paths and buttons, and still while their ends move. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createCoverage } from "../../assets/playground/coverage.js";
import { createEndLabels, overlap } from "../../assets/playground/end_labels.js";

const area = { left: 0, top: 0, width: 480, height: 480 };
const nothing = () => 0;
const label = (key, x, y, width = 90) => ({ key, x, y, width, height: 16 });
const map = { ...area, x: (value) => value, y: (value) => value };
const pathOf = (...points) => ({
  columns: { w1: points.map(([x]) => x), w2: points.map(([, y]) => y) },
  rows: points.length,
});
const coverageOf = (...paths) => {
  const coverage = createCoverage();
  coverage.clear(area);
  for (const path of paths) coverage.addPath(map, path);
  coverage.close();
  return coverage.below;
};
const place = (labels, { boxes = [], below = nothing, placer = createEndLabels() } = {}) =>
  placer.place(labels, { area, boxes, below });
const isInFrame = ({ x, y, width, height }) => x >= 4 && y >= 4 && x + width <= 476 && y + height <= 476;

test("a label stands to the right of its end", () => {
  assert.deepEqual(place([label("a", 200, 200)]), [{ x: 220, y: 192, width: 90, height: 16 }]);
});

const sixAt = (x, y) => place([..."abcdef"].map((key, k) => label(key, x + k, y, 60 + 12 * k)));

test("six labels at one place are in the frame and off each other", () => {
  for (const [x, y] of [
    [240, 240],
    [470, 240],
    [240, 474],
    [8, 8],
  ]) {
    const found = sixAt(x, y).filter((box) => box);
    assert.ok(found.length >= (x === 8 ? 4 : 6), `${found.length} at ${x}, ${y}`);
    assert.ok(found.every(isInFrame), `${x}, ${y}`);
    found.forEach((one, k) => {
      for (const other of found.slice(k + 1)) assert.ok(!overlap(one, other), `${x}, ${y}`);
    });
  }
});

test("a label that has no free place is left out", () => {
  assert.deepEqual(place([label("a", 240, 240)], { boxes: [{ ...area, x: 0, y: 0 }] }), [null]);
  assert.deepEqual(place([label("a", 240, 240, 500)]), [null]);
});

test("a label keeps off buttons and paths", () => {
  const button = { x: 210, y: 150, width: 200, height: 100 };
  const [found] = place([label("a", 200, 200)], { boxes: [button] });
  assert.ok(!overlap(found, button));
  const below = coverageOf(pathOf([200, 200], [470, 200]));
  const [beside] = place([label("a", 200, 200)], { below });
  assert.equal(below(beside.x, beside.y, beside.width, beside.height), 0);
});

test("a label stays at its side while that is hardly worse, and leaves it when it clashes", () => {
  const placer = createEndLabels();
  const side = ([{ x, y }], end) => [x - end, y - 200];
  const first = side(place([label("a", 200, 200)], { placer }), 200);
  // A path that would have kept it away at first.
  const below = coverageOf(pathOf([240, 100], [240, 300]));
  assert.deepEqual(side(place([label("a", 205, 200)], { placer, below }), 205), first);
  assert.notDeepEqual(side(place([label("a", 205, 200)], { below }), 205), first);
  const boxes = [{ x: 220, y: 150, width: 200, height: 100 }];
  assert.notDeepEqual(side(place([label("a", 205, 200)], { placer, boxes }), 205), first);
});

test("an end that is played along a curve changes its label's side rarely", () => {
  const points = Array.from({ length: 400 }, (_, t) => [
    240 + 0.4 * (400 - t) * Math.cos(t / 25),
    240 + 0.4 * (400 - t) * Math.sin(t / 25),
  ]);
  const below = coverageOf(pathOf(...points));
  const placer = createEndLabels();
  let jumps = 0;
  let before = null;
  for (const [x, y] of points) {
    const [found] = place([label("a", x, y)], { placer, below });
    const side = [Math.round(found.x - x), Math.round(found.y - y)].join();
    jumps += Number(before !== null && side !== before);
    before = side;
  }
  assert.ok(jumps <= 16, `${jumps} jumps in 2.5 turns`);
});

test("the coverage counts the cells of 6 pixels that paths pass through, each once", () => {
  const below = coverageOf(pathOf([3, 3], [57, 3]), pathOf([3, 3], [57, 3]));
  assert.equal(below(0, 0, 480, 480), 10);
  assert.equal(below(0, 0, 30, 6), 5);
  assert.equal(below(0, 6, 480, 474), 0);
  assert.equal(below(-50, -50, 60, 60), 2);
});

test("the coverage of a long run and of rows far outside takes a fixed number of samples", () => {
  let reads = 0;
  const x = (value) => {
    reads++;
    return value;
  };
  const coverage = createCoverage();
  coverage.clear(area);
  const rows = 5000;
  const w1 = Float64Array.from({ length: rows }, (_, t) => (t % 2 ? 1e6 : -1e6));
  coverage.addPath({ ...map, x }, { columns: { w1, w2: w1 }, rows });
  coverage.close();
  assert.ok(reads <= 162, `${reads}`);
});
