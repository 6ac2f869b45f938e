/* Figure 1: its arrows in pixels, what a pointer is on, whether a view shows all of them, its labels. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { arrowAt, arrowsOf, coveredNote } from "../../assets/two_steps/arrows.js";
import { ownCatalogue } from "../../assets/two_steps/data.js";
import { showsAll } from "../../assets/two_steps/frame.js";
import { createLabels } from "../../assets/two_steps/labels.js";
import { ratio } from "../../assets/view/numbers.js";

const area = { left: 10, top: 20, width: 200, height: 200 };

/** One unit is ten pixels, the origin at (110, 120).
    @type {PlotMapping} */
const mapping = {
  ...area,
  x: (w1) => 110 + 10 * w1,
  y: (w2) => 120 - 10 * w2,
  valueX: (pixel) => (pixel - 110) / 10,
  valueY: (pixel) => (120 - pixel) / 10,
};

/** @type {Trajectory} */
const first = {
  columns: { w1: [0, 3], w2: [0, 4], g1: [Number.NaN, -60], g2: [Number.NaN, -80] },
  rows: 2,
  stopped: null,
};
/** @type {Trajectory} */
const second = {
  columns: {
    w1: [0, 2, 2],
    w2: [0, 0, 5],
    g1: [Number.NaN, -60, 0],
    g2: [Number.NaN, -80, -50],
  },
  rows: 3,
  stopped: null,
};

test("steps go from weight to weight, gradients at their scale, g(1) once for both runs", () => {
  const { g, v, w } = arrowsOf([first, second], mapping, 10);
  assert.deepEqual(v, [
    { kind: "v", run: 0, t: 1, x0: 110, y0: 120, x1: 140, y1: 80, length: 50 },
    { kind: "v", run: 1, t: 1, x0: 110, y0: 120, x1: 130, y1: 120, length: 20 },
    { kind: "v", run: 1, t: 2, x0: 130, y0: 120, x1: 130, y1: 70, length: 50 },
  ]);
  assert.deepEqual(g, [
    { kind: "g", run: null, t: 1, x0: 110, y0: 120, x1: 50, y1: 200, length: 100 },
    { kind: "g", run: 1, t: 2, x0: 130, y0: 120, x1: 130, y1: 170, length: 50 },
  ]);
  assert.deepEqual(
    w.map(({ run, t, x, y }) => [run, t, x, y]),
    [
      [0, 1, 140, 80],
      [1, 1, 130, 120],
      [1, 2, 130, 70],
    ],
  );
});

test("a step without length is no arrow, and one that explodes ends nearer in its direction", () => {
  const still = { ...first, columns: { ...first.columns, w1: [0, 0], w2: [0, 0] } };
  assert.deepEqual(arrowsOf([still], mapping, 10).v, []);
  const lost = { ...first, columns: { ...first.columns, w1: [0, 1e9], w2: [0, 1e9] } };
  const { v, w } = arrowsOf([lost], mapping, 10);
  assert.deepEqual([v[0].x1, v[0].y1], [110 + 1e5, 120 - 1e5]);
  assert.deepEqual(w, []);
});

test("runs whose steps the start's ring covers are named, but none that stands still", () => {
  const steps = { w1: [0, 0.5, 0.9], w2: [0, 0, 0], g1: [0, 1, 1], g2: [0, 1, 1] };
  /** @param {number} factor */
  const run = (factor) => ({
    ...first,
    rows: 3,
    columns: { ...steps, w1: steps.w1.map((w1) => factor * w1) },
  });
  const rules = ["Adam", "Rprop"].map((name) => ({ rule: { name } }));
  /** @param {Trajectory[]} runs */
  const noteOf = (...runs) => coveredNote(arrowsOf(runs, mapping, 10), rules);
  assert.equal(noteOf(run(1), first), "Adam: too short to see at this scale");
  assert.equal(noteOf(run(1.2), run(-1.1)), "Rprop: too short to see at this scale");
  assert.equal(noteOf(run(1), run(1)), "Adam and Rprop: too short to see at this scale");
  assert.equal(noteOf(run(0)), "");
});

test("of many weights those are named that have room, with the first two and the last", () => {
  const w1 = Array.from({ length: 11 }, (_, t) => 1.8 * t - 9);
  const zeros = w1.map(() => 0);
  const many = { ...first, rows: 11, columns: { w1, w2: zeros, g1: zeros, g2: zeros } };
  const measure = (/** @type {string} */ text) => 8 * [...text].length;
  const placed = createLabels().place(measure, area, arrowsOf([many], mapping, 10), { x: 20, y: 120 });
  const named = placed.map(({ text }) => text).filter((text) => text.startsWith("𝑤"));
  assert.deepEqual(named, ["𝑤(0)", "𝑤(1)", "𝑤(2)", "𝑤(5)", "𝑤(10)"]);
});

test("a pointer is on a point before a step before a gradient", () => {
  const arrows = arrowsOf([first, second], mapping, 10);
  /** @param {number} x
      @param {number} y */
  const at = (x, y) => {
    const found = arrowAt(arrows, x, y);
    return found && [found.kind, found.run, found.t];
  };
  assert.deepEqual(at(141, 82), ["w", 0, 1]);
  assert.deepEqual(at(125, 101), ["v", 0, 1]);
  assert.deepEqual(at(80, 165), ["g", null, 1]);
  assert.equal(at(200, 200), null);
});

test("a view shows all arrows if none leaves it and none is too small", () => {
  const arrows = arrowsOf([first, second], mapping, 10);
  assert.ok(showsAll(arrows, area));
  assert.ok(!showsAll(arrows, { ...area, left: 60 }), "g(1) leaves it");
  assert.ok(!showsAll(arrows, { left: -1000, top: -1000, width: 3000, height: 3000 }), "too small");
  assert.ok(!showsAll(arrowsOf([first, second], mapping, 1000), area), "gradients too small");
  assert.ok(showsAll({ g: [], v: [], w: [] }, area), "there is nothing to show");
});

test("every label lies inside, off the others, and stays at its place while things move a little", () => {
  const labels = createLabels();
  const measure = (/** @type {string} */ text) => 8 * [...text].length;
  const start = { x: 110, y: 120 };
  const placed = labels.place(measure, area, arrowsOf([first, second], mapping, 10), start);
  const found = placed.map(({ run, text }) => `${run} ${text}`);
  const expected = ["null 𝑤(0)", "0 𝑤(1)", "1 𝑤(1)", "0 −𝑣(1)", "1 −𝑣(1)", "null 𝑔(1)", "1 𝑤(2)", "1 𝑔(2)"];
  assert.deepEqual(found, expected, "there is no room for −𝑣(2)");
  for (const [k, { x, y, width }] of placed.entries()) {
    assert.ok(x - width / 2 >= 10 && x + width / 2 <= 210 && y >= 20 && y <= 220);
    for (const other of placed.slice(k + 1)) {
      assert.ok(Math.abs(other.x - x) >= (other.width + width) / 2 || Math.abs(other.y - y) >= 17);
    }
  }
  const moved = { ...mapping, x: (/** @type {number} */ w1) => mapping.x(w1) + 1 };
  const again = labels.place(measure, area, arrowsOf([first, second], moved, 10), { x: 111, y: 120 });
  for (const [k, { x, y }] of again.entries()) {
    assert.ok(Math.hypot(x - placed[k].x, y - placed[k].y) < 2, placed[k].text);
  }
});

test("the figure's catalogue has its own defaults, presets without a view, rules without their rate", () => {
  const page = /** @type {any} */ ({
    defaults: "the page's",
    presets: { bowl: { E: "w1^2", start: [1, 2], view: [0, 1, 0, 1] } },
    optimizers: { adagrad: { name: "AdaGrad", symbols: { s: "s", rate: "η" } } },
  });
  const own = ownCatalogue(page, /** @type {any} */ ("its own"));
  assert.deepEqual(own, {
    defaults: "its own",
    presets: { bowl: { E: "w1^2", start: [1, 2] } },
    optimizers: { adagrad: { name: "AdaGrad", symbols: { s: "s" } } },
  });
});

for (const [scale, text] of /** @type {[number, string][]} */ ([
  [500, "1 : 500"],
  [1e6, "1 : 1,000,000"],
  [1, "1 : 1"],
  [0.05, "20 : 1"],
  [0.002, "500 : 1"],
])) {
  test(`a scale of ${scale} is stated as on a map: ${text}`, () => {
    assert.equal(ratio(scale), text);
  });
}
