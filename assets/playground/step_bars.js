/* Bars that weigh a step: the slopes, what divides them, and the step of both weights, each pair on a scale of
   its own. What is unequal, and what the rule makes of it, is seen without reading. */
import { short } from "../view/numbers.js";

/** @typedef {{name: string, of(trajectory: PlaygroundTrajectory, t: number): number[]}} Measure */

/** @param {string} column
    @returns {Measure["of"]} */
const sizeOf =
  (column) =>
  ({ columns }, t) =>
    [1, 2].map((weight) => Math.abs(columns[`${column}${weight}`][t]));

/** @type {Measure} */
const divisor = {
  name: "divided by",
  of: (trajectory, t) => sizeOf("rate")(trajectory, t).map((rate) => trajectory.settings.eta / rate),
};

/** What is weighed of a rule's steps.
    @param {boolean | null} divides whether its effective learning rate is a quotient, or null without one
    @returns {Measure[]} */
export const measures = (divides) => [
  { name: "slope", of: sizeOf("g") },
  ...(divides === null ? [] : [divides ? divisor : { name: "rate", of: sizeOf("rate") }]),
  { name: "step", of: sizeOf("v") },
];

/** The shares of two sizes of the larger one.
    @param {number[]} pair */
export const shares = (pair) => {
  const most = Math.max(...pair);
  return pair.map((size) => (most > 0 ? (size === most ? 1 : size / most) : 0));
};

/** A bar of one weight.
    @param {string} name
    @param {number} weight */
const createBar = (name, weight) => {
  const element = document.createElement("div");
  element.className = "bar";
  element.setAttribute("role", "img");
  const [label, track, filled] = ["span", "i", "i"].map((tag) => document.createElement(tag));
  label.textContent = name;
  track.append(filled);
  element.append(label, track);
  let drawn = "";

  /** @param {number} size
      @param {number} share of the longer bar */
  const show = (size, share) => {
    const said = `${name === "divided by" ? "divisor" : name} of w${"₁₂"[weight - 1]}: ${short(size)}, ${Number((100 * share).toPrecision(2))} % of the longer bar`;
    if (said === drawn) return;
    drawn = said;
    element.setAttribute("aria-label", said);
    filled.style.transform = `scaleX(${share.toFixed(3)})`;
  };
  return { element, show };
};

/** The bars of both weights for a rule.
    @param {boolean | null} divides */
export const createBars = (divides) => {
  const bars = measures(divides).map((measure) => ({
    measure,
    pair: [1, 2].map((weight) => createBar(measure.name, weight)),
  }));
  return {
    /** The elements of each weight. */
    elements: [0, 1].map((k) => bars.map(({ pair }) => pair[k].element)),
    /** @param {PlaygroundTrajectory} trajectory
        @param {number} t */
    show: (trajectory, t) => {
      for (const { measure, pair } of bars) {
        const sizes = measure.of(trajectory, t);
        const [first, second] = shares(sizes);
        pair[0].show(sizes[0], first);
        pair[1].show(sizes[1], second);
      }
    },
  };
};
