/* The choice of an optimizer and what is set for it; the number of steps. */
(lockstep => {
  const showGroup = (root, optimizer) => {
    for (const group of root.querySelectorAll("[data-optimizer]")) {
      group.hidden = group.dataset.optimizer !== optimizer;
    }
  };

  /** Settings to begin with: a rule's defaults, for each rule, and what the run has for its own. */
  const initial = (run, {optimizers}) => ({
    ...Object.fromEntries(Object.entries(optimizers).map(([key, {defaults}]) => [key, {...defaults}])),
    [run.optimizer]: run.settings,
  });

  /** Listen to the controls of one of a figure's runs below a node, and to its number of steps if it
      is there too: `settings` are those of each rule, `picker` is the menu of optimizers, if it is there. */
  const listen = (root, figure, {settings, picker, run = 0}) => {
    const {state} = figure;
    const specs = lockstep.controls.listen(root, {
      current: spec => (spec.optimizer ? settings[spec.optimizer][spec.name] : state.steps),
      changed: (spec, value) => {
        if (!spec.optimizer) return figure.change({steps: value});
        settings[spec.optimizer][spec.name] = value;
        figure.change({});
      },
    });
    (figure.controls ??= []).push(...specs.map(spec => ({spec, settings, run})));
    if (!picker) return;
    picker.value = state.runs[run].optimizer;
    picker.addEventListener("change", () => {
      showGroup(root, picker.value);
      state.runs[run] = {optimizer: picker.value, settings: settings[picker.value]};
      figure.marked = null;
      figure.redraw();
      figure.settleSoon();
    });
  };

  /** Take the run of a state that came as a whole: its optimizer is chosen, its values are set. */
  const take = (main, {byId, controls, state: {steps, runs: [run]}, settings}) => {
    settings[run.optimizer] = run.settings;
    byId("optimizer-picker").value = run.optimizer;
    showGroup(main, run.optimizer);
    for (const {spec} of controls) {
      if (!spec.optimizer) lockstep.controls.show(spec, steps);
      else if (spec.optimizer === run.optimizer) lockstep.controls.show(spec, run.settings[spec.name]);
    }
  };

  /** Tell Dash the values of the controls that are seen. */
  const settle = ({controls, state}) => {
    for (const {spec, settings, run} of controls) {
      if (!spec.optimizer) lockstep.controls.settle(spec, state.steps);
      else if (spec.optimizer === state.runs[run].optimizer) {
        lockstep.controls.settle(spec, settings[spec.optimizer][spec.name]);
      }
    }
  };

  lockstep.settings = {initial, listen, settle, take};
})((window.dash_clientside ??= {}).lockstep ??= {});
