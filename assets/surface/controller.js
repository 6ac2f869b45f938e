/* Surface controller: one request at a time for a typed function or a settled view. A new one aborts the one
   before, and its single answer is applied at once. */
import { UnansweredError } from "../engine/requests.js";
import { usedOf } from "../state/parameters.js";
import { requestSurface } from "./request.js";

const settleAfter = 120;

/** @param {Pick<RunFigure, "key" | "state" | "surfaceQuery" | "apply" | "answer" | "parameters">} figure
    @param {Plot} plot
    @param {HTMLElement} unansweredNotice
    @returns {Surface} */
export const createSurface = (figure, plot, unansweredNotice) => {
  let request = new AbortController();
  let timer = 0;
  let isAsking = false;

  /** The stage's shape, which contours have to fill, as a part of a query. */
  const aspect = () => `&aspect=${Number(plot.aspect().toFixed(2))}`;

  const begin = () => {
    clearTimeout(timer);
    request.abort();
    request = new AbortController();
    return request.signal;
  };

  /** Ask for another function, with what belongs to it.
      @type {Surface["ask"]} */
  const ask = async (part) => {
    const signal = begin();
    isAsking = true;
    try {
      const { parameters = figure.state.parameters } = part;
      const query = figure.surfaceQuery(part) + aspect();
      const found = await requestSurface(figure.key, query, { E: part.E, parameters }, signal);
      if (signal.aborted) return "overtaken";
      isAsking = false;
      if ("message" in found) return found;
      unansweredNotice.hidden = true;
      figure.parameters.answered(usedOf(parameters, found.answer));
      await figure.apply(part, found);
      return "applied";
    } catch (error) {
      if (signal.aborted) return "overtaken";
      isAsking = false;
      if (error instanceof UnansweredError) return "unanswered";
      throw error;
    } finally {
      if (!isAsking && !signal.aborted && !plot.covers(figure.state.view)) askView();
    }
  };

  /** Ask for the contours of the present view once it has settled; a function that is under way goes first. */
  const askView = () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const { state } = figure;
      if (isAsking) return;
      if (!plot.isAt(state.view)) return askView();
      const signal = begin();
      const { view } = state;
      const query = figure.surfaceQuery() + aspect();
      try {
        const found = await requestSurface(figure.key, query, state, signal);
        if (signal.aborted || "message" in found) return;
        unansweredNotice.hidden = true;
        if (!plot.isAt(view) || figure.surfaceQuery() + aspect() !== query) return askView();
        figure.answer = found.answer;
        figure.parameters.answered(state.parameters);
        await plot.show(found.answer);
      } catch (error) {
        if (signal.aborted) return;
        if (!(error instanceof UnansweredError)) throw error;
        unansweredNotice.hidden = false;
      }
    }, settleAfter);
  };

  const fill = () => {
    if (!plot.covers(figure.state.view)) askView();
  };
  plot.onSize(fill);
  addEventListener("online", fill);
  // The layout's contours are those of a square stage.
  fill();

  return { ask, askView };
};
