/* Contour plot: plotly.js draws contours and axes of a surface; everything else is drawn on the canvas
   above it. The only module that uses Plotly, and that reads its layout. */
import { tidy } from "../view/scales.js";
import { showNote } from "./note.js";

const config = {
  displayModeBar: false,
  showSendToCloud: false,
  responsive: true,
  scrollZoom: true,
  doubleClick: false,
  showTips: false,
};

/** @param {[number, number]} ends
    @param {number} count */
const linspace = ([first, last], count) =>
  Array.from({ length: count }, (_, k) => first + ((last - first) * k) / (count - 1));

/** The trace of an answer.
    @param {SurfaceAnswer} answer
    @param {Palette} palette */
const contourTrace = ({ trace: { x, y, z, zmax, size } }, palette) => ({
  type: "contour",
  x: linspace(x, z[0].length),
  y: linspace(y, z.length),
  z,
  zmin: 0,
  zmax,
  contours: { start: size, end: zmax - size, size, coloring: "fill" },
  autocontour: false,
  colorscale: palette.surface,
  showscale: false,
  line: { color: palette.contourLine, width: 0.7 },
  hoverinfo: "skip",
  name: "E",
});

/** @param {string} title
    @param {[number, number]} range
    @param {Palette} palette */
const axis = (title, range, palette) => ({
  title: { text: title, standoff: 6, font: { size: 14 } },
  range,
  zeroline: false,
  gridcolor: palette.grid,
  ticks: "outside",
  ticklen: 4,
  tickcolor: palette.grid,
  linecolor: palette.grid,
});

/** @param {View} view
    @param {Palette} palette */
const layout = ([left, right, bottom, top], palette) => ({
  template: null,
  paper_bgcolor: "rgba(0,0,0,0)",
  plot_bgcolor: "rgba(0,0,0,0)",
  font: { family: "Lockstep Sans, Lockstep Math, sans-serif", size: 13, color: palette.ink },
  // The tooltip is the page's own, exact between grid points.
  hovermode: false,
  margin: { l: 62, r: 12, t: 8, b: 46 },
  showlegend: false,
  dragmode: "pan",
  xaxis: axis("w₁", [left, right], palette),
  yaxis: axis("w₂", [bottom, top], palette),
});

/** Draw a surface into an element.
    @param {HTMLElement} element
    @param {SurfaceAnswer} answer
    @param {Palette} palette
    @returns {Promise<Plot>} */
export const createPlot = async (element, answer, palette) => {
  const gd = await Plotly.newPlot(
    element,
    [contourTrace(answer, palette)],
    layout(answer.view, palette),
    config,
  );
  showNote(element, answer);
  // The picture in which Plotly measures text is not for screen readers.
  document.getElementById("js-plotly-tester")?.setAttribute("aria-hidden", "true");

  /** From values to pixels of the stage and back, as the axes are at this moment.
      @returns {PlotMapping} */
  const mapping = () => {
    const { xaxis, yaxis } = gd._fullLayout;
    const { _offset: left, _length: width } = xaxis;
    const { _offset: top, _length: height } = yaxis;
    const [x0, x1] = xaxis.range;
    const [y0, y1] = yaxis.range;
    const across = width / (x1 - x0);
    const up = height / (y1 - y0);
    return {
      left,
      top,
      width,
      height,
      x: (value) => left + (value - x0) * across,
      y: (value) => top + height - (value - y0) * up,
      valueX: (pixel) => tidy(x0 + (pixel - left) / across, x1 - x0),
      valueY: (pixel) => tidy(y1 - (pixel - top) / up, y1 - y0),
    };
  };

  /** @returns {View} */
  const view = () => {
    const { xaxis, yaxis } = gd._fullLayout;
    const [left, right] = xaxis.range;
    const [bottom, top] = yaxis.range;
    const [width, height] = [right - left, top - bottom];
    return [tidy(left, width), tidy(right, width), tidy(bottom, height), tidy(top, height)];
  };

  /** Whether the axes are at a view, to less than a pixel: not while they are panned or zoomed.
      @param {View} wanted */
  const isAt = ([left, right, bottom, top]) => {
    const { xaxis, yaxis } = gd._fullLayout;
    /** @type {(range: [number, number], ends: [number, number]) => boolean} */
    const isSame = (range, ends) =>
      ends.every((end, k) => Math.abs(range[k] - end) < 1e-3 * Math.abs(ends[1] - ends[0]));
    return isSame(xaxis.range, [left, right]) && isSame(yaxis.range, [bottom, top]);
  };

  let contoursOf = answer.view;

  return {
    gd,
    mapping,
    view,
    isAt,
    /** Whether the contours that are drawn are those of a view. */
    covers: (wanted) => wanted.every((value, k) => value === contoursOf[k]),
    /** Show other contours, in their own view unless another one is given. */
    show: (next, at = next.view) => {
      contoursOf = next.view;
      showNote(element, next);
      return Plotly.react(gd, [contourTrace(next, palette)], layout(at, palette), config);
    },
    go: ([left, right, bottom, top]) =>
      Plotly.relayout(gd, { "xaxis.range": [left, right], "yaxis.range": [bottom, top] }),
    /** Call `draw` after every drawing, also while the reader pans or zooms. */
    onDraw: (draw) => {
      gd.on("plotly_afterplot", draw);
      gd.on("plotly_relayouting", draw);
    },
    /** Call `changed` when the view was changed. */
    onView: (changed) => gd.on("plotly_relayout", changed),
  };
};
