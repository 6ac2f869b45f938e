/* When the hand rests, Plotly's own traces get the numbers: for the legend and for export. */
(lockstep => {
  const list = (column, from, to) => Array.from(column.subarray(from, to + 1));

  /** Give the surface's trajectory traces the run's points, as components/surface.py does. Plotly
      need not draw them: the canvas shows them, and contours may take seconds to draw again. */
  const surface = (figure, {columns, rows}) => {
    const {farthest, ramps: {light: {length: pieces}}} = figure.layout.meta;
    const near = value => (Math.abs(value) <= farthest ? value : null);
    const last = rows - 1;
    for (let k = 0; k < pieces; k++) {
      const from = Math.floor(k * last / pieces), to = Math.floor((k + 1) * last / pieces);
      const trace = figure.data[k + 1];
      trace.x = list(columns.w1, from, to).map(near);
      trace.y = list(columns.w2, from, to).map(near);
    }
  };

  /** The axis of the memory: named after the curves that are shown, out of sight without any. */
  const memoryAxis = (names, visible) => {
    const shown = names.filter((_, k) => k > 0 && visible[k] === true);
    return {"yaxis2.visible": shown.length > 0, "yaxis2.title.text": shown.join(", ")};
  };

  /** Keep the axis of the memory true to what the legend shows. */
  const followLegend = figure => {
    const names = figure.data.map(({name}) => name);
    const axis = memoryAxis(names, figure.data.map(({visible}) => visible ?? true));
    if (figure.layout.yaxis2.title.text !== axis["yaxis2.title.text"]) Plotly.relayout(figure, axis);
  };

  /** The largest error that is shown: a linear axis leaves a diverging run room, but not all of it. */
  const mostShown = ({layout: {meta, yaxis}}, first) =>
    yaxis.type === "log" ? Infinity : first + meta.headroom * Math.max(Math.abs(first), 1e-9);

  /** Give the curve's traces the run's errors and memory, and its axes their range. */
  const curve = (figure, {columns, rows}, {memory, legend}, steps) => {
    const iterations = Array.from({length: rows}, (_, t) => t);
    const traces = figure.data.map((_, k) => k);
    const columnsShown = ["E", ...memory], first = columns.E[0];
    const names = traces.map(k => (k ? legend[k - 1] ?? "" : "E"));
    const visible = traces.map(k => {
      if (k >= columnsShown.length) return false;
      const now = figure.data[k].visible ?? true;
      return now === false ? "legendonly" : now;
    });
    const most = mostShown(figure, first);
    const shown = error => (error <= most ? error : null);
    return Plotly.update(figure, {
      x: traces.map(() => iterations),
      y: traces.map(k => list(columns[columnsShown[k] ?? "E"], 0, rows - 1).map(k ? value => value : shown)),
      name: names,
      visible,
    }, {
      "xaxis.range": [0, steps],
      "yaxis.autorange": true,
      "yaxis2.autorange": true,
      ...memoryAxis(names, visible),
    }, traces);
  };

  lockstep.settle = {curve, followLegend, mostShown, surface};
})((window.dash_clientside ??= {}).lockstep ??= {});
