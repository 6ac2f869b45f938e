/* Kernels of the tests, in the form of those that Python prints. */

/** @param {any} out
    @param {number} t
    @param {number[]} values */
const write = (out, t, [w1, w2, E]) => {
  out.w1[t] = w1;
  out.w2[t] = w2;
  out.E[t] = E;
};

/** The kernel of a rule that gives the update of one weight.
    @param {(g: number, state: {s: number}, settings: any) => number} update
    @returns {any} */
const ruleKernel = (update) => ({
  columns: ["w1", "w2", "E"],
  descend: (evaluate, w1, w2, steps, settings, out) => {
    const point = new Float64Array(3);
    const states = [{ s: 0 }, { s: 0 }];
    evaluate(w1, w2, point);
    write(out, 0, [w1, w2, point[0]]);
    for (let t = 1; t <= steps; t++) {
      const [, g1, g2] = point;
      w1 -= update(g1, states[0], settings);
      w2 -= update(g2, states[1], settings);
      evaluate(w1, w2, point);
      if (!(Math.abs(point[0]) <= 1e308))
        return { rows: t, stopped: `diverged at step ${t}: E exceeded 1e308` };
      write(out, t, [w1, w2, point[0]]);
    }
    return { rows: steps + 1, stopped: null };
  },
});

export const gradientDescent = ruleKernel((g, _, { eta }) => eta * g);

export const rmsprop = ruleKernel((g, state, { eta, beta, epsilon }) => {
  state.s = beta * state.s + (1 - beta) * g * g;
  return (eta * g) / Math.sqrt(state.s + epsilon);
});

/** a w1² + b w2² + c.
    @param {number} a
    @param {number} b
    @param {number} [c]
    @returns {any} */
export const bowl = (a, b, c = 0) => ({
  error: (w1, w2) => a * w1 * w1 + b * w2 * w2 + c,
  evaluate: (w1, w2, out) => {
    out[0] = a * w1 * w1 + b * w2 * w2 + c;
    out[1] = 2 * a * w1;
    out[2] = 2 * b * w2;
  },
});

// As modules of kernels: all rules, and the article's bowl.
export const optimizers = { "gradient-descent": gradientDescent, rmsprop };
export const { error, evaluate } = bowl(3, 10);
