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

  /** The right axis: named after the memory's curves that are shown, in decades for the rates, out
      of sight without any. */
  const rightAxis = ({layout: {meta}}, {columns, rows}, {curves}, level, visible) => {
    const shown = group => curves.filter((curve, k) => curve?.group === group && visible[k] === true);
    const memory = shown("memory"), rates = shown("rate").map(({column}) => ({values: columns[column]}));
    const range = rates.length
      && lockstep.liveAxis.range([...rates, {values: new Array(rows).fill(level)}], rows, Infinity, "log");
    const seen = memory.length + rates.length > 0;
    return {
      "yaxis2.visible": seen,
      // Or Plotly would keep the room of its labels.
      "yaxis2.automargin": seen,
      "yaxis2.type": rates.length ? "log" : "linear",
      "yaxis2.title.text": rates.length ? meta.rateTitle : memory.map(({name}) => name).join(", "),
      "yaxis2.title.standoff": rates.length ? 16 : 6,
      "yaxis2.dtick": rates.length ? 1 : null,
      // Plotly would keep the decades' own, and draw a label for every single unit of the memory.
      "yaxis2.tickmode": rates.length ? "linear" : "auto",
      ...(range ? {"yaxis2.range": range} : {"yaxis2.autorange": true}),
    };
  };

  /** Show the curves that the legend has, and the right axis true to them. */
  const followLegend = ({curve: figure, trajectory, rule}, level, visible) =>
    Plotly.update(
      figure, {visible}, rightAxis(figure, trajectory, rule, level, visible), visible.map((_, k) => k));

  /** The largest error that is shown: a linear axis leaves a diverging run room, but not all of it. */
  const mostShown = ({layout: {meta, yaxis}}, first) =>
    yaxis.type === "log" ? Infinity : first + meta.headroom * Math.max(Math.abs(first), 1e-9);

  /** What a trace shows: the errors up to the largest, a column, or the level across the plot. */
  const points = (figure, {columns, rows}, found, level, steps) => {
    if (found?.group === "level") return {x: [0, steps], y: [level, level]};
    const x = Array.from({length: rows}, (_, t) => t), y = list(columns[found?.column ?? "E"], 0, rows - 1);
    if (found?.group !== "error") return {x, y};
    const most = mostShown(figure, columns.E[0]);
    return {x, y: y.map(error => (error <= most ? error : null))};
  };

  /** Give the curve's traces the run's numbers, and its axes their range. */
  const curve = ({curve: figure, trajectory, rule, state: {steps}}, level, visible) => {
    const {curves, level: of} = rule;
    const traces = figure.data.map((_, k) => k);
    const found = traces.map(k => points(figure, trajectory, curves[k], level, steps));
    return Plotly.update(figure, {
      x: found.map(({x}) => x),
      y: found.map(({y}) => y),
      name: traces.map(k => curves[k]?.name ?? ""),
      text: traces.map(k => (curves[k]?.group === "level" ? ["", of.mark] : null)),
      visible,
    }, {
      "xaxis.range": [0, steps],
      "yaxis.autorange": true,
      ...rightAxis(figure, trajectory, rule, level, visible),
    }, traces);
  };

  lockstep.settle = {curve, followLegend, mostShown, surface};
})((window.dash_clientside ??= {}).lockstep ??= {});
