/* Arrivals: runs that grow, then a control that sweeps. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createArrival } from "../../assets/tour/arrivals.js";
import { controlOf } from "./support/tour.js";

test("runs grow from nothing to all their steps, and then it is over", () => {
  const arrival = createArrival({ start: 1000, from: 0, steps: 60, sweep: null });
  assert.deepEqual(arrival(1000), { grown: 0, value: undefined, isOver: false });
  const [early, late] = [arrival(1800).grown, arrival(2400).grown];
  assert.ok(0 < early && early < late && late < 60);
  assert.deepEqual(arrival(9000), { grown: Number.POSITIVE_INFINITY, value: undefined, isOver: true });
});

test("a sweep begins once the runs are there, and ends at the opening value", () => {
  const control = controlOf({ low: 1, high: 28, step: 0.5 });
  const arrival = createArrival({ start: 0, from: 0, steps: 60, sweep: { control, from: 1, to: 25 } });
  assert.equal(arrival(500).value, 1);
  const during = arrival(3000);
  assert.ok(Number(during.value) > 1 && Number(during.value) < 25 && !during.isOver);
  assert.equal(during.grown, Number.POSITIVE_INFINITY);
  assert.deepEqual(arrival(60_000), { grown: Number.POSITIVE_INFINITY, value: 25, isOver: true });
});

test("what is drawn already does not grow again", () => {
  const arrival = createArrival({ start: 0, from: 5, steps: 5, sweep: null });
  assert.deepEqual(arrival(0), { grown: Number.POSITIVE_INFINITY, value: undefined, isOver: true });
});
