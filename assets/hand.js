/* What follows a hand: drawn in the next frame, settled once the hand rests. */
(lockstep => {
  const restAfter = 250;

  /** Give a figure `redraw`, `later`, `change` and `settleSoon`: `draw()` shows its state, and
      `settle()` tells Plotly, Dash and the address of it. */
  const follow = (figure, {draw, settle}) => {
    let frame = 0, timer = 0, held = false;

    figure.redraw = () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        draw();
      });
    };

    figure.later = () => {
      clearTimeout(timer);
      timer = setTimeout(() => (held ? figure.later() : settle()), restAfter);
    };

    /** Take a change of the state: drawn at the next frame, settled when the hand rests. */
    figure.change = part => {
      Object.assign(figure.state, part);
      figure.redraw();
      figure.later();
    };

    /** Settle after the next frame: for a choice made at once, such as another optimizer. */
    figure.settleSoon = () => requestAnimationFrame(() => requestAnimationFrame(settle));

    window.addEventListener("pointerdown", () => { held = true; }, true);
    for (const end of ["pointerup", "pointercancel"]) {
      window.addEventListener(end, () => { held = false; }, true);
    }
  };

  /** Wait for something from the server; say so where it cannot be had. The figure stays a picture. */
  const reach = async promise => {
    const notice = document.getElementById("page-notice");
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

  /** What is called after Plotly has drawn a figure's surface: it loads the kernel of the function
      that is seen into `figure.kernel`, and tells `taken(meta)` once of every new surface. */
  const takeOver = (figure, root, {draw, taken}) => {
    let address, shown = null;
    return async () => {
      const {meta} = figure.surface.layout;
      if (meta.kernel !== address) {
        root.classList.remove("is-live");
        figure.kernel = null;
        const module = await reach(lockstep.kernels.load(meta.kernel));
        if (figure.surface.layout.meta.kernel !== meta.kernel) return;
        [figure.kernel, address] = [module, meta.kernel];
      }
      if (meta !== shown) taken(meta);
      shown = meta;
      draw();
      root.classList.add("is-live");
    };
  };

  lockstep.hand = {follow, reach, takeOver};
})((window.dash_clientside ??= {}).lockstep ??= {});
