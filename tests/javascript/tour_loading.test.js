/* Loading of the tour's stops: which contours fill a stage. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { covers } from "../../assets/tour/loading.js";

const answer = /** @type {any} */ ({ trace: { region: [-4, 4, -4, 4] } });

test("contours fill a stage that shows no more than their region", () => {
  assert.ok(covers(answer, [-4, 4, -2, 2], 2));
  assert.ok(covers(answer, [-4, 4, -2, 2], 1));
  assert.ok(!covers(answer, [-4, 4, -2, 2], 0.5));
  assert.ok(!covers(answer, [-2, 2, -4, 4], 1.5));
});
