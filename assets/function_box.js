/* The box of the error function and the menu of presets: they ask the server, nothing else does. */
(lockstep => {
  const pause = 500;

  const listen = figure => {
    const {byId, catalogue} = figure;
    const box = byId("error-function-text"), menu = byId("error-function-preset");
    const message = byId("error-function-message");
    let timer, last = figure.state.E;

    const ask = (part, anew = false) => {
      clearTimeout(timer);
      if (part.E === last && !anew) return;
      last = part.E;
      figure.pending = {part, when: performance.now()};
      dash_clientside.set_props(figure.idOf("error-function-asked"), {data: figure.query(part)});
    };
    const typed = () => ask({E: box.value.trim()});

    /** Ask for a function together with what belongs to it: a preset's start, a claim's run. */
    figure.ask = part => {
      dash_clientside.set_props(box.id, {value: part.E});
      menu.value = Object.entries(catalogue.presets).find(([, {E}]) => E === part.E)?.[0] ?? "";
      ask(structuredClone(part), true);
    };

    box.addEventListener("input", () => {
      menu.value = "";
      clearTimeout(timer);
      timer = setTimeout(typed, pause);
    });
    box.addEventListener("keydown", event => { if (event.key === "Enter") typed(); });
    box.addEventListener("focusout", typed);
    menu.addEventListener("change", () => {
      const preset = catalogue.presets[menu.value];
      if (!preset) return box.focus();
      figure.ask(preset);
    });

    box.setAttribute("aria-describedby", message.id);
    const mark = () => box.setAttribute("aria-invalid", String(message.textContent !== ""));
    new MutationObserver(mark).observe(message, {childList: true, characterData: true, subtree: true});
  };

  lockstep.functionBox = {listen};
})((window.dash_clientside ??= {}).lockstep ??= {});
