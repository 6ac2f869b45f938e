/* Frame budget: views that need not follow a hand in every frame. A frame draws as many of them as leave it on time,
   on a fast machine all; the others take their turn in the frames after it. Where that is not enough and a frame is
   lost, all are drawn in one frame and none in the frames after it: what they write into the page costs layout and
   paint once for all of them. */

/** Milliseconds of the main thread, from when a frame is due to when it is painted. */
const lost = 16;
const late = 9;
const early = 6;
/** The milliseconds that the scripts of these views may take in a frame. */
const allowances = { least: 0.3, most: 12 };
/** After a lost frame, one without them for so many of its milliseconds, at most so many. */
const rest = { milliseconds: 3, most: 24 };

/** @param {{draw(): void}[]} views
    @param {() => void} proceed asks for a frame, for those that wait */
export const createFrameBudget = (views, proceed) => {
  let allowance = allowances.most;
  let next = 0;
  let waiting = 0;
  let due = 0;
  let resting = 0;

  // The first message after an animation frame comes when that frame is painted.
  const painted = new MessageChannel();
  painted.port1.onmessage = () => {
    const took = performance.now() - due;
    if (took > lost) {
      resting = Math.min(rest.most, Math.ceil(took / rest.milliseconds));
      allowance = Number.POSITIVE_INFINITY;
    } else if (took > late) allowance = Math.max(allowances.least, Math.min(allowances.most, allowance) / 2);
    else if (took < early) allowance = Math.min(allowances.most, 1.1 * allowance);
  };

  const drawNext = () => {
    waiting -= 1;
    const view = views[next];
    next = (next + 1) % views.length;
    view.draw();
  };

  return {
    /** Something has changed: all views wait. */
    mark: () => {
      waiting = views.length;
    },
    /** Draw those whose turn it is.
        @param {number} time of the animation frame */
    draw: (time) => {
      if (!waiting) return;
      if (resting) {
        resting -= 1;
        return proceed();
      }
      due = time;
      const until = performance.now() + allowance;
      do drawNext();
      while (waiting && performance.now() < until);
      painted.port2.postMessage(null);
      if (waiting) proceed();
    },
    drawAll: () => {
      waiting = resting = 0;
      for (const view of views) view.draw();
    },
  };
};
