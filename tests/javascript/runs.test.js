/* Runs: trajectories of the kernels, and of the layout. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createRunner, trajectoryOfLayout } from "../../assets/engine/runs.js";

test("a number that JSON has no form for is NaN again", () => {
  const columns = /** @type {any} */ ({ w1: [1, 2], g1: [null, 3] });
  const found = trajectoryOfLayout({ columns, rows: 2, stopped: null });
  assert.deepEqual([...found.columns.w1], [1, 2]);
  assert.deepEqual([...found.columns.g1], [Number.NaN, 3]);
  assert.deepEqual([found.rows, found.stopped], [2, null]);
});

test("a runner uses the columns of a rule again, and another runner has its own", () => {
  const rule = /** @type {any} */ ({
    columns: ["w1"],
    descend: (_evaluate, w1, _w2, steps, { eta }, out) => {
      for (let t = 0; t <= steps; t++) out.w1[t] = w1 - eta * t;
      return { rows: steps + 1, stopped: null };
    },
  });
  const kernel = /** @type {any} */ ({ evaluate: () => {} });
  const [run, other] = [createRunner(), createRunner()];
  const first = run(rule, kernel, { start: [1, 0], steps: 2 }, { eta: 0.5 });
  assert.deepEqual([...first.columns.w1.slice(0, first.rows)], [1, 0.5, 0]);
  const kept = other(rule, kernel, { start: [1, 0], steps: 2 }, { eta: 0.5 });
  const next = run(rule, kernel, { start: [8, 0], steps: 1 }, { eta: 1 });
  assert.equal(next.columns, first.columns);
  assert.deepEqual([...next.columns.w1.slice(0, next.rows)], [8, 7]);
  assert.equal(kept.columns.w1[0], 1);
});
