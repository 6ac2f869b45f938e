/* The surface in a picture: ground and contour lines with their labels and numbers, drawn once, and the runs above. */
import { drawAnnotations, readLook } from "../surface/annotations.js";
import { paintGround, shadesOfTones } from "../surface/ground.js";
import { themeName } from "../view/theme.js";
import { createSheet } from "./sheet.js";

const handle = { halo: 10, ring: 8, hole: 4 };

/** @typedef {Pick<Playground, "plot" | "catalogue" | "state" | "theme">} SurfaceSubject */

/** @param {CanvasRenderingContext2D} context
    @param {SurfaceSubject} subject
    @param {PlotMapping} map */
const drawGround = (context, { plot, catalogue }, map) => {
  const { trace } = plot.answer();
  const [left, right, bottom, top] = trace.region;
  const ground = document.createElement("canvas");
  paintGround(ground, trace, shadesOfTones(trace, catalogue.palette[themeName()].ground));
  const [x, y, width, height] = [
    map.x(left),
    map.y(top),
    map.x(right) - map.x(left),
    map.y(bottom) - map.y(top),
  ];
  // The middle of the outer pixels lies on the edge of the region.
  const across = width / (ground.width - 1);
  const down = height / (ground.height - 1);
  context.imageSmoothingQuality = "high";
  context.drawImage(ground, x - across / 2, y - down / 2, width + across, height + down);
};

/** The lines that Plotly has drawn, with the looks that they have on the page.
    @param {CanvasRenderingContext2D} context
    @param {SurfaceSubject} subject
    @param {PlotMapping} map */
const drawLines = (context, { plot }, map) => {
  const [left, right, , top] = plot.answer().trace.region;
  const scale = (map.x(right) - map.x(left)) / plot.gd._fullLayout.width;
  context.save();
  context.translate(map.x(left), map.y(top));
  context.scale(scale, scale);
  for (const path of plot.gd.querySelectorAll("g.contourlevel path")) {
    const { stroke, strokeOpacity, strokeWidth, strokeDasharray, strokeLinecap } = path.style;
    context.globalAlpha = Number(strokeOpacity);
    context.strokeStyle = stroke;
    context.lineWidth = Number.parseFloat(strokeWidth);
    context.lineCap = strokeLinecap;
    context.setLineDash(strokeDasharray === "none" ? [] : strokeDasharray.match(/[\d.]+/g).map(Number));
    context.stroke(new Path2D(path.getAttribute("d")));
  }
  context.restore();
};

/** Where the runs start; on the page it is a button.
    @param {CanvasRenderingContext2D} context
    @param {PageTheme} theme
    @param {PlotMapping} map
    @param {number[]} start */
export const drawStart = (context, theme, map, [across, up]) => {
  const [x, y] = [map.x(across), map.y(up)];
  for (const [radius, colour] of /** @type {[number, string][]} */ ([
    [handle.halo, theme.halo],
    [handle.ring, theme.ink],
    [handle.hole, theme.panel],
  ])) {
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fillStyle = colour;
    context.fill();
  }
};

/** @template {SurfaceSubject} Subject
    @param {Subject} subject
    @param {import("./sheet.js").Medium} medium
    @param {(subject: Subject, sheet: import("./sheet.js").PictureSheet) => {draw: () => void}} createView of the runs */
export const createSurfacePart = (subject, medium, createView) => {
  const { plot } = subject;
  const map = plot.mapping();
  const [ground, marks, runs] = ["ground", "marks", "runs"].map((name) => createSheet(map, medium, name));
  const view = createView(subject, runs);

  const drawStill = () => {
    drawGround(ground.context, subject, map);
    drawLines(ground.context, subject, map);
    const { minima } = plot.answer();
    const look = readLook(subject.catalogue.palette[themeName()].ground);
    drawAnnotations(marks.context, map, plot.seen(), { labels: plot.labels(), minima, look });
  };
  const draw = () => {
    view.draw();
    drawStart(runs.context, subject.theme, map, subject.state.start);
  };
  const placed = (/** @type {import("./sheet.js").PictureSheet} */ sheet) => ({ sheet, x: 0, y: 0 });
  return {
    width: map.width,
    height: map.height,
    still: [ground, marks].map(placed),
    moving: [runs].map(placed),
    drawStill,
    draw,
  };
};
