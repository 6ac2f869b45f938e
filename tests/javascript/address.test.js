/* URL state: what is written into the address bar, and what of the others' is kept. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import {
  pathOf,
  queryOf,
  runText,
  shownSearch,
  stateParts,
  stateQuery,
  writeAddress,
} from "../../assets/state/address.js";

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
    parameters: [],
  },
  optimizers: { adam: { defaults: { eta: 0.1, beta: 0.9 } }, sgd: { defaults: { eta: 0.01 } } },
};

/** The search part of an address bar after a figure has written into it. */
const searchAfter = (search, figure, parts) => {
  const written = [];
  const location = { pathname: "/lockstep/", search, hash: "#two-steps" };
  const history = { replaceState: (_state, _title, url) => written.push(url) };
  writeAddress(figure, parts, { location, history });
  assert.ok(written.length <= 1);
  for (const url of written) assert.match(url, /^\/lockstep\/.*#two-steps$/);
  return written.length ? written[0].slice("/lockstep/".length, -"#two-steps".length) : null;
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
    parameters: [],
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
  assert.equal(stateQuery(catalogue.defaults, catalogue), "?E=w1%5E2");
  assert.equal(stateQuery({ ...catalogue.defaults, E: "", steps: 3 }, catalogue), "?E&steps=3");
});

test("a query has only characters at which no link ends", () => {
  const E = "w1^2 + 1/2*(w2!)' & #x, 50% é: a-b_c~d.e";
  assert.equal(
    stateQuery({ ...catalogue.defaults, E }, catalogue),
    "?E=w1%5E2%20%2B%201%2F2%2A%28w2%21%29%27%20%26%20%23x,%2050%25%20%C3%A9:%20a-b_c~d.e",
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
    "?embed=two-steps&theme=dark&steps=4",
  );
  assert.equal(searchAfter("?theme=light", "playground", [["E", "w1"]]), "?theme=light&E=w1");
});

test("repeated parameters are kept in their order", () => {
  assert.equal(
    searchAfter("?run=adam&run=sgd", "two-steps", [["steps", "1"]]),
    "?run=adam&run=sgd&two-steps.steps=1",
  );
});

test("the query of what figures show is written as the page writes it, wherever the address was typed", () => {
  const typed = "?e=(w1^2)&amp;two-steps.E=w1^2&Steps=3.&theme=dark&utm_source=x&amplification.g=1,(2)";
  const playground = { key: "playground", parts: () => /** @type {any} */ ([["E", "w1^2"]]) };
  const twoSteps = { key: "two-steps", parts: () => [] };
  assert.equal(shownSearch(typed, [playground, twoSteps]), "?theme=dark&E=w1%5E2&amplification.g=1,%282%29");
  assert.equal(shownSearch("?steps=3", [{ key: "playground", parts: () => [] }]), "");
  assert.equal(shownSearch("?E=w1^2", []), "?E=w1^2");
});

test("an address that is the same already is not written", () => {
  assert.equal(searchAfter("?E=w1%5E2%20%2B%201", "playground", [["E", "w1^2 + 1"]]), null);
  assert.equal(searchAfter("", "playground", []), null);
});

test("a mark at the end of a text is escaped, since it may be taken for the end of a sentence", () => {
  for (const [mark, code] of Object.entries({
    ".": "%2E",
    ",": "%2C",
    ":": "%3A",
    "-": "%2D",
    _: "%5F",
    "~": "%7E",
  }))
    assert.equal(queryOf([["E", `w1${mark}`]]), `?E=w1${code}`);
  assert.equal(queryOf([["E", "f(w1)"]]), "?E=f%28w1%29");
  assert.equal(queryOf([["name.", ""]]), "?name%2E");
});

test("names are kept as the server reads them", () => {
  const search = "?Two-Steps.START=1,2&amp;amp;amplification.g=1,2&two-steps.e=w1&E=w2";
  assert.equal(
    searchAfter(search, "playground", [["steps", "5"]]),
    "?steps=5&two-steps.start=1,2&two-steps.E=w1&amplification.g=1,2",
  );
});

test("a figure is embedded however its name is spelled, and a name of none is left out", () => {
  const steps = [["steps", "4"]];
  for (const name of ["Two-Steps", "two-steps.", "%20two-steps", "two-steps%22"])
    assert.equal(searchAfter(`?EMBED=${name}`, "two-steps", steps), "?embed=two-steps&steps=4");
  assert.equal(searchAfter("?embed=nothing&steps=3", "playground", steps), "?steps=4");
  assert.equal(searchAfter("?embed=nothing&steps=3", "two-steps", steps), "?steps=3&two-steps.steps=4");
});

test("what another figure was given is written again with the characters of this page", () => {
  const keptAs = (value) =>
    searchAfter(`?two-steps.E=${value}`, "playground", [["steps", "5"]]).replace("?steps=5&two-steps.E=", "");
  assert.equal(keptAs("(w1^2)*w2/2"), "%28w1%5E2%29%2Aw2%2F2");
  assert.equal(keptAs("3+w1%2Bw2"), "3%20w1%2Bw2");
  assert.equal(keptAs("w1%20+%20w2"), "w1%20%2B%20w2");
  assert.equal(keptAs("w1+w2"), "w1+w2"); // typed by hand: the server says what is meant
  assert.equal(keptAs("w1%255E2"), "w1%255E2");
  assert.equal(keptAs("50%"), "50%25");
});

test("a path with two slashes names no host", () => {
  assert.equal(pathOf({ pathname: "//" }), "/");
  assert.equal(pathOf({ pathname: "/lockstep/" }), "/lockstep/");
});
