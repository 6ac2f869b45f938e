/* The curve of the error, and of what the rule remembers, under a moving hand and at rest. */
import * as Axes from "../view/axes.js";
import * as Canvas from "../view/canvas.js";
import * as Scales from "../view/scales.js";
import { axisTicks } from "../view/ticks.js";
import * as CurveLegend from "./curve_legend.js";
import { showCurveNote } from "./curve_note.js";
import * as PlotlySync from "./plotly_sync.js";

const places = 2001;

/** Make the canvas over the curve's figure follow: `run()` is what to draw. */
const attach = (canvas, playground) => {
  const {context, fit} = Canvas.sharp(canvas);
  const stage = canvas.parentElement, note = document.getElementById("curve-note");
  const line = new Float64Array(places);
  let own = {};

  const visible = () => CurveLegend.visible(playground.shown, playground.rule);

  /** What is seen: the column, trace and axis of every curve that is not hidden. */
  const shown = () => {
    const {data: traces} = playground.curve, {columns} = playground.trajectory, seen = visible();
    return playground.rule.curves.flatMap((curve, k) => {
      const trace = traces[k], side = k ? "yaxis2" : "yaxis";
      if (seen[k] !== true) return [];
      return [{values: columns[curve.column] ?? levels(), trace, side, group: curve.group}];
    });
  };

  /** What the effective learning rate is compared with: a learning rate, or 1. */
  const level = () => playground.state.runs[0].settings[playground.rule.level?.of] ?? 1;
  const levels = () => (line[0] === level() ? line : line.fill(level()));

  /** Say what the level is, and what lies above and below it. */
  const label = (map, theme) => {
    const {above, below} = playground.curve.layout.meta, y = map.y(level());
    context.font = theme.font;
    context.fillStyle = theme.quiet;
    const right = map.left + map.width - 8;
    context.textAlign = "right";
    context.textBaseline = "bottom";
    context.fillText(`${playground.rule.level.mark}   ${above}`, right, y - 3);
    context.textBaseline = "top";
    context.fillText(below, right, y + 3);
  };

  /** Each axis of the figure, or one of our own where the curves have outgrown it. */
  const axes = (curves, bounds) => {
    const {rows} = playground.trajectory, layout = playground.curve._fullLayout;
    for (const side of ["yaxis", "yaxis2"]) {
      const on = curves.filter(curve => curve.side === side);
      const limits = side === "yaxis" ? bounds : [-Infinity, Infinity];
      if (!on.length) own[side] = null;
      else own[side] = Axes.follow(
        own[side] ?? layout[side], on, rows, limits, side === "yaxis");
      if (!own[side]?.own) own[side] = null;
    }
    stage.classList.toggle("own-axis", Boolean(own.yaxis));
    stage.classList.toggle("own-axis-2", Boolean(own.yaxis2));
    return side => own[side] ?? layout[side];
  };

  const draw = theme => {
    const bounds = PlotlySync.bounds(playground.curve, playground.trajectory);
    const curves = shown(), axis = axes(curves, bounds), {steps} = playground.state;
    const xaxis = {...Scales.axis(playground.curve._fullLayout.xaxis), range: [0, steps]};
    const map = (side = "yaxis") => Scales.mapping(playground.curve, axis(side), xaxis);
    Canvas.curves(
      context, map(), curves.map(curve => ({...curve, map: map(curve.side)})),
      playground.trajectory.rows, playground.against, theme, playground.rings, () => {
        for (const side of ["yaxis", "yaxis2"]) {
          if (own[side]) Axes.draw(context, map(side), own[side], theme, side === "yaxis2");
        }
      });
    if (curves.some(({group}) => group === "level")) label(map("yaxis2"), theme);
    const {type} = playground.curve._fullLayout.yaxis, {trajectory} = playground;
    showCurveNote(note, curves.some(({group}) => group === "error") && trajectory, type, bounds);
  };

  /** In the first view Plotly has chosen ticks and labels: ours take their place where they differ. */
  const begin = async () => {
    const {yaxis} = playground.curve._fullLayout;
    const seen = [...stage.querySelectorAll(".ytick text")].map(({textContent}) => textContent);
    if (seen.join() !== axisTicks(yaxis).map(({text}) => text).join()) {
      await Plotly.update(playground.curve, {}, Axes.labelled("yaxis", yaxis));
    }
  };

  /** Give Plotly the curves; its axes fit them again. */
  const settle = async () => {
    await PlotlySync.curve(playground, level(), visible());
    own = {};
  };

  const followLegend = () => PlotlySync.followLegend(playground, level(), visible());

  return {begin, draw, fit, followLegend, settle};
};

export { attach };
