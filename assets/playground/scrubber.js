/* Scrubber: a slider whose track is the iteration axis of both charts, with the ticks of the axis, and the
   cursor that stands over its thumb in all of them. */
import { clear, createCanvas } from "../view/canvas.js";
import { byId } from "../view/dom.js";
import { iterationScale, iterationTicks } from "./plot_frame.js";

const labelSize = 0.86;
const labelBottom = 5;

/** Draw the ticks of the iterations at the foot of an area.
    @param {import("../view/canvas.js").Sheet} sheet
    @param {Pick<PlotFrame, "left" | "right">} frame
    @param {number} steps
    @param {PlaygroundTheme} theme */
export const drawIterations = ({ context, size }, frame, steps, theme) => {
  const { width, height } = size();
  const area = { left: frame.left, top: 0, width: width - frame.left - frame.right, height };
  const x = iterationScale(area, steps);
  clear(context);
  context.font = `${labelSize * theme.unit}px ${theme.words}`;
  context.fillStyle = theme.quiet;
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  for (const { value, label } of iterationTicks(steps, area.width)) {
    const half = context.measureText(label).width / 2;
    context.fillText(label, Math.max(half, Math.min(width - half, x(value))), height - labelBottom);
  }
};

/** @param {Playground} playground
    @param {ReturnType<typeof import("./plot_frame.js").createPlotFrame>} frame */
export const createScrubber = (playground, frame) => {
  const { state } = playground;
  const [slider, cursor, canvas] = ["scrubber", "time-cursor", "scrubber-ticks"].map(byId);
  const sheet = createCanvas(canvas);
  /** What the ticks were drawn for. */
  let drawn = "";

  const drawTicks = () => {
    const { width, height } = sheet.size();
    const { theme } = playground;
    const key = [width, height, frame.left, frame.right, state.steps, theme.quiet, theme.unit].join(" ");
    if (key === drawn || !height) return;
    drawn = key;
    drawIterations(sheet, frame, state.steps, theme);
  };

  /** Words for the place of the thumb; screen readers read them when it is moved. */
  const say = () =>
    slider.setAttribute("aria-valuetext", `step ${Math.round(playground.time.t)} of ${state.steps}`);

  /** @param {number} width of the plots */
  const draw = (width) => {
    const { t, isRace } = playground.time;
    const { steps } = state;
    if (slider.max !== String(steps)) slider.max = String(steps);
    if (slider.value !== String(t)) slider.value = String(t);
    const part = isRace ? `${(100 * t) / steps}%` : "0%";
    if (slider.style.getPropertyValue("--filled") !== part) slider.style.setProperty("--filled", part);
    const transform = `translateX(${frame.left + (t / steps) * width}px)`;
    if (cursor.style.transform !== transform) cursor.style.transform = transform;
    drawTicks();
  };

  slider.addEventListener("input", () => {
    const t = Math.round(slider.valueAsNumber);
    playground.goTo(t, { isRace: t < state.steps, isPlaying: false });
    say();
  });
  // A touch that begins on the slider but scrolls the page is cancelled: then the time is what it was.
  let before = playground.time;
  slider.addEventListener("pointerdown", () => {
    before = playground.time;
  });
  slider.addEventListener("pointercancel", () => playground.goTo(before.t, before));

  return {
    draw,
    commit: say,
    fit: () => {
      sheet.fit();
      drawn = "";
    },
    cursor,
  };
};
