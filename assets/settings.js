/* The choice of an optimizer and what is set for it; the number of steps. */
(lockstep => {
  const byId = id => document.getElementById(id);
  let specs = [];

  const showGroup = (main, optimizer) => {
    for (const group of main.querySelectorAll("[data-optimizer]")) {
      group.hidden = group.dataset.optimizer !== optimizer;
    }
  };

  const listen = (main, playground) => {
    const {state, settings} = playground;
    specs = lockstep.controls.listen(main, {
      current: spec => (spec.optimizer ? settings[spec.optimizer][spec.name] : state.steps),
      changed: (spec, value) => {
        if (!spec.optimizer) return playground.change({steps: value});
        settings[spec.optimizer][spec.name] = value;
        playground.change({});
      },
    });
    const picker = byId("optimizer-picker");
    picker.value = state.runs[0].optimizer;
    picker.addEventListener("change", () => {
      showGroup(main, picker.value);
      state.runs[0] = {optimizer: picker.value, settings: settings[picker.value]};
      playground.marked = null;
      playground.redraw();
      playground.settleSoon();
    });
  };

  /** Take the run of a state that came as a whole: its optimizer is chosen, its values are set. */
  const take = (main, {state: {runs: [run]}, settings}) => {
    settings[run.optimizer] = run.settings;
    byId("optimizer-picker").value = run.optimizer;
    showGroup(main, run.optimizer);
  };

  /** Tell Dash the values of the controls that are seen. */
  const settle = ({state, settings}) => {
    for (const spec of specs) {
      if (!spec.optimizer) lockstep.controls.settle(spec, state.steps);
      else if (spec.optimizer === state.runs[0].optimizer) {
        lockstep.controls.settle(spec, settings[spec.optimizer][spec.name]);
      }
    }
  };

  lockstep.settings = {listen, settle, take};
})((window.dash_clientside ??= {}).lockstep ??= {});
