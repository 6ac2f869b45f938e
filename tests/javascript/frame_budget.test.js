/* Views take turns while frames come late; where frames are lost, all are drawn in one and none in those after it. */
import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { createFrameBudget } from "../../assets/view/frame_budget.js";

const { MessageChannel } = globalThis;
const { now } = performance;
let clock = 0;
/** Frames are painted when a test says so. */
class Channel {
  port1 = { onmessage: () => {} };
  port2 = { postMessage: () => {} };
  constructor() {
    made.push(this);
  }
}
/** @type {Channel[]} */
const made = [];

beforeEach(() => {
  clock = 0;
  performance.now = () => clock;
  globalThis.MessageChannel = /** @type {any} */ (Channel);
});

afterEach(() => {
  performance.now = now;
  globalThis.MessageChannel = MessageChannel;
});

/** Draw frames that are painted so many milliseconds after they were due; returns what each of them drew.
    @param {number} frames
    @param {{took: number, perView?: number, isMarked?: boolean}} options */
const drawFrames = (frames, { took, perView = 1, isMarked = true }) => {
  /** @type {string[]} */
  const drawn = [];
  const views = ["a", "b", "c"].map((name) => ({
    draw: () => {
      drawn[drawn.length - 1] += name;
      clock += perView;
    },
  }));
  let asked = 0;
  const budget = createFrameBudget(views, () => {
    asked += 1;
  });
  for (let k = 0; k < frames; k++) {
    if (isMarked || !k) budget.mark();
    const due = clock;
    drawn.push("");
    budget.draw(due);
    clock = due + took;
    if (drawn[k]) made[made.length - 1].port1.onmessage();
  }
  return { drawn, asked, budget };
};

test("on a fast machine every frame draws all views", () => {
  const { drawn, asked } = drawFrames(3, { took: 4 });
  assert.deepEqual(drawn, ["abc", "abc", "abc"]);
  assert.equal(asked, 0);
});

test("views take turns while frames are late", () => {
  const { drawn } = drawFrames(12, { took: 12, perView: 4 });
  assert.deepEqual(drawn.slice(0, 7), ["abc", "ab", "c", "a", "b", "c", "a"]);
});

test("where frames are lost all views are drawn in one, and none in those after it", () => {
  const { drawn } = drawFrames(24, { took: 30, perView: 2 });
  assert.deepEqual(
    drawn,
    Array.from({ length: 24 }, (_, k) => (k % 11 ? "" : "abc")),
  );
});

test("a change is drawn by all views, however late frames are", () => {
  for (const took of [12, 30]) {
    const { drawn, asked } = drawFrames(40, { took, perView: 10, isMarked: false });
    assert.equal(drawn.join(""), "abc");
    assert.equal(
      asked,
      drawn.findIndex((views) => views.endsWith("c")),
    );
  }
});

test("at rest all views are drawn at once", () => {
  const { drawn, budget } = drawFrames(2, { took: 30, perView: 20 });
  assert.deepEqual(drawn, ["a", ""]);
  budget.drawAll();
  assert.deepEqual(drawn, ["a", "abc"]);
});
