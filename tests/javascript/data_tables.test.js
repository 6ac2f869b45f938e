/* The rows of the table of iterations. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { strideOf } from "../../assets/playground/data_tables.js";

test("at most 51 rows and the last one, a round number of iterations apart", () => {
  assert.deepEqual([10, 50, 51, 100, 103, 250, 1000, 2000].map(strideOf), [1, 1, 2, 2, 5, 5, 20, 50]);
});
