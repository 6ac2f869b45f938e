/* URL state: what is written into the address bar, and what of the others' is kept. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { runText, stateParts, stateQuery, writeAddress } from "../../assets/state/address.js";

const catalogue = {
  defaults: {
    E: "w1^2",
    start: [1, 2],
    steps: 100,
    view: [-1, 1, -2, 2],
    runs: [{ optimizer: "adam", settings: { eta: 0.1, beta: 0.9 }, hidden: false }],
    selected: 0,
    step: 1,
    axis: "log",
    traces: "rate",
  },
  optimizers: { adam: { defaults: { eta: 0.1, beta: 0.9 } }, sgd: { defaults: { eta: 0.01 } } },
};

/** The search part of an address bar after a figure has written into it. */
const searchAfter = (search, figure, parts) => {
  const written = [];
  const location = { pathname: "/lockstep/", search, hash: "#claims" };
  const history = { replaceState: (_state, _title, url) => written.push(url) };
  writeAddress(figure, parts, { location, history });
  assert.ok(written.length <= 1);
  for (const url of written) assert.match(url, /^\/lockstep\/.*#claims$/);
  return written.length ? written[0].slice("/lockstep/".length, -"#claims".length) : null;
};

test("the default state has no parameters", () => {
  assert.deepEqual(stateParts(catalogue.defaults, catalogue), []);
});

test("every part that differs is a parameter, runs all together", () => {
  const state = {
    E: "w1^2+w2^2",
    start: [1, -2.5],
    steps: 30,
    view: [-1, 1, -2, 3],
    runs: [catalogue.defaults.runs[0], { optimizer: "sgd", settings: { eta: 0.05 }, hidden: true }],
    selected: 0,
    step: 30,
    axis: "linear",
    traces: "state",
  };
  assert.deepEqual(stateParts(state, catalogue), [
    ["E", "w1^2+w2^2"],
    ["start", "1,-2.5"],
    ["steps", "30"],
    ["run", "adam"],
    ["run", "sgd,eta:0.05"],
    ["view", "-1,1,-2,3"],
    ["hidden", "2"],
    ["selected", "1"],
    ["step", "30"],
    ["axis", "linear"],
    ["traces", "state"],
  ]);
});

/** The parameters of a state with so many runs, of which some are hidden. */
const partsOfRuns = (count, hidden, part) => {
  const run = { optimizer: "sgd", settings: { eta: 0.01 } };
  const runs = Array.from({ length: count }, (_, k) => ({ ...run, hidden: hidden.includes(k) }));
  const parts = stateParts({ ...catalogue.defaults, runs, ...part }, catalogue);
  assert.deepEqual(parts.splice(0, count), Array(count).fill(["run", "sgd"]));
  return parts;
};

test("hidden runs are one parameter, by their places from 1", () => {
  assert.deepEqual(partsOfRuns(3, [], { selected: 2 }), []);
  assert.deepEqual(partsOfRuns(3, [1], { selected: 2 }), [["hidden", "2"]]);
  assert.deepEqual(partsOfRuns(6, [0, 2, 5], { selected: 5 }), [["hidden", "1,3,6"]]);
});

test("the selected run is a parameter unless it is the last", () => {
  assert.deepEqual(partsOfRuns(1, [], { selected: 0 }), []);
  assert.deepEqual(partsOfRuns(6, [], { selected: 5 }), []);
  assert.deepEqual(partsOfRuns(6, [], { selected: 0 }), [["selected", "1"]]);
  assert.deepEqual(partsOfRuns(6, [], { selected: 4 }), [["selected", "5"]]);
});

test("a run of the defaults that is hidden or shown leaves the runs out", () => {
  const runs = [{ ...catalogue.defaults.runs[0], hidden: true }];
  assert.deepEqual(stateParts({ ...catalogue.defaults, runs }, catalogue), [["hidden", "1"]]);
});

const golden = JSON.parse(readFileSync(new URL("../golden/addresses.json", import.meta.url), "utf8"));

for (const { query, state } of golden.addresses)
  test(`a state is written as the server reads it: ${query || "no parameters"}`, () => {
    const before = structuredClone(state);
    assert.equal(searchAfter("", "playground", stateParts(state, golden)) ?? "", query);
    assert.deepEqual(state, before);
  });

test("a run names its settings that are not the defaults, in the order of the rule", () => {
  const { defaults } = catalogue.optimizers.adam;
  assert.equal(
    runText({ optimizer: "adam", settings: { beta: 0.5, eta: 0.2 } }, defaults),
    "adam,eta:0.2,beta:0.5",
  );
  assert.equal(runText({ optimizer: "adam", settings: { eta: 0.1, beta: 0.9 } }, defaults), "adam");
});

test("the query of a request always names the function, also an empty one", () => {
  assert.equal(stateQuery(catalogue.defaults, catalogue), "?E=w1^2");
  assert.equal(stateQuery({ ...catalogue.defaults, E: "", steps: 3 }, catalogue), "?E=&steps=3");
});

test("a query stays readable, and is escaped where it must be", () => {
  const E = "w1^2 + 1/2*w2 & #x, 50% é";
  assert.equal(
    stateQuery({ ...catalogue.defaults, E }, catalogue),
    "?E=w1^2+%2B+1/2*w2+%26+%23x,+50%25+%C3%A9",
  );
  assert.equal(new URLSearchParams(stateQuery({ ...catalogue.defaults, E }, catalogue)).get("E"), E);
});

test("the first figure has no prefix, the others have theirs and stay as they are", () => {
  const search = "?two-steps.start=1,2&E=w1";
  assert.equal(searchAfter(search, "playground", [["steps", "5"]]), "?steps=5&two-steps.start=1,2");
  assert.equal(
    searchAfter(search, "amplification", [["run", "adam,beta:0.5"]]),
    "?E=w1&two-steps.start=1,2&amplification.run=adam,beta:0.5",
  );
  assert.equal(searchAfter(search, "two-steps", []), "?E=w1");
});

test("a figure that is embedded alone has no prefix", () => {
  assert.equal(
    searchAfter("?embed=two-steps&steps=3&playground.E=w1", "two-steps", [["steps", "4"]]),
    "?embed=two-steps&steps=4&playground.E=w1",
  );
});

test("the page's own parameters stay before those of the figures", () => {
  assert.equal(
    searchAfter("?theme=dark&steps=3&embed=two-steps", "two-steps", [["steps", "4"]]),
    "?theme=dark&embed=two-steps&steps=4",
  );
  assert.equal(searchAfter("?theme=light", "playground", [["E", "w1"]]), "?theme=light&E=w1");
});

test("repeated parameters are kept in their order", () => {
  assert.equal(
    searchAfter("?run=adam&run=sgd", "two-steps", [["steps", "1"]]),
    "?run=adam&run=sgd&two-steps.steps=1",
  );
});

test("an address that is the same already is not written", () => {
  assert.equal(searchAfter("?E=w1^2+%2B+1", "playground", [["E", "w1^2 + 1"]]), null);
  assert.equal(searchAfter("", "playground", []), null);
});
