/* An axis under a moving hand: its range follows the curves, and its ticks are drawn on the canvas,
   since Plotly takes longer over an axis than a frame lasts. Plotly's own takes over at rest. */
import * as Scales from "./scales.js";
import { axisTicks } from "./ticks.js";

const margin = 0.05;
const roomForWords = 0.2;

/** A range with room above and below, as Plotly leaves it: in decades on a logarithmic axis. */
const range = (curves, rows, bounds, type, fromZero) => {
  let [low, high] = Scales.extent(curves, rows, bounds, type);
  if (type === "log") [low, high] = [Math.log10(low), Math.log10(high)];
  else if (fromZero) [low, high] = [Math.min(low, 0), Math.max(high, 0)];
  if (!(high >= low)) return null;
  // The level of the rates, on an axis in decades to the right, has words above and below it.
  const room = (high - low || Math.abs(high) || 1) * (type === "log" && !fromZero ? roomForWords : margin);
  // Where a curve leaves the plot there is no room, or it would end there.
  const ends = low === bounds[0] || (type !== "log" && fromZero && low === 0);
  return [ends ? low : low - room, high === bounds[1] ? high : high + room];
};

/** The axis that shows the curves: the one given while it still does, or one made to fit. */
const follow = (axis, curves, rows, bounds, fromZero) => {
  if (Scales.fits(axis, curves, rows, bounds)) return axis;
  const {type, _offset, _length} = axis, found = range(curves, rows, bounds, type, fromZero);
  return found ? {type, _offset, _length, range: found, own: true} : axis;
};

/** The ticks of an axis with a range, as changes of Plotly's layout. */
const labelled = (name, axis) => {
  const ticks = axis.range ? axisTicks(axis) : [];
  return {
    [`${name}.tickmode`]: "array",
    [`${name}.tickvals`]: ticks.map(({value}) => value),
    [`${name}.ticktext`]: ticks.map(({text}) => text),
  };
};

/** The same with the range that fits the curves; an axis that can show nothing has no ticks. */
const settled = (name, axis, curves, rows, bounds, fromZero) => {
  const found = range(curves, rows, bounds, axis.type, fromZero);
  return {[`${name}.range`]: found ?? [0, 1], ...labelled(name, {...axis, range: found})};
};

/** Draw the ticks of an axis with lines across the plot, or on its right side without. */
const draw = (context, map, axis, theme, right) => {
  context.font = theme.font;
  context.fillStyle = theme.quiet;
  context.strokeStyle = theme.grid;
  context.lineWidth = 1;
  context.textAlign = right ? "left" : "right";
  context.textBaseline = "middle";
  const edge = right ? map.left + map.width : map.left, outward = right ? 1 : -1;
  for (const {value, text} of axisTicks(axis)) {
    const y = Math.round(map.y(value)) + 0.5;
    context.beginPath();
    context.moveTo(right ? edge : map.left + map.width, y);
    context.lineTo(edge + outward * 4, y);
    context.stroke();
    context.fillText(text, edge + outward * 7, y);
  }
};

export { draw, follow, labelled, settled };
