/* From numbers to pixels of a Plotly figure and back: the one place that looks inside Plotly. */
(lockstep => {
  const along = (axis, value) => {
    const [low, high] = axis.range;
    return ((axis.type === "log" ? Math.log10(value) : value) - low) / (high - low);
  };

  /** The Plotly figure in a graph component, or null before it is there. */
  const figure = id => {
    const found = document.querySelector(`#${id} .js-plotly-plot`);
    return found?._fullLayout?.xaxis?._length && found.on ? found : null;
  };

  /** The mapping of a figure's axes at this moment. */
  const mapping = (found, second = "yaxis") => {
    const {xaxis, [second]: yaxis} = found._fullLayout;
    const {_offset: left, _length: width} = xaxis;
    const {_offset: top, _length: height} = yaxis;
    return {
      left, top, width, height,
      x: value => left + along(xaxis, value) * width,
      y: value => top + (1 - along(yaxis, value)) * height,
      valueX: pixel => xaxis.range[0] + (pixel - left) / width * (xaxis.range[1] - xaxis.range[0]),
      valueY: pixel => yaxis.range[1] - (pixel - top) / height * (yaxis.range[1] - yaxis.range[0]),
    };
  };

  lockstep.plane = {figure, mapping};
})((window.dash_clientside ??= {}).lockstep ??= {});
