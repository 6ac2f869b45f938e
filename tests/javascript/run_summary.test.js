/* The run summary as a sentence for the live region. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { summarySentence } from "../../assets/playground/run_summary.js";

const run = (E, stopped = null) => ({ columns: { E }, rows: E.length, stopped });

test("the rule, its steps and the last error", () => {
  assert.equal(summarySentence("RMSProp", run([4675, 2431.7])), "RMSProp, 1 step, E = 2432");
  assert.equal(summarySentence("Adam", run([1, 2, 0.5])), "Adam, 2 steps, E = 0.5");
});

test("why a run ended early", () => {
  assert.equal(
    summarySentence("Gradient descent", run([1, 1e300], "diverged at step 2: E exceeded 1e308")),
    "Gradient descent, 1 step, E = 10 to the 300, diverged at step 2: E exceeded 1e308",
  );
});
