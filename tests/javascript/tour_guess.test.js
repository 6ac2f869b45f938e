/* Guesses: the step that is guessed, and what is said of a guess. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createGuesses, guessedStep, verdict } from "../../assets/tour/guess.js";
import { controlOf, runOf, sceneOf, stopOf } from "./support/tour.js";

const question = stopOf({ key: "question", control: controlOf({ kind: "guess", runs: [1] }) });
const answer = stopOf({ key: "answer", isPart: true });
const other = stopOf({ key: "other" });
const run = runOf(
  [
    [0, 0],
    [3, 3],
    [6, 7],
  ],
  {},
);
const scene = sceneOf({ stop: question, trajectories: [runOf([[0, 0]], {}), run] });
const section = /** @type {any} */ ({ querySelector: () => null });

const create = () => createGuesses([question, answer, other], [section, section, section], () => {});

test("the last step of the control's run is guessed", () => {
  assert.deepEqual(guessedStep(scene), [
    [3, 3],
    [6, 7],
  ]);
});

test("a guess is measured by the step", () => {
  const step = guessedStep(scene);
  assert.equal(
    verdict([6, 8], step),
    "Close: your guess is 1 from where the step ends; the step is 5 long. Scroll on to see why.",
  );
  assert.equal(
    verdict([3, 3], step),
    "Your guess is 5 from where the step ends; the step is 5 long. Scroll on to see why.",
  );
});

test("a guess closes the question, and is shown where it is explained", () => {
  const guesses = create();
  assert.ok(guesses.isOpen(question) && !guesses.isOpen(other));
  guesses.take(0, [6, 8], scene);
  assert.ok(!guesses.isOpen(question));
  assert.deepEqual([guesses.at(0), guesses.at(1), guesses.at(2)], [[6, 8], [6, 8], null]);
});

test("to scroll on shows the step without a guess", () => {
  const guesses = create();
  guesses.pass(0);
  assert.ok(guesses.isOpen(question));
  guesses.pass(1);
  assert.ok(!guesses.isOpen(question));
  assert.deepEqual([guesses.at(0), guesses.at(1)], [null, null]);
});
