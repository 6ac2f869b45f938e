/* Contour lines: what Plotly is asked to draw, and how each level of it looks: strong, thin or dotted. */

const width = { strong: 1.1, thin: 0.9, dotted: 1.1 };
const dots = [0.1, 4];

/** The trace of an answer: its axes count the points of the grid, so that it is the same at every scale.
    @param {ContourTrace} trace */
export const contourTrace = ({ z, size, levels }) => ({
  type: "contour",
  z,
  zmin: 0,
  zmax: Math.max(1, levels.length - 1) * size,
  contours: { start: size, end: (levels.length - 2) * size, size, coloring: "none" },
  autocontour: false,
  showscale: false,
  line: { color: "#808080", width: 1 },
  hoverinfo: "skip",
  name: "E",
});

/** A layout without anything but the lines: so many pixels, from the first point of the grid to the last.
    @param {ContourTrace} trace
    @param {{width: number, height: number}} size */
export const contourLayout = ({ z }, { width, height }) => {
  /** @param {number} count */
  const axis = (count) => ({ range: [0, count - 1], visible: false, fixedrange: true });
  return {
    template: null,
    width,
    height,
    paper_bgcolor: "rgba(0,0,0,0)",
    plot_bgcolor: "rgba(0,0,0,0)",
    margin: { l: 0, r: 0, t: 0, b: 0 },
    showlegend: false,
    hovermode: false,
    xaxis: axis(z[0].length),
    yaxis: axis(z.length),
  };
};

/** The tone of the ground at a level, from 0 to 1.
    @param {ContourTrace} trace
    @param {number} level */
export const toneAt = ({ levels, tones }, level) =>
  tones[Math.round((level * (tones.length - 1)) / Math.max(1, levels.length - 1))] / 1000;

/** The look of a level's line: lines darken with the ground, to stand out from it equally.
    @param {ContourTrace} trace
    @param {number} level
    @param {GroundColours} colours */
export const lineStyle = (trace, level, { line, dotted }) => {
  if (level <= trace.dotted)
    return { colour: dotted, opacity: 1, width: width.dotted, dash: dots, cap: "round" };
  const kind = trace.strong.includes(level) ? "strong" : "thin";
  const opacity = line.low + (line.high - line.low) * toneAt(trace, level);
  return {
    colour: line.colour,
    opacity: kind === "thin" ? opacity * line.thin : opacity,
    width: width[kind],
    dash: [],
    cap: "butt",
  };
};

/** Give every level its look.
    @param {Element} gd the element as Plotly extends it
    @param {ContourTrace} trace
    @param {GroundColours} colours */
export const styleContours = (gd, trace, colours) => {
  gd.querySelectorAll("g.contourlevel").forEach((group, k) => {
    const { colour, opacity, width, dash, cap } = lineStyle(trace, k + 1, colours);
    const style = {
      stroke: colour,
      strokeOpacity: String(opacity),
      strokeWidth: `${width}px`,
      strokeDasharray: dash.join(" ") || "none",
      strokeLinecap: cap,
    };
    for (const path of group.querySelectorAll("path")) Object.assign(path.style, style);
  });
};
