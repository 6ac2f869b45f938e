/* Scenes: what follows from a stop and a value of its control. A scene depends on nothing else, so any can be
   reached from an address. */
import { kernelOf } from "../engine/kernels.js";
import { createRunner } from "../engine/runs.js";
import { samples, shareOf } from "./positions.js";
import { measure } from "./measures.js";

/** What a stop has loaded.
    @typedef {{module: ErrorFunctionModule, surface: SurfaceAnswer, rules: Record<string, RuleKernel>}} Loaded */

/** A point turned about the origin.
    @param {Point} point
    @param {number} angle in degrees
    @returns {Point} */
const turned = ([w1, w2], angle) => {
  const [along, across] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  return [w1 * along - w2 * across, w1 * across + w2 * along];
};

/** @param {State} state
    @param {string} name */
const parameterOf = ({ parameters }, name) =>
  parameters.find((parameter) => parameter.name === name)?.value ?? 0;

/** A stop's state with a value of its control in it.
    @param {TourStop} stop
    @param {TourValue} value
    @returns {State} */
export const stateAt = ({ state, control }, value) => {
  if (!control || value === null) return state;
  const { kind, name, runs } = control;
  if (typeof value !== "number") return kind === "start" ? { ...state, start: value } : state;
  if (kind === "step") return { ...state, step: value };
  if (kind === "hyperparameter")
    return {
      ...state,
      runs: state.runs.map((run, place) =>
        runs.includes(place) ? { ...run, settings: { ...run.settings, [name]: value } } : run,
      ),
    };
  const parameters = state.parameters.map((one) => (one.name === name ? { ...one, value } : one));
  const start = kind === "turn" ? turned(state.start, value - parameterOf(state, name)) : state.start;
  return { ...state, parameters, start };
};

const room = 0.08;

/** A view widened to hold the first step of the runs.
    @param {View} view
    @param {Trajectory[]} trajectories
    @returns {View} */
const fitted = (view, trajectories) => {
  const points = trajectories.filter(({ rows }) => rows > 1).map(({ columns: { w1, w2 } }) => [w1[1], w2[1]]);
  const [left, right, bottom, top] = view;
  const across = points.map(([w1]) => w1).filter(Number.isFinite);
  const up = points.map(([, w2]) => w2).filter(Number.isFinite);
  const wide = [Math.min(left, ...across), Math.max(right, ...across)];
  const high = [Math.min(bottom, ...up), Math.max(top, ...up)];
  const more = room * Math.max(wide[1] - wide[0], high[1] - high[0]);
  return [
    wide[0] < left ? wide[0] - more : left,
    wide[1] > right ? wide[1] + more : right,
    high[0] < bottom ? high[0] - more : bottom,
    high[1] > top ? high[1] + more : top,
  ];
};

/** @typedef {(stop: TourStop, value: TourValue, loaded: Loaded) => TourScene} SceneMaker */

/** Makes scenes; the trajectories of one hold until it makes the next. A run that has not changed is not computed
    again.
    @returns {SceneMaker} */
export const createSceneMaker = () => {
  /** Of scenes at other values.
      @type {SceneMaker | undefined} */
  let makeOther;
  /** @type {{run: ReturnType<typeof createRunner>, key: string, trajectory: Trajectory}[]} */
  const runners = [];

  return (stop, value, loaded) => {
    const { module, surface, rules } = loaded;
    const state = stateAt(stop, value);
    const kernel = kernelOf(module, state.parameters);
    const { E, parameters, start, steps } = state;
    const trajectories = state.runs.map(({ optimizer, settings }, place) => {
      const key = JSON.stringify([E, parameters, start, steps, optimizer, settings]);
      runners[place] ??= { run: createRunner(), key: "", trajectory: /** @type {any} */ (null) };
      const runner = runners[place];
      if (runner.key !== key) {
        runner.trajectory = runner.run(rules[optimizer], kernel, state, settings);
        runner.key = key;
      }
      return runner.trajectory;
    });
    return {
      stop,
      value,
      state,
      kernel,
      rules,
      trajectories,
      view: stop.fits ? fitted(state.view, trajectories) : state.view,
      minimum: surface.minima[0] ?? null,
      t: stop.control?.kind === "step" ? state.step : null,
      grown: Number.POSITIVE_INFINITY,
      guess: null,
      isRevealed: true,
      linked: null,
      surface,
      at: (other) => {
        makeOther ??= createSceneMaker();
        return makeOther(stop, other, loaded);
      },
    };
  };
};

/** What the response charts need to compute every setting of a control.
    @param {(stop: TourStop) => Loaded | undefined} loadedOf
    @returns {TourMeasuring} */
export const createMeasuring = (loadedOf) => {
  const make = createSceneMaker();
  return {
    measure,
    samples,
    shareOf,
    sceneAt: (stop, value) => make(stop, value, /** @type {Loaded} */ (loadedOf(stop))),
  };
};
