/* Axis numbers of a surface, inside its frame: ticks at the bottom and the left edge, and a letter in the corner where
   each axis ends. A number that would be cut off, or meet a letter, is left out. */
import { evenTicks } from "../view/ticks.js";

const tick = 5;
const gap = { below: 3, beside: 4 };
const halo = 3;
const face = '"Lockstep Math", math, serif';
const letter = { font: `17px ${face}`, litFont: `23px ${face}`, room: 40, baseline: 9, inset: 9, top: 19 };
const perNumber = { across: 75, up: 70 };
const least = 3;
const air = 1.6;

/** Ticks of which every label has room.
    @param {[number, number]} range
    @param {number} count
    @param {(labels: string[], apart: number) => boolean} haveRoom
    @param {number} length in pixels */
const ticksOf = (range, count, haveRoom, length) => {
  for (let wanted = count; ; wanted /= 1.5) {
    const found = evenTicks(range, Math.max(least, wanted));
    const apart =
      found.length > 1 ? ((found[1].value - found[0].value) / (range[1] - range[0])) * length : length;
    const isLast = wanted <= least;
    if (
      isLast ||
      haveRoom(
        found.map(({ label }) => label),
        apart,
      )
    )
      return found;
  }
};

/** @param {CanvasRenderingContext2D} context
    @param {string} text
    @param {number} x
    @param {number} y */
const write = (context, text, x, y) => {
  context.strokeText(text, x, y);
  context.fillText(text, x, y);
};

/** Draw both axes.
    @param {CanvasRenderingContext2D} context
    @param {PlotMapping} map
    @param {View} seen
    @param {{colours: GroundColours, font: string, halo: string, letters?: [string, string],
      lit?: number}} look `letters` are the colours of those, where they have their own; `lit` is the larger one */
export const drawAxisNumbers = (context, map, [left, right, bottom, top], look) => {
  const { width, height } = map;
  context.lineJoin = "round";
  context.fillStyle = look.colours.tick;
  context.font = look.font;
  /** @param {number} x0 @param {number} y0 @param {number} x1 @param {number} y1 */
  const line = (x0, y0, x1, y1) => {
    context.strokeStyle = look.colours.tick;
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(x0, y0);
    context.lineTo(x1, y1);
    context.stroke();
  };
  const withHalo = () => {
    context.strokeStyle = look.halo;
    context.lineWidth = halo;
  };
  /** @param {string} label */
  const wide = (label) => context.measureText(label).width;

  context.textBaseline = "alphabetic";
  context.textAlign = "center";
  const across = ticksOf(
    [left, right],
    width / perNumber.across,
    (labels, apart) => Math.max(0, ...labels.map(wide)) * air < apart,
    width,
  );
  for (const { value, label } of across) {
    const x = Math.round(map.x(value)) + 0.5;
    const half = wide(label) / 2;
    if (x - half < letter.room || x + half > width - letter.room + gap.beside) continue;
    line(x, height, x, height - tick);
    withHalo();
    write(context, label, x, height - tick - gap.below);
  }
  context.textBaseline = "middle";
  context.textAlign = "left";
  for (const { value, label } of ticksOf([bottom, top], height / perNumber.up, () => true, height)) {
    const y = Math.round(map.y(value)) + 0.5;
    if (y < letter.room || y > height - letter.room / 1.5) continue;
    line(0, y, tick, y);
    withHalo();
    write(context, label, tick + gap.beside, y + 0.5);
  }
  context.textBaseline = "alphabetic";
  withHalo();
  context.font = look.lit === 1 ? letter.litFont : letter.font;
  context.fillStyle = look.letters?.[1] ?? look.colours.tick;
  write(context, "𝑤₂", letter.inset, letter.top);
  context.textAlign = "right";
  context.font = look.lit === 0 ? letter.litFont : letter.font;
  context.fillStyle = look.letters?.[0] ?? look.colours.tick;
  write(context, "𝑤₁", width - letter.inset, height - letter.baseline);
};
