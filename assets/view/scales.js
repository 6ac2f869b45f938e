/* From numbers to pixels of a Plotly figure and back: the one place that looks inside Plotly. */

const along = ({range, type}, value) =>
  ((type === "log" ? Math.log10(value) : value) - range[0]) / (range[1] - range[0]);

/** From values to pixels: all that can be known before is computed once, not for every point. */
const pixels = ({range, type}, from, length) => {
  const scale = length / (range[1] - range[0]), zero = from - scale * range[0];
  return type === "log" ? value => zero + scale * Math.log10(value) : value => zero + scale * value;
};

/** A value to a hundredth of a pixel or better, without the digits that no hand can mean. */
const tidy = (value, extent) =>
  Number(value.toFixed(Math.max(0, Math.min(15, 4 - Math.floor(Math.log10(extent))))));

/** The Plotly figure in a graph component, or null before it is there. */
const figure = id => {
  const found = document.querySelector(`#${id} .js-plotly-plot`);
  return found?._fullLayout?.xaxis?._length && found.on ? found : null;
};

/** The mapping of a figure's axes at this moment. */
const mapping = ({_fullLayout: layout}, yaxis = layout.yaxis, xaxis = layout.xaxis) => {
  const {_offset: left, _length: width} = xaxis;
  const {_offset: top, _length: height} = yaxis;
  return {
    left, top, width, height,
    x: pixels(xaxis, left, width),
    y: pixels(yaxis, top + height, -height),
    valueX: pixel => {
      const [low, high] = xaxis.range;
      return tidy(low + (pixel - left) / width * (high - low), high - low);
    },
    valueY: pixel => {
      const [low, high] = yaxis.range;
      return tidy(high - (pixel - top) / height * (high - low), high - low);
    },
  };
};

/** What of an axis of Plotly a mapping needs. */
const axis = ({type, range, _offset, _length}) => ({type, range, _offset, _length});

/** The lowest and highest of the values, as far as an axis shows them: what is beyond its bounds
    counts as the bound, and decades have no place for 0 and below. */
const extent = (curves, rows, [least, most], type) => {
  let low = Infinity, high = -Infinity;
  for (const {values} of curves) {
    for (let t = 0; t < rows; t++) {
      const value = Math.max(least, Math.min(most, values[t]));
      if (value === Infinity || (type === "log" && value <= 0)) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return [low, high];
};

/** Whether an axis shows the rows of all curves within bounds, neither cut off nor squeezed. */
const fits = (found, curves, rows, bounds) => {
  const [bottom, top] = extent(curves, rows, bounds, found.type).map(value => along(found, value));
  return Number.isFinite(top) && top <= 1 && top > 0.3 && bottom >= 0;
};

export { axis, extent, fits, tidy, figure, mapping };
