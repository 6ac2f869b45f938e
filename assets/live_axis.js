/* An axis under a moving hand: its range follows the curves, and its ticks are drawn on the canvas,
   since Plotly takes longer over an axis than a frame lasts. Plotly's own takes over at rest. */
(lockstep => {
  const margin = 0.05;
  const roomForWords = 0.2;
  const most = 5;

  /** The lowest and highest of the values up to a limit; decades have a place for what is above 0. */
  const extent = (curves, rows, limit, type) => {
    let low = Infinity, high = -Infinity;
    for (const {values} of curves) {
      for (let t = 0; t < rows; t++) {
        const value = values[t];
        if (value > limit || value === Infinity || (type === "log" && value <= 0)) continue;
        if (value < low) low = value;
        if (value > high) high = value;
      }
    }
    return [low, high];
  };

  /** A range with room above and below, as Plotly leaves it: in decades on a logarithmic axis. */
  const range = (curves, rows, limit, type, fromZero) => {
    let [low, high] = extent(curves, rows, limit, type);
    if (type === "log") [low, high] = [Math.log10(low), Math.log10(high)];
    else if (fromZero) [low, high] = [Math.min(low, 0), Math.max(high, 0)];
    if (!(high >= low)) return null;
    // The level of the rates, on an axis in decades to the right, has words above and below it.
    const room = (high - low || 1) * (type === "log" && !fromZero ? roomForWords : margin);
    return [type !== "log" && fromZero && low === 0 ? 0 : low - room, high + room];
  };

  /** The axis that shows the curves: the one given while it still does, or one made to fit. */
  const follow = (axis, curves, rows, limit, fromZero) => {
    if (lockstep.plane.fits(axis, curves, rows, limit)) return axis;
    const {type, _offset, _length} = axis, found = range(curves, rows, limit, type, fromZero);
    return found ? {type, _offset, _length, range: found, own: true} : axis;
  };

  /** Round places on an axis, about as many as Plotly would take. */
  const ticks = ({range: [low, high], type}) => {
    const rough = (high - low) / most, decade = 10 ** Math.floor(Math.log10(rough));
    const round = [1, 2, 5, 10].find(step => step * decade >= rough) * decade;
    const step = type === "log" ? Math.max(1, Math.ceil(rough)) : round;
    const first = Math.ceil(low / step), last = Math.floor(high / step);
    return Array.from({length: Math.max(0, last - first + 1)}, (_, k) => {
      const place = Number(((first + k) * step).toPrecision(12));
      return type === "log" ? 10 ** place : place;
    });
  };

  /** Draw the ticks of an axis with lines across the plot, or on its right side without. */
  const draw = (context, map, axis, theme, right) => {
    context.font = theme.font;
    context.fillStyle = theme.quiet;
    context.strokeStyle = theme.grid;
    context.lineWidth = 1;
    context.textAlign = right ? "left" : "right";
    context.textBaseline = "middle";
    const edge = right ? map.left + map.width : map.left, outward = right ? 1 : -1;
    for (const value of ticks(axis)) {
      const y = Math.round(map.y(value)) + 0.5;
      context.beginPath();
      context.moveTo(right ? edge : map.left + map.width, y);
      context.lineTo(edge + outward * 4, y);
      context.stroke();
      context.fillText(lockstep.numbers.short(value), edge + outward * 7, y);
    }
  };

  lockstep.liveAxis = {draw, follow, range};
})((window.dash_clientside ??= {}).lockstep ??= {});
