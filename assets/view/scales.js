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

/** From the values of an axis to pixels; all that can be is computed once, not for every point.
    @param {{type: "linear" | "log", range: [number, number]}} axis a log range is in decades
    @param {number} from the pixel of its lower end
    @param {number} length in pixels, negative where it runs upwards
    @returns {(value: number) => number} */
const axisScale = ({ type, range: [low, high] }, from, length) => {
  const factor = length / (high - low);
  const zero = from - factor * low;
  return type === "log" ? (value) => zero + factor * Math.log10(value) : (value) => zero + factor * value;
};

export { axis, axisScale, tidy, figure, mapping };
