/* Responses: measures at every setting of a stop's control. They depend on the stop alone, so they are computed once, in
   slices: in idle time before the stop comes, or in its first frames. */
import { hasAxis } from "./positions.js";

/** What is known of a response: of the first `known` values every column has its number.
    @typedef {{values: number[], columns: Float64Array[], known: number, isDone: boolean}} Response */

/** Milliseconds of a slice in idle time. */
const slice = 6;

/** @param {TourMeasuring} measuring */
export const createResponses = ({ measure, sceneAt, samples }) => {
  /** @type {WeakMap<TourStop, Map<TourResponse, Response>>} */
  let found = new WeakMap();

  /** @param {TourStop} stop
      @param {TourResponse} chart
      @returns {Response} */
  const of = (stop, chart) => {
    const responses = found.get(stop) ?? new Map();
    found.set(stop, responses);
    const known = responses.get(chart);
    if (known) return known;
    const values = hasAxis(stop.control) ? samples(stop.control, chart.samples) : [];
    /** @type {Response} */
    const response = {
      values,
      columns: chart.measures.map(() => new Float64Array(values.length).fill(Number.NaN)),
      known: 0,
      isDone: values.length === 0,
    };
    responses.set(chart, response);
    return response;
  };

  /** Compute more of the responses of a stop, for so many milliseconds; returns whether all are there.
      @param {TourStop} stop
      @param {number} budget */
  const advance = (stop, budget) => {
    const until = performance.now() + budget;
    for (const chart of stop.charts) {
      if (chart.type !== "response") continue;
      const response = of(stop, chart);
      while (!response.isDone) {
        const scene = sceneAt(stop, response.values[response.known]);
        chart.measures.forEach(([measured], k) => {
          response.columns[k][response.known] = measure(measured, scene);
        });
        response.known += 1;
        response.isDone = response.known === response.values.length;
        if (performance.now() > until) break;
      }
      if (!response.isDone) return false;
    }
    return true;
  };

  /** @param {() => void} work */
  const whenIdle = (work) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(work, { timeout: 1000 });
    else setTimeout(work, 30);
  };

  /** Compute the responses of a stop in idle time.
      @param {TourStop} stop */
  const prepare = (stop) => {
    whenIdle(() => {
      if (!advance(stop, slice)) prepare(stop);
    });
  };

  const forget = () => {
    found = new WeakMap();
  };

  return { of, advance, prepare, forget };
};
