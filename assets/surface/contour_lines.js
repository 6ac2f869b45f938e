/* Contour lines: what Plotly is asked to draw, and how each level of it looks: strong, thin or dotted. */

const width = { strong: 1.1, thin: 0.9, dotted: 1.1 };
const dots = "0.1 4";

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

/** Give every level its look: lines darken with the ground, to stand out from it equally.
    @param {Element} gd the element as Plotly extends it
    @param {ContourTrace} trace
    @param {GroundColours} colours */
export const styleContours = (gd, trace, { line, dotted }) => {
  const strong = new Set(trace.strong);
  gd.querySelectorAll("g.contourlevel").forEach((group, k) => {
    const level = k + 1;
    const kind = level <= trace.dotted ? "dotted" : strong.has(level) ? "strong" : "thin";
    const opacity = line.low + (line.high - line.low) * toneAt(trace, level);
    const style = {
      stroke: kind === "dotted" ? dotted : line.colour,
      strokeOpacity: kind === "dotted" ? "1" : String(kind === "thin" ? opacity * line.thin : opacity),
      strokeWidth: `${width[kind]}px`,
      strokeDasharray: kind === "dotted" ? dots : "none",
      strokeLinecap: kind === "dotted" ? "round" : "butt",
    };
    for (const path of group.querySelectorAll("path")) Object.assign(path.style, style);
  });
};
