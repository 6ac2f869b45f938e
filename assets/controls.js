/* The controls: sliders, number boxes and menus, each telling what the reader chose. */
(lockstep => {
  const rounded = (value, digits) => Number(value.toPrecision(digits));

  /** What a control's element says of it. */
  const specification = element => {
    const {control, scale, low, high, whole} = element.dataset;
    return {
      name: control,
      log: scale === "log",
      low: Number(low),
      high: Number(high),
      whole: whole === "true",
      slider: element.querySelector("input[type=range]"),
      box: element.querySelector("input[type=number]"),
      optimizer: element.closest("[data-optimizer]")?.dataset.optimizer ?? null,
    };
  };

  const position = (spec, value) => (spec.log ? Math.log10(value) : value);

  const sliderValue = spec => {
    const place = Number(spec.slider.value);
    const value = spec.log ? rounded(10 ** place, 3) : rounded(place, 6);
    const inside = Math.min(Math.max(value, spec.low), spec.high);
    return spec.whole ? Math.round(inside) : inside;
  };

  /** The value typed, or null while it is none. */
  const boxValue = spec => {
    const value = spec.box.valueAsNumber;
    const usable = value >= spec.low && value <= spec.high && (!spec.whole || value % 1 === 0);
    spec.box.toggleAttribute("aria-invalid", !usable);
    return usable ? value : null;
  };

  const say = (spec, value) =>
    spec.slider.setAttribute("aria-valuetext", lockstep.numbers.short(value));

  /** Show a value in a control without a word to Dash: for the time a hand is on it. */
  const show = (spec, value, except) => {
    if (spec.slider !== except) spec.slider.value = position(spec, value);
    if (spec.box !== except) spec.box.value = value;
    spec.box.removeAttribute("aria-invalid");
    say(spec, value);
  };

  /** Give Dash the value, so that what it draws next agrees with what is seen. */
  const settle = (spec, value) => {
    dash_clientside.set_props(spec.slider.id, {value: position(spec, value)});
    dash_clientside.set_props(spec.box.id, {value});
    say(spec, value);
  };

  /** Listen to every control below a node: `changed(spec, value)` takes what the reader set. */
  const listen = (root, {current, changed}) => {
    const specs = new Map();
    for (const element of root.querySelectorAll("[data-control]")) {
      const spec = specification(element);
      specs.set(spec.slider, spec).set(spec.box, spec);
      say(spec, spec.box.valueAsNumber);
    }
    root.addEventListener("input", ({target}) => {
      const spec = specs.get(target);
      if (!spec) return;
      const value = target === spec.slider ? sliderValue(spec) : boxValue(spec);
      if (value === null) return;
      show(spec, value, target);
      changed(spec, value);
    }, true);
    root.addEventListener("focusout", ({target}) => {
      const spec = specs.get(target);
      if (spec?.box === target) settle(spec, current(spec));
    });
    return [...new Set(specs.values())];
  };

  lockstep.controls = {listen, settle};
})((window.dash_clientside ??= {}).lockstep ??= {});
