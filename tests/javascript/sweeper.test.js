/* Sweeper: requests run on the page where there is no worker, the later ends the earlier, and a fair start. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { fairStart, sweepRates } from "../../assets/engine/fair_start.js";
import { sweep } from "../../assets/engine/sweep.js";
import { createSweeper } from "../../assets/engine/sweeper.js";
import { bowl, gradientDescent, optimizers } from "./support/kernels.js";

const modules = "tests/javascript/support/kernels.js";
/** @type {any} */
const track = { scale: "log", low: 1e-6, high: 10, start: -5, end: 0, step: 1 / 40, whole: false };
/** @type {any} */
const scene = { kernels: { optimizers: modules, errorFunction: modules }, start: [-15, 20], steps: 100 };
/** @type {any} */
const job = { optimizer: "gradient-descent", settings: { eta: 0.001 }, name: "eta", track };
const createWorker = () => {
  throw new Error("no workers here");
};

test("without a worker the page itself computes the same", async () => {
  const task = { rule: gradientDescent, errorFunction: bowl(3, 10), ...scene, ...job };
  const seen = [];
  const found = await createSweeper({ createWorker }).run(
    { ...scene, jobs: [job, job] },
    { found: (_, index) => seen.push(index) },
  );
  assert.deepEqual(found[1], sweep(task, { isFine: true }));
  assert.deepEqual(seen, [0, 1]);
});

test("a later request ends the earlier one of its lane, and no other", async () => {
  const sweeper = createSweeper({ createWorker });
  const run = (lane) => sweeper.run({ ...scene, jobs: [job] }, { lane });
  const [first, other, second] = await Promise.all([run("a"), run("b"), run("a")]);
  assert.equal(first, null);
  assert.equal(other.length, 1);
  assert.equal(second.length, 1);
});

test("a worker that does not load is replaced by the page", async () => {
  const worker = new EventTarget();
  let ended = 0;
  Object.assign(worker, {
    postMessage: () => queueMicrotask(() => worker.dispatchEvent(new Event("error"))),
    terminate: () => {
      ended += 1;
    },
  });
  const sweeper = createSweeper({ createWorker: () => /** @type {any} */ (worker) });
  const [found] = await sweeper.run({ ...scene, jobs: [job] });
  assert.ok(Math.abs(found.best.value / (2 / 26) - 1) < 0.01);
  assert.equal(ended, 1);
});

test("what a worker answers is passed on; an aborted request is not", async () => {
  const worker = new EventTarget();
  /** @type {any[]} */
  const posted = [];
  Object.assign(worker, { postMessage: (data) => posted.push(data) });
  const answer = (data) => worker.dispatchEvent(Object.assign(new Event("message"), { data }));
  const sweeper = createSweeper({ createWorker: () => /** @type {any} */ (worker) });
  const first = sweeper.run({ ...scene, jobs: [job] }, { lane: "a" });
  const second = sweeper.run({ ...scene, jobs: [job] }, { lane: "a" });
  assert.equal(await first, null);
  assert.deepEqual(
    posted.map(({ id, lane, request }) => [id, lane, Boolean(request)]),
    [
      [1, "a", true],
      [1, "a", false],
      [2, "a", true],
    ],
  );
  answer({ id: 1, sweep: "late", index: 0 });
  answer({ id: 2, sweep: "right", index: 0 });
  answer({ id: 2, isDone: true });
  assert.deepEqual(await second, ["right"]);
  const third = sweeper.run({ ...scene, jobs: [job] });
  answer({ id: 3, error: "the kernel did not load" });
  await assert.rejects(third, /did not load/);
});

test("a fair start gives every run its best rate, beyond the track too", async () => {
  const sweeper = createSweeper({ createWorker });
  const runs = [
    { optimizer: "gradient-descent", settings: { eta: 0.001 } },
    { optimizer: "rmsprop", settings: { eta: 9, beta: 0.9, epsilon: 1e-8 } },
  ];
  const narrow = { ...track, end: -2 };
  const rateOf = () => ({ name: "eta", track: narrow });
  const settings = await fairStart(sweeper, runs, { ...scene, rateOf });
  assert.ok(Math.abs(settings[0].eta / (2 / 26) - 1) < 0.01, `${settings[0].eta}`);
  assert.deepEqual({ ...settings[1], eta: 0 }, { eta: 0, beta: 0.9, epsilon: 1e-8 });
  const [, second] = await sweepRates(sweeper, runs, { ...scene, rateOf });
  assert.equal(second.best.value, settings[1].eta);
  assert.ok(second.best.E < 1, `${second.best.E}`);
  assert.deepEqual(runs[1].settings, { eta: 9, beta: 0.9, epsilon: 1e-8 });
  assert.equal(Object.keys(optimizers).length, 2);
});
