/* The leader sentence, for any set of runs. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { lead, leaderSentence } from "../../assets/playground/leader.js";

const run = (errors, { stopped = null, settings = { eta: 0.1 } } = {}) => ({
  columns: { E: Float64Array.from(errors) },
  rows: errors.length,
  stopped,
  settings,
});
const names = ["RMSProp", "Adam", "Momentum", "Rprop", "AdaGrad", "Nesterov"];
const say = (...runs) => leaderSentence(runs, names, Math.max(...runs.map(({ rows }) => rows)) - 1);

test("a run that is behind at first leads from the step after the last one at which it is not", () => {
  const runs = [run([9, 8, 5, 1, 0.5]), run([9, 4, 3, 2, 1])];
  assert.deepEqual(lead(runs, names, 4), {
    sentence: "RMSProp leads from step 3 on",
    crossing: { run: 0, t: 3 },
  });
  // A lead that is lost and won again counts from then.
  assert.equal(say(run([9, 2, 5, 1, 0.5]), run([9, 4, 3, 2, 1])), "RMSProp leads from step 3 on");
  // Level is not ahead.
  assert.equal(say(run([9, 4, 3, 1, 0.5]), run([9, 4, 3, 2, 1])), "RMSProp leads from step 3 on");
});

test("a run that is ahead from the first step leads all the way", () => {
  assert.deepEqual(lead([run([9, 8, 7]), run([9, 4, 3])], names, 2), {
    sentence: "Adam leads all the way",
    crossing: null,
  });
  assert.equal(say(run([9, 8, 7]), run([9, 4, 3]), run([9, 5, 2])), "Momentum is ahead at the last step");
});

test("six runs are compared with all others", () => {
  const rest = [6, 5, 4, 3.5].map((last) => run([9, 2, last, last, last]));
  assert.equal(say(...rest, run([9, 3, 3, 3, 3]), run([9, 8, 7, 1, 0])), "Nesterov leads from step 3 on");
});

test("runs that end at the same error are level", () => {
  assert.equal(say(run([9, 1, 0]), run([9, 2, 0])), "Both runs end level at E = 0");
  assert.equal(say(run([9, 2]), run([9, 2]), run([9, 2])), "All 3 runs end level at E = 2");
  const mixed = [run([9, 1, 0.5]), run([9, 2, 0.5 * (1 + 1e-9)]), run([9, 5, 4])];
  assert.equal(say(...mixed), "RMSProp and Adam end level in front at E = 0.5");
  const four = [1, 1, 1, 2].map((last) => run([9, last]));
  assert.equal(say(...four), "RMSProp, Adam and Momentum end level in front at E = 1");
});

test("a run that ends far above its start diverges, and its learning rate is named if it has one", () => {
  const lost = run([9, 1e5], { stopped: null });
  assert.equal(say(run([9, 1]), lost), "Adam diverges: its η is too large here");
  const stopped = { stopped: "diverged at step 1: E exceeded 1e308" };
  assert.equal(say(run([9], stopped), run([9, 1])), "RMSProp diverges: its η is too large here");
  assert.equal(say(lost, run([9, 1]), lost), "RMSProp and Momentum diverge: their η is too large here");
  assert.equal(say(lost, lost), "Both runs diverge: their η is too large here");
  assert.equal(say(run([9, 1e5], { settings: { delta0: 1 } })), "RMSProp diverges");
  assert.equal(say(run([9, 1e5], { settings: { eta: 1, alpha: 1 } })), "RMSProp diverges");
});

test("a run that stopped does not lead after its end", () => {
  const stopped = "stopped at step 2: E has no value at the point reached";
  assert.equal(say(run([9, 1], { stopped }), run([9, 5, 4, 3])), `RMSProp ${stopped}`);
  const three = [run([9, 1], { stopped }), run([9, 5, 4, 3]), run([9, 2], { stopped })];
  assert.equal(leaderSentence(three, names, 3), `${names[0]} and ${names[2]} stop early`);
  assert.equal(say(run([9, 1], { stopped })), `RMSProp ${stopped}`);
  const both = [run([9, 1], { stopped }), run([9, 1], { stopped })];
  assert.equal(leaderSentence(both, names, 5), `Both runs ${stopped}`);
});

test("a run whose E falls without end is ahead, and said to fall when it is alone", () => {
  const falling = run([-1, -1e200], { stopped: "diverged at step 2: E fell below -1e308" });
  assert.equal(leaderSentence([falling], names, 5), "RMSProp: E falls without end");
  assert.equal(
    leaderSentence([falling, run([-1, -2, -3, -4, -5, -6])], names, 5),
    "RMSProp leads all the way",
  );
});

test("a single run has a sentence of its own", () => {
  assert.equal(say(run([4675, 100, 0.001874])), "E falls from 4675 to 0.001874");
  assert.equal(say(run([1, 3])), "E rises from 1 to 3");
  assert.equal(say(run([5, 5, 5])), "E stays at 5");
  assert.equal(say(run([5, 3, 5])), "E ends where it began, near 5");
});

test("hidden runs are not compared", () => {
  assert.equal(leaderSentence([], [], 5), "No run is shown");
});

test("a learning rate is blamed only where a smaller one would lead downhill", () => {
  const blamed = (settings) => say(run([9, 9e9, 9e19], { settings })).endsWith(": its η is too large here");
  assert.ok(blamed({ eta: 1 }));
  assert.ok(blamed({ eta: 0.05, beta: 0.9 }));
  for (const settings of [{ beta: 1 }, { beta1: 1, beta2: 0.999 }, { beta1: 0.9, beta2: 1 }, { alpha: 1 }])
    assert.ok(!blamed({ eta: 0.05, ...settings }), JSON.stringify(settings));
  assert.ok(!blamed({ gamma: 0.9 }));
});
