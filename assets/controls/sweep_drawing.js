/* Drawing of a sweep: the final error above a slider's track on a log scale, the zones where runs diverge, the
   present value and the best one. */
import { createLevel, DIVERGED, RAN } from "../engine/sweep.js";

/** Half a slider's thumb: its track begins there. */
export const INSET = 8;
const top = 4;
const bottom = 1;
/** Decades above the start that are in the picture. */
const above = 0.4;

/** @typedef {object} SweepPicture
    @property {Sweep} sweep
    @property {Track} track
    @property {number} share of the track below the present value
    @property {number} E the present run's last error
    @property {boolean} isLost whether the present run stopped
    @property {number | null} best share of the track below the best value
    @property {string} caption
    @property {string} colour
    @property {PlaygroundTheme} theme */

/** @typedef {object} SweepScales
    @property {(share: number) => number} x
    @property {(E: number) => number} y
    @property {number[][]} points of the curve, in pixels */

/** The pixels of a sweep: across by place, down by error.
    @param {SweepPicture} picture
    @param {{width: number, height: number}} size */
const createScales = ({ sweep, track }, { width, height }) => {
  const { finalE, outcomes, startE, places } = sweep;
  let lowest = startE;
  finalE.forEach((E, k) => {
    if (outcomes[k] === RAN) lowest = Math.min(lowest, E);
  });
  const level = createLevel(startE, lowest);
  const low = Math.min(level(lowest), -0.5);
  const tall = height - top - bottom;
  return {
    x: (/** @type {number} */ share) => INSET + share * (width - 2 * INSET),
    shareOf: (/** @type {number} */ k) => (places[k] - track.start) / (track.end - track.start),
    y: (/** @type {number} */ E) => {
      const part = (above - level(E)) / (above - low);
      return top + Math.min(Math.max(part, 0), 1) * tall;
    },
  };
};

/** The zones of a sweep, as stretches of places with one outcome.
    @param {Sweep} sweep
    @returns {{outcome: number, from: number, to: number}[]} */
export const zonesOf = ({ outcomes }) => {
  /** @type {{outcome: number, from: number, to: number}[]} */
  const zones = [];
  outcomes.forEach((outcome, k) => {
    const last = zones.at(-1);
    if (last?.outcome === outcome) last.to = k;
    else zones.push({ outcome, from: k, to: k });
  });
  return zones;
};

/** Draw the curve and the zones, which stay while the present value moves.
    @param {CanvasRenderingContext2D} context
    @param {SweepPicture} picture
    @param {{width: number, height: number}} size
    @returns {SweepScales} the scales, for the marks */
export const drawCurve = (context, picture, size) => {
  const { sweep, colour, theme } = picture;
  const { x, y, shareOf } = createScales(picture, size);
  const { finalE } = sweep;
  const points = Array.from(finalE, (E, k) => [x(shareOf(k)), y(E)]);
  const last = finalE.length - 1;
  const small = 0.8 * theme.unit;
  context.clearRect(0, 0, size.width, size.height);
  context.font = `${small}px ${theme.words}`;
  context.textBaseline = "middle";

  const area = new Path2D();
  const line = new Path2D();
  let isDivergingNoted = false;
  for (const { outcome, from, to } of zonesOf(sweep)) {
    // A zone reaches half-way to its neighbours.
    const left = x(from ? (shareOf(from - 1) + shareOf(from)) / 2 : 0);
    const right = x(to < last ? (shareOf(to) + shareOf(to + 1)) / 2 : 1);
    if (outcome === RAN) {
      area.moveTo(points[from][0], size.height);
      for (let k = from; k <= to; k++) {
        const [left, top] = points[k];
        if (k === from) line.moveTo(left, top);
        else line.lineTo(left, top);
        area.lineTo(left, top);
      }
      area.lineTo(points[to][0], size.height);
      continue;
    }
    context.globalAlpha = 0.13;
    context.fillStyle = theme.wrong;
    context.fillRect(left, top, right - left, size.height - top);
    context.globalAlpha = 1;
    const word = outcome === DIVERGED ? "diverges" : "stops";
    const room = context.measureText(word).width + 6;
    if (isDivergingNoted || right - left < room) continue;
    isDivergingNoted = true;
    context.textAlign = "center";
    context.fillText(word, (left + right) / 2, (top + size.height) / 2);
  }
  context.lineJoin = "round";
  context.fillStyle = context.strokeStyle = colour;
  context.globalAlpha = 0.13;
  context.fill(area);
  context.globalAlpha = 0.8;
  context.lineWidth = 1.3;
  context.stroke(line);
  context.globalAlpha = 1;
  return { x, y, points };
};

/** Draw the caption, the best value and the present one.
    @param {CanvasRenderingContext2D} context
    @param {SweepPicture} picture
    @param {{width: number, height: number}} size
    @param {SweepScales} scales */
export const drawMarks = (context, picture, size, scales) => {
  const { x, y } = scales;
  const { sweep, theme } = picture;
  context.font = `${0.8 * theme.unit}px ${theme.words}`;
  context.textBaseline = "middle";
  drawCaption(context, picture, size, scales);
  if (picture.best !== null && sweep.best) {
    drawBest(context, x(picture.best), y(sweep.best.E), theme);
  }
  if (!picture.isLost) drawDot(context, x(picture.share), y(picture.E), picture);
};

/** The caption, above or below the curve, at the left or the right, where there is room.
    @param {CanvasRenderingContext2D} context
    @param {SweepPicture} picture
    @param {{width: number, height: number}} size
    @param {SweepScales} scales */
const drawCaption = (context, { caption, sweep, theme, best, share, E }, { width, height }, scales) => {
  const { x, y, points } = scales;
  const wide = context.measureText(caption).width;
  const tall = theme.unit;
  const marks = [
    { at: x(share), from: y(E) - 5, to: y(E) + 5 },
    ...(best !== null && sweep.best
      ? [{ at: x(best), from: y(sweep.best.E) - 12, to: y(sweep.best.E) }]
      : []),
  ];
  for (const left of [INSET, width - INSET - wide]) {
    let [highest, deepest] = [height, 0];
    /** @param {number} at
        @param {number} from
        @param {number} [to] */
    const avoid = (at, from, to = from) => {
      if (at < left - 8 || at > left + wide + 8) return;
      highest = Math.min(highest, from);
      deepest = Math.max(deepest, to);
    };
    points.forEach(([at, down], k) => {
      if (sweep.outcomes[k] === RAN) avoid(at, down);
      else avoid(at, top, height);
    });
    for (const { at, from, to } of marks) avoid(at, from, to);
    if (height - deepest < tall && highest < tall) continue;
    const middle = height - deepest >= tall ? deepest + 1 + tall / 2 : highest - 1 - tall / 2;
    context.textAlign = "left";
    context.fillStyle = theme.quiet;
    context.fillText(caption, left, middle);
    return;
  }
};

/** A mark at the best value: a line down to the track, and a flag that the button lies over.
    @param {CanvasRenderingContext2D} context
    @param {number} x
    @param {number} y
    @param {PlaygroundTheme} theme */
const drawBest = (context, x, y, { ink, paper }) => {
  const size = 4.5;
  context.beginPath();
  context.moveTo(x, Math.max(y - 1, top + size));
  context.lineTo(x - size, Math.max(y - 1, top + size) - 1.6 * size);
  context.lineTo(x + size, Math.max(y - 1, top + size) - 1.6 * size);
  context.closePath();
  context.lineWidth = 2;
  context.strokeStyle = paper;
  context.stroke();
  context.fillStyle = ink;
  context.fill();
};

/** @param {CanvasRenderingContext2D} context
    @param {number} x
    @param {number} y
    @param {Pick<SweepPicture, "colour" | "theme">} picture */
const drawDot = (context, x, y, { colour, theme }) => {
  context.beginPath();
  context.arc(x, y, 3, 0, 2 * Math.PI);
  context.lineWidth = 3;
  context.strokeStyle = theme.paper;
  context.stroke();
  context.fillStyle = colour;
  context.fill();
};
