/* The playground's conductor: what a hand changes is drawn in the next frame, without a request,
   and told to Plotly, to Dash and to the address once the hand rests. */
(lockstep => {
  const byId = id => document.getElementById(id);

  const create = (state, catalogue) => {
    const settings = lockstep.settings.initial(state.runs[0], catalogue);

    const playground = {
      state, catalogue, settings, byId, idOf: id => id,
      home: state.view, shown: lockstep.curveLegend.first(), marked: null, selected: null,
      kernel: null, trajectory: null, pending: null,
      /** A state whose run is shown, pale, beside that of the controls; and that run. */
      held: null, against: null,
      /** The iterations with a ring: the step that was chosen and the one that is pointed at. */
      get rings() { return [playground.selected, playground.marked].filter(t => t !== null); },
      /** The rule of the trajectory that is seen, whatever the hand has chosen since. */
      get rule() { return catalogue.optimizers[playground.trajectory.optimizer]; },
      get surface() { return lockstep.plane.figure("surface-graph"); },
      get curve() { return lockstep.plane.figure("curve-graph"); },
    };
    const say = lockstep.voice();
    const other = {};
    let optimizers, layer, curve, legend, handle, inspector, numbers, colours;

    /** The query of the state, with some of it changed. */
    playground.query = (part = {}) => lockstep.address.query({...state, ...part}, catalogue);

    const readColours = () => {
      const style = getComputedStyle(document.documentElement);
      colours = {
        ink: style.getPropertyValue("--ink"),
        quiet: style.getPropertyValue("--quiet"),
        grid: playground.curve._fullLayout.yaxis.gridcolor,
        font: `13px ${style.getPropertyValue("--words")}`,
        halo: style.getPropertyValue("--halo"),
        ramp: playground.surface.layout.meta.ramps[lockstep.theme.isDark() ? "dark" : "light"],
      };
    };

    const descend = ({E, start, steps, runs: [{optimizer, settings: chosen}]}, owner) => E === state.E
      ? lockstep.kernels.descend(optimizers[optimizer], playground.kernel, {start, steps}, chosen, owner)
      : null;

    const run = () => {
      const {optimizer, settings: chosen} = state.runs[0];
      playground.trajectory = {optimizer, settings: chosen, ...descend(state)};
      playground.against = playground.held && descend(playground.held, other);
    };

    const draw = () => {
      if (!playground.surface || !playground.curve) return;
      if (!playground.kernel) return handle?.place();
      run();
      drawSurface();
      curve.draw(colours);
      inspector.draw();
      lockstep.outcome.show(byId("outcome"), playground.rule.name, playground.trajectory);
    };

    const drawSurface = () => {
      const map = lockstep.plane.mapping(playground.surface);
      handle.place();
      lockstep.layer.trajectory(
        layer.context, map, playground.trajectory, playground.against, colours.ramp, colours, playground.rings);
    };

    /** Tell who cannot see it what is seen. */
    const tell = () => {
      if (!playground.trajectory) return;
      const {rule: {name}, trajectory, surface: {layout: {meta}}} = playground;
      handle.name();
      lockstep.outcome.namePictures(name, meta, trajectory);
      say(lockstep.outcome.sentence(name, trajectory), playground.seen);
      numbers.refresh();
    };

    /** Tell Plotly, Dash and the address what is seen. */
    const settle = async () => {
      const {surface, trajectory} = playground;
      if (!playground.kernel || !surface || !playground.curve) return;
      lockstep.startBoxes.settle(playground);
      lockstep.settings.settle(playground);
      dash_clientside.set_props("state", {data: structuredClone(state)});
      const {address} = lockstep;
      address.tell("playground", address.parts({...state, E: surface.layout.meta.E}, catalogue));
      lockstep.settle.surface(surface, trajectory);
      await curve.settle();
      draw();
      tell();
      document.documentElement.dataset.settled = String(performance.now());
    };
    playground.settle = settle;

    /** What was asked for is on the surface: what was asked with it holds from now on. */
    const adopt = () => {
      const {part} = playground.pending, {go, viewOf} = lockstep.surfaceView;
      playground.pending = playground.marked = null;
      Object.assign(state, part);
      if (part.view) playground.home = part.view;
      playground.seen = null;
      if (part.runs) lockstep.settings.take(playground);
      if (viewOf(playground.surface).join() !== state.view.join()) {
        // The reader has zoomed since asking: that view stays.
        go(playground.surface, state.view).then(playground.askView);
      }
      lockstep.startBoxes.show(playground);
      playground.redraw();
      playground.later();
    };

    const resized = () => {
      layer.fit();
      curve.fit();
      draw();
    };

    playground.begin = async () => {
      const main = byId("playground-figure"), {hand} = lockstep;
      // First the picture, then what is beside it.
      while (!playground.surface || !playground.curve) await new Promise(requestAnimationFrame);
      lockstep.showFormulas(main);
      layer = lockstep.layer.sharp(byId("surface-canvas"));
      curve = lockstep.errorCurve.attach(byId("curve-canvas"), playground);
      await curve.begin();
      const [rules, steps] = await hand.reach(Promise.all(
        [catalogue.kernels.optimizers, catalogue.kernels.steps].map(lockstep.kernels.load)));
      ({optimizers} = rules);
      inspector = lockstep.stepInspector.attach(playground, steps);
      playground.select = inspector.select;
      readColours();
      lockstep.theme.listen(() => { readColours(); playground.redraw(); });
      hand.follow(playground, {draw, settle});
      handle = lockstep.startHandle.attach(byId("surface-handle"), {
        map: () => lockstep.plane.mapping(playground.surface),
        start: () => state.start,
        move: start => {
          playground.change({start});
          lockstep.startBoxes.show(playground);
        },
      });
      lockstep.settings.listen(main, playground, {settings, picker: byId("optimizer-picker")});
      lockstep.startBoxes.listen(playground);
      lockstep.functionBox.listen(playground);
      lockstep.surfaceView.listen(playground);
      lockstep.linkedHover.listen(playground);
      lockstep.curveScale.listen(playground);
      lockstep.claims.listen(playground);
      const surfaceDrawn = hand.takeOver(playground, main, {
        draw,
        taken: meta => { if (lockstep.functionBox.answered(playground, meta)) adopt(); },
      });
      playground.surface.on("plotly_afterplot", surfaceDrawn);
      playground.surface.on("plotly_relayouting", playground.redraw);
      legend = lockstep.curveLegend.attach(byId("curve-legend"), playground, curve.followLegend);
      playground.curve.on("plotly_afterplot", () => { playground.redraw(); legend.show(); });
      const sizes = new ResizeObserver(resized);
      for (const id of ["surface-canvas", "curve-canvas"]) sizes.observe(byId(id).parentElement);
      numbers = lockstep.runNumbers.attach(byId("run-numbers"), playground);
      await surfaceDrawn();
      tell();
      document.documentElement.dataset.ready = "true";
    };

    return playground;
  };

  /** Called by Dash once the layout is there. */
  lockstep.begin = (catalogue, state) => {
    if (!lockstep.playground) {
      lockstep.playground = create(structuredClone(state), catalogue);
      lockstep.playground.begin();
    }
    return dash_clientside.no_update;
  };
})((window.dash_clientside ??= {}).lockstep ??= {});
