/* Drawing of one run: a casing, the path from dark to bright, dots, and its shape or an arrowhead at the end. */
import { drawGlyph } from "../view/glyphs.js";

/** @typedef {import("./run_path.js").Head} Head */
/** @typedef {import("./exit_point.js").Exit} Exit */

/** What is drawn of a run. `head` is where it ends, `isCut` tells whether it goes on from there; `exit` is where
    it leaves the frame.
    @typedef {object} DrawnRun
    @property {number} place
    @property {boolean} isSelected
    @property {ReturnType<typeof import("./run_path.js").createRunPath>} path
    @property {Head} head
    @property {boolean} isCut
    @property {Exit | null} exit
    @property {number} interval between dots */

const smallStage = 300;
const casing = 3.4;

/** The thin line beyond the head: what is to come in a race, or what is outside the frame.
    @param {CanvasRenderingContext2D} context
    @param {DrawnRun} run
    @param {PlaygroundTheme} theme */
const drawBeyond = (context, { path, head, place, exit }, theme) => {
  const line = path.beyond(head);
  if (!exit) {
    context.globalAlpha = 0.5;
    context.strokeStyle = theme.halo;
    context.lineWidth = 3;
    context.stroke(line);
  }
  context.globalAlpha = exit ? 0.22 : 0.55;
  context.strokeStyle = theme.runs[place].colour;
  context.lineWidth = 1.1;
  context.stroke(line);
  context.globalAlpha = 1;
};

/** @param {CanvasRenderingContext2D} context
    @param {DrawnRun} run
    @param {PlaygroundTheme} theme
    @param {number} stageWidth */
export const drawRun = (context, run, theme, stageWidth) => {
  const { path, place, head, isCut, isSelected, interval } = run;
  const isSmall = stageWidth < smallStage;
  const width = (isSelected ? 4.2 : 3.6) * (isSmall ? 0.75 : Math.max(1, theme.unit / 14));
  const end = isCut ? head : null;
  if (isCut) drawBeyond(context, run, theme);
  context.strokeStyle = theme.halo;
  context.lineWidth = width + casing;
  path.upTo(end, (piece) => context.stroke(piece));
  context.lineWidth = width;
  const { bins } = theme.runs[place];
  path.upTo(end, (piece, k) => {
    context.strokeStyle = bins[k];
    context.stroke(piece);
  });
  context.fillStyle = theme.panel;
  context.fill(path.dots(interval, head.rows, isSmall ? 0.9 : isSelected ? 1.55 : 1.35));
};

/** @param {CanvasRenderingContext2D} context
    @param {Pick<Exit, "x" | "y" | "turn">} exit
    @param {string} fill
    @param {string} edge */
export const drawArrowhead = (context, { x, y, turn }, fill, edge) => {
  context.save();
  context.translate(x, y);
  context.rotate(turn);
  context.beginPath();
  context.moveTo(8, 0);
  context.lineTo(-5, -6.5);
  context.lineTo(-5, 6.5);
  context.closePath();
  context.lineWidth = 4;
  context.strokeStyle = edge;
  context.stroke();
  context.fillStyle = fill;
  context.fill();
  context.restore();
};

/** Draw the end of a run: its shape, or an arrowhead where it leaves the frame.
    @param {CanvasRenderingContext2D} context
    @param {DrawnRun} run
    @param {PlaygroundTheme} theme
    @param {number} stageWidth */
export const drawEnd = (context, { place, head, exit }, theme, stageWidth) => {
  const { colour } = theme.runs[place];
  if (exit) drawArrowhead(context, exit, colour, theme.halo);
  else drawGlyph(context, place, head.x, head.y, stageWidth < smallStage ? 4.5 : 5.5, colour, theme.panel);
};
