/* The tour's address: its stop, and the controls that were moved. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { partOf, searchOf, writeTourAddress } from "../../assets/tour/address.js";
import { controlOf, stopOf } from "./support/tour.js";

const ravine = stopOf({ control: controlOf({}), opening: 0.07 });
const divide = stopOf({ key: "divide", control: controlOf({ kind: "step" }), opening: 3 });
const corner = stopOf({ key: "corner", control: controlOf({ kind: "start" }), opening: [-3, 1.4] });
const question = stopOf({ key: "question", control: controlOf({ kind: "guess" }) });

/** @param {TourValue[]} values */
const held = (values) => [ravine, divide, corner, question].map((stop, k) => ({ stop, value: values[k] }));

test("parts are named by the stop and the control", () => {
  assert.deepEqual([ravine, divide, corner, question].map(partOf), [
    "ravine.eta",
    "divide.t",
    "corner.w",
    "",
  ]);
});

test("only what was moved is written", () => {
  assert.equal(searchOf(held([0.07, 3, [-3, 1.4], null]), ""), "");
  assert.equal(
    searchOf(held([0.085, 5, [-2.5, 1], [1, 1]]), ""),
    "?ravine.eta=0.085&divide.t=5&corner.w=-2.5,1",
  );
});

test("what else the address has stays, and old values of the controls go", () => {
  const search = searchOf(held([0.07, 5, [-3, 1.4], null]), "?embed=tour&ravine.eta=0.085&theme=dark");
  assert.equal(search, "?embed=tour&theme=dark&divide.t=5");
});

test("nothing is written twice", () => {
  const written = [];
  const history = { state: 1, replaceState: (...of) => written.push(of) };
  const location = { pathname: "/tour", search: "", hash: "" };
  const page = /** @type {any} */ ({ location, history });
  writeTourAddress(held([0.085, 3, [-3, 1.4], null]), "ravine", page);
  assert.deepEqual(written, [[1, "", "/tour?ravine.eta=0.085#ravine"]]);
  Object.assign(location, { search: "?ravine.eta=0.085", hash: "#ravine" });
  writeTourAddress(held([0.085, 3, [-3, 1.4], null]), "ravine", page);
  assert.equal(written.length, 1);
});
