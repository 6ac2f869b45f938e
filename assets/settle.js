/* When the hand rests, Plotly's own traces get the numbers: for the legend, export and hover. */
(lockstep => {
  const list = (column, from, to) => Array.from(column.subarray(from, to + 1));

  /** Give the surface's trajectory traces, 1 to the ramp's length, the run's points. */
  const surface = (figure, {columns, rows}, pieces) => {
    const x = [], y = [], traces = [], last = rows - 1;
    for (let k = 0; k < pieces; k++) {
      const from = Math.floor(k * last / pieces), to = Math.floor((k + 1) * last / pieces);
      x.push(list(columns.w1, from, to));
      y.push(list(columns.w2, from, to));
      traces.push(k + 1);
    }
    return Plotly.restyle(figure, {x, y}, traces);
  };

  /** Whether a curve of the rule's memory is shown, so that its axis has something to measure. */
  const memoryShown = figure => figure.data.some(({visible}, k) => k > 0 && (visible ?? true) === true);

  /** Give the curve's traces the run's errors and memory, and its axes their range. */
  const curve = (figure, {columns, rows}, rule, steps) => {
    const t = Array.from({length: rows}, (_, k) => k), last = rows - 1;
    const used = k => k === 0 || k <= rule.memory.length;
    const column = k => (k === 0 ? columns.E : used(k) ? columns[rule.memory[k - 1]] : columns.E);
    const traces = figure.data.map((_, k) => k);
    const shown = k => {
      if (!used(k)) return false;
      return figure.data[k].visible === false ? "legendonly" : figure.data[k].visible ?? true;
    };
    const first = columns.E[0];
    return Plotly.update(figure, {
      x: traces.map(() => t),
      y: traces.map(k => list(column(k), 0, last)),
      name: traces.map(k => (k === 0 ? "E" : rule.legend[k - 1] ?? "")),
      visible: traces.map(shown),
    }, {
      "xaxis.range": [0, steps],
      "yaxis.autorange": true,
      "yaxis.autorangeoptions.clipmax":
        Number.isFinite(first) && figure.layout.yaxis.type !== "log" ? first + (2 * Math.abs(first) || 1) : null,
      "yaxis2.autorange": true,
      "yaxis2.visible": memoryShown(figure),
      "yaxis2.title.text": rule.axis,
    }, traces);
  };

  lockstep.settle = {surface, curve, memoryShown};
})((window.dash_clientside ??= {}).lockstep ??= {});
