/* The playground's conductor: what a hand changes is drawn in the next frame, without a request,
   and told to Plotly, to Dash and to the address once the hand rests. */
(lockstep => {
  const restAfter = 250;
  const byId = id => document.getElementById(id);

  const create = (state, catalogue) => {
    const settings = Object.fromEntries(
      Object.entries(catalogue.optimizers).map(([key, {defaults}]) => [key, {...defaults}]));
    settings[state.runs[0].optimizer] = state.runs[0].settings;

    const playground = {
      state, catalogue, settings,
      home: state.view, marked: null, kernel: null, trajectory: null, pending: null,
      get rule() { return catalogue.optimizers[state.runs[0].optimizer]; },
      get surface() { return lockstep.plane.figure("surface-graph"); },
      get curve() { return lockstep.plane.figure("curve-graph"); },
    };
    let kernelAddress, optimizers, layer, curve, handle, colours;
    let frame = 0, timer = 0, held = false, shown = null;

    /** Take a change of the state: drawn at the next frame, settled when the hand rests. */
    playground.change = part => {
      Object.assign(state, part);
      playground.redraw();
      playground.later();
    };

    playground.redraw = () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        draw();
      });
    };

    playground.later = () => {
      clearTimeout(timer);
      timer = setTimeout(() => (held ? playground.later() : settle()), restAfter);
    };

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

    const run = () => {
      const {optimizer, settings: chosen} = state.runs[0];
      playground.trajectory =
        lockstep.kernels.descend(optimizers[optimizer], playground.kernel, state, chosen);
    };

    const draw = () => {
      if (!playground.kernel || !playground.surface || !playground.curve) return;
      run();
      drawSurface();
      curve.draw(colours);
      tellOutcome();
    };

    const drawSurface = () => {
      const map = lockstep.plane.mapping(playground.surface);
      handle.place();
      lockstep.layer.trajectory(
        layer.context, map, playground.trajectory, colours.ramp, colours, playground.marked);
    };

    const tellOutcome = () => {
      const {short} = lockstep.numbers, {columns, rows, stopped} = playground.trajectory;
      const said = {
        name: playground.rule.name,
        steps: String(rows - 1),
        first: short(columns.E[0]),
        last: short(columns.E[rows - 1]),
        stopped: stopped ?? "",
      };
      for (const part of byId("outcome").children) {
        const text = said[part.dataset.part];
        if (text !== undefined && part.textContent !== text) part.textContent = text;
      }
    };

    /** Tell Plotly, Dash and the address what is seen. */
    const settle = async () => {
      const {surface, trajectory} = playground;
      if (!playground.kernel || !surface || !playground.curve) return;
      handle.name();
      lockstep.startBoxes.settle(playground);
      lockstep.settings.settle(playground);
      dash_clientside.set_props("state", {data: structuredClone(state)});
      const {address} = lockstep;
      address.tell("playground", address.parts({...state, E: surface.layout.meta.E}, catalogue));
      lockstep.settle.surface(surface, trajectory);
      await curve.settle();
      draw();
      document.documentElement.dataset.settled = String(performance.now());
    };
    playground.settle = settle;

    /** Settle after the next frame: for a choice made at once, such as another optimizer. */
    playground.settleSoon = () => requestAnimationFrame(() => requestAnimationFrame(settle));

    /** Wait for something from the server; say so where it cannot be had. The figure stays a picture. */
    const reach = async promise => {
      const notice = byId("page-notice");
      try {
        const found = await promise;
        notice.hidden = notice.childElementCount === 0;
        return found;
      } catch (error) {
        notice.textContent = "The figures cannot follow your hand: check the connection and reload the page.";
        notice.hidden = false;
        throw error;
      }
    };

    /** After Plotly has drawn the surface: take over, with the kernel of the function it shows. */
    const surfaceDrawn = async () => {
      const {meta} = playground.surface.layout, {kernel: address} = meta;
      if (address !== kernelAddress) {
        document.documentElement.classList.remove("is-live");
        playground.kernel = null;
        const module = await reach(lockstep.kernels.load(address));
        if (playground.surface.layout.meta.kernel !== address) return;
        [playground.kernel, kernelAddress] = [module, address];
      }
      if (meta !== shown && meta.typed === playground.pending?.part.E) adopt();
      shown = meta;
      draw();
      document.documentElement.classList.add("is-live");
      document.documentElement.dataset.ready = "true";
    };

    /** What was asked for is on the surface: what was asked with it holds from now on. */
    const adopt = () => {
      const {part} = playground.pending, {go, viewOf} = lockstep.surfaceView;
      playground.pending = playground.marked = null;
      Object.assign(state, part);
      if (part.view) playground.home = part.view;
      if (part.runs) lockstep.settings.take(byId("playground-figure"), playground);
      if (viewOf(playground.surface).join() !== state.view.join()) {
        // The reader has zoomed since asking: that view stays.
        go(playground.surface, state.view).then(playground.askView);
      }
      lockstep.startBoxes.show(playground);
      playground.later();
    };

    const resized = () => {
      layer.fit();
      curve.fit();
      draw();
    };

    playground.begin = async () => {
      const main = byId("playground-figure");
      lockstep.showFormulas(main);
      while (!playground.surface || !playground.curve) await new Promise(requestAnimationFrame);
      layer = lockstep.layer.sharp(byId("surface-canvas"));
      curve = lockstep.errorCurve.attach(byId("curve-canvas"), playground);
      ({optimizers} = await reach(lockstep.kernels.load("kernels/optimizers.js")));
      readColours();
      lockstep.theme.listen(() => { readColours(); playground.redraw(); });
      window.addEventListener("pointerdown", () => { held = true; }, true);
      for (const end of ["pointerup", "pointercancel"]) {
        window.addEventListener(end, () => { held = false; }, true);
      }
      handle = lockstep.startHandle.attach(byId("surface-handle"), {
        map: () => lockstep.plane.mapping(playground.surface),
        start: () => state.start,
        move: start => {
          playground.change({start});
          lockstep.startBoxes.show(playground);
        },
      });
      lockstep.settings.listen(main, playground);
      lockstep.startBoxes.listen(playground);
      lockstep.functionBox.listen(playground);
      lockstep.surfaceView.listen(playground);
      lockstep.linkedHover.listen(playground);
      lockstep.curveScale.listen(playground);
      lockstep.claims.listen(playground);
      playground.surface.on("plotly_afterplot", surfaceDrawn);
      playground.surface.on("plotly_relayouting", playground.redraw);
      playground.curve.on("plotly_afterplot", playground.redraw);
      playground.curve.on("plotly_restyle", () => lockstep.settle.followLegend(playground.curve));
      new ResizeObserver(resized).observe(byId("surface-canvas").parentElement);
      await surfaceDrawn();
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
