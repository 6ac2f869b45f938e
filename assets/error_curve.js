/* The curve of the error, and of what the rule remembers, under a moving hand and at rest. */
(lockstep => {
  /** Make the canvas over the curve's figure follow: `run()` is what to draw. */
  const attach = (canvas, playground) => {
    const {context, fit} = lockstep.layer.sharp(canvas);
    const stage = canvas.parentElement;
    let own = {};

    /** What is seen: the column, trace and axis of every curve that is not hidden. */
    const shown = () => {
      const {_fullData: traces} = playground.curve, {columns} = playground.trajectory;
      return ["E", ...playground.rule.memory].flatMap((name, k) => {
        const trace = traces[k], side = k ? "yaxis2" : "yaxis";
        return trace.visible === true ? [{values: columns[name], trace, side}] : [];
      });
    };

    /** Each axis of the figure, or one of our own where the curves have outgrown it. */
    const axes = curves => {
      const {rows, columns} = playground.trajectory, layout = playground.curve._fullLayout;
      const {mostShown} = lockstep.settle;
      for (const side of ["yaxis", "yaxis2"]) {
        const on = curves.filter(curve => curve.side === side);
        const limit = side === "yaxis" ? mostShown(playground.curve, columns.E[0]) : Infinity;
        if (!on.length) own[side] = null;
        else own[side] = lockstep.liveAxis.follow(
          own[side] ?? layout[side], on, rows, limit, side === "yaxis");
        if (!own[side]?.own) own[side] = null;
      }
      stage.classList.toggle("own-axis", Boolean(own.yaxis));
      stage.classList.toggle("own-axis-2", Boolean(own.yaxis2));
      return side => own[side] ?? layout[side];
    };

    const draw = theme => {
      const curves = shown(), axis = axes(curves), {steps} = playground.state;
      const xaxis = {...lockstep.plane.axis(playground.curve._fullLayout.xaxis), range: [0, steps]};
      const map = (side = "yaxis") => lockstep.plane.mapping(playground.curve, axis(side), xaxis);
      lockstep.layer.curves(
        context, map(), curves.map(curve => ({...curve, map: map(curve.side)})),
        playground.trajectory.rows, theme, playground.rings, () => {
          for (const side of ["yaxis", "yaxis2"]) {
            if (own[side]) lockstep.liveAxis.draw(context, map(side), own[side], theme, side === "yaxis2");
          }
        });
    };

    /** Give Plotly the curves; its axes fit them again. */
    const settle = async () => {
      const {curve, trajectory, rule, state} = playground;
      await lockstep.settle.curve(curve, trajectory, rule, state.steps);
      own = {};
    };

    return {draw, fit, settle};
  };

  lockstep.errorCurve = {attach};
})((window.dash_clientside ??= {}).lockstep ??= {});
