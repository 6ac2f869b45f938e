/* From numbers to pixels of a Plotly figure and back: the one place that looks inside Plotly. */
(lockstep => {
  const along = (axis, value) => {
    const [low, high] = axis.range;
    return ((axis.type === "log" ? Math.log10(value) : value) - low) / (high - low);
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
  const mapping = (found, yaxis = found._fullLayout.yaxis) => {
    const {xaxis} = found._fullLayout;
    const {_offset: left, _length: width} = xaxis;
    const {_offset: top, _length: height} = yaxis;
    return {
      left, top, width, height,
      x: value => left + along(xaxis, value) * width,
      y: value => top + (1 - along(yaxis, value)) * height,
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

  /** Whether an axis shows a column's rows, up to a limit, neither cut off nor squeezed. */
  const fits = (axis, values, rows, limit) => {
    let most = -Infinity, least = Infinity;
    for (let t = 0; t < rows; t++) {
      if (values[t] > most && values[t] <= limit) most = values[t];
      if (values[t] < least) least = values[t];
    }
    const top = along(axis, most), bottom = along(axis, least);
    return Number.isFinite(top) && top <= 1 && top > 0.3 && bottom >= 0;
  };

  lockstep.plane = {fits, tidy, figure, mapping};
})((window.dash_clientside ??= {}).lockstep ??= {});
