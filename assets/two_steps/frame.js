/* Framing of figure 1: when to ask for the view that frames all arrows (components/two_steps/frame.py computes
   it), and whether its answer still holds when it comes. */
import { describeView } from "../surface/pan_zoom.js";

const smallestShare = { all: 0.3, gradient: 0.1 };

/** Whether an area shows every arrow, none of them too small to be seen.
    @param {Arrows} arrows
    @param {Box} area */
export const showsAll = ({ g, v }, { left, top, width, height }) => {
  const all = [...g, ...v];
  if (!all.length) return true;
  const xs = all.flatMap(({ x0, x1 }) => [x0, x1]);
  const ys = all.flatMap(({ y0, y1 }) => [y0, y1]);
  const [minX, maxX, minY, maxY] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return (
    minX >= left &&
    maxX <= left + width &&
    minY >= top &&
    maxY <= top + height &&
    Math.max(maxX - minX, maxY - minY) >= smallestShare.all * width &&
    Math.max(...g.map(({ length }) => length)) >= smallestShare.gradient * width
  );
};

/** The framing of a figure.
    @param {TwoStepsFigure} figure
    @param {FramedAnswer} answer of the first picture */
export const createFraming = (figure, answer) => {
  const { state } = figure;
  let { scale, framed } = answer;
  /** Whether the framing view is wanted: until the reader moves the view. */
  let isWanted = false;
  let isRequestedByReader = false;
  /** The state that the view was framed for last, as a query. */
  let framedFor = figure.query({ E: state.E });
  let pending = 0;
  let lastView = state.view.join();

  /** Ask for a function or, with `reframe`, for the framing view.
      @param {StatePart & {reframe?: string}} part */
  const ask = async (part) => {
    pending += 1;
    const result = await figure.requests.ask(part).finally(() => {
      pending -= 1;
    });
    // A refused function brings no view: what was wanted before it still is.
    if (isWanted && !pending && typeof result === "object") reframe();
    return result;
  };

  /** Ask for the view that frames all arrows; a typed function that is under way brings its own. */
  const reframe = async () => {
    isWanted = true;
    if (pending) return;
    const part = { E: state.E, reframe: figure.query({ E: state.E }) };
    if ((await ask(part)) === "unanswered") figure.byId("surface-unanswered").hidden = false;
  };

  /** The same at the reader's request, which is announced. */
  const resetView = () => {
    isRequestedByReader = true;
    reframe();
  };

  /** Take the view of an answer, unless the reader has moved the view since it was asked for.
      @param {FramedAnswer} next
      @param {string | undefined} reframed the query of a request for the framing view
      @returns {boolean} whether it was taken */
  const take = (next, reframed) => {
    const isForFunction = reframed === undefined;
    if (!isForFunction && !(isWanted && figure.plot.isAt(state.view))) return false;
    isWanted = false;
    framed = next.framed;
    scale = next.scale;
    framedFor = reframed ?? "";
    figure.defaultView = state.view = [...next.view];
    lastView = state.view.join();
    figure.viewSentence = isRequestedByReader && !isForFunction ? describeView(state.view) : null;
    isRequestedByReader = false;
    return true;
  };

  /** Ask for the framing view if the present one is a framing view that shows the arrows badly. */
  const check = () => {
    const isOutdated = figure.query({ E: state.E }) !== framedFor;
    if (framed && isOutdated && !showsAll(figure.arrows, figure.plot.mapping())) reframe();
  };

  /** A view that the reader has chosen stays until the framing view is asked for. */
  const release = () => {
    const view = figure.plot.view().join();
    // Plotly reports a click as a view, too.
    if (view === lastView) return;
    lastView = view;
    if (view !== figure.defaultView.join()) isWanted = framed = false;
  };

  return {
    ask,
    askView: () => figure.requests.askView(),
    check,
    release,
    resetView,
    take,
    get framed() {
      return framed;
    },
    get scale() {
      return scale;
    },
  };
};
