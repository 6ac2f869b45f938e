/* What stands around the large map while it is drawn on the canvas: ticks and the colour bar. */
import * as Numbers from "../view/numbers.js";
import * as AmplificationMap from "./map.js";

const shares = [-1, -0.5, 0, 0.5, 1];
const bar = {above: 24, height: 10, gap: 16, beyond: 32};

/** Ticks at both sides, and lines where a gradient is zero. */
const axes = (context, map, range, theme) => {
  const {left, top, width, height} = map, bottom = top + height, {short} = Numbers;
  context.font = theme.font;
  context.fillStyle = theme.quiet;
  context.strokeStyle = theme.grid;
  context.lineWidth = 1;
  context.beginPath();
  for (const share of shares) {
    const x = Math.round(left + (share + 1) / 2 * width) + 0.5;
    const y = Math.round(bottom - (share + 1) / 2 * height) + 0.5;
    context.moveTo(x, bottom);
    context.lineTo(x, share ? bottom + 4 : top);
    context.moveTo(left - 4, y);
    context.lineTo(share ? left : left + width, y);
    context.textAlign = "center";
    context.textBaseline = "top";
    context.fillText(short(share * range), x, bottom + 7);
    context.textAlign = "right";
    context.textBaseline = "middle";
    context.fillText(short(share * range), left - 7, y);
  }
  context.stroke();
};

/** The stripes of what lies beyond the scale. */
const hatch = (context, colour, beyond) => {
  const tile = document.createElement("canvas"), onto = tile.getContext("2d");
  tile.width = tile.height = 6;
  onto.fillStyle = colour;
  onto.fillRect(0, 0, 6, 6);
  onto.fillStyle = beyond;
  for (let k = 0; k < 6; k++) onto.fillRect((12 - k) % 6, k, 2, 1);
  return context.createPattern(tile, "repeat");
};

/** C with a small a below, and what follows it. */
const measure = (context, x, y, rest) => {
  const {font} = context;
  context.fillText("C", x, y);
  const after = x + context.measureText("C").width;
  context.font = font.replace(/^\d+px/, "9px");
  context.fillText("a", after, y + 3);
  const end = after + context.measureText("a").width;
  context.font = font;
  context.fillText(rest, end, y);
};

/** The colour bar above the map: what its ends mean, its colours, its values. */
const colourBar = (context, {left, top, width}, scale, colours, theme) => {
  const y = top - bar.above - bar.height, length = width - bar.gap - bar.beyond, right = left + length;
  const gradient = context.createLinearGradient(left, 0, right, 0), last = colours.stops.length - 1;
  colours.stops.forEach((stop, k) => gradient.addColorStop(k / last, stop));
  context.fillStyle = gradient;
  context.fillRect(left, y, length, bar.height);
  context.fillStyle = theme.hatch;
  context.fillRect(right + bar.gap, y, bar.beyond, bar.height);
  context.font = theme.font;
  context.fillStyle = theme.ink;
  context.textBaseline = "bottom";
  context.textAlign = "left";
  context.fillText("attenuated", left, y - 4);
  measure(context, left + length / 2 - 6, y - 4, "");
  context.textAlign = "right";
  context.fillText("amplified", right, y - 4);
  context.textAlign = "center";
  context.textBaseline = "top";
  context.fillStyle = theme.quiet;
  const values = AmplificationMap.ticks(scale);
  values.forEach((value, k) => {
    const x = left + (AmplificationMap.place(scale, value) + 1) / 2 * length;
    context.fillRect(Math.round(x), y + bar.height, 1, 3);
    context.textAlign = k === 0 ? "left" : "center";
    context.fillText(Numbers.short(value), x, y + bar.height + 4);
  });
  context.fillText("more", right + bar.gap + bar.beyond / 2, y + bar.height + 4);
};

export { axes, colourBar, hatch };
