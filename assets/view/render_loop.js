/* What follows a hand: drawn in the next frame, settled once the hand rests. */
import * as Kernels from "../engine/kernels.js";
import * as SurfaceView from "../surface/view.js";

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

/** What is called after Plotly has drawn a figure's surface: it tells `taken(meta)` once of every
    new surface, and loads the kernel of the function that is seen into `figure.kernel`. Until that
    is there, Plotly's own picture stands alone. */
const takeOver = (figure, root, {draw, taken}) => {
  let address, shown = null;

  const wait = () => {
    root.classList.remove("is-live");
    root.classList.toggle("is-waiting", address !== undefined);
    figure.kernel = null;
  };

  return async () => {
    const {meta} = figure.surface.layout;
    if (meta !== shown) {
      shown = meta;
      figure.byId("surface-unanswered").hidden = true;
      taken(meta);
    }
    if (meta.typed !== figure.state.E) {
      // The answer to an older question, which another one has overtaken.
      const {surface, state: {view}} = figure, {go, isAt} = SurfaceView;
      wait();
      if (!isAt(surface, view)) go(surface, view);
      figure.askView();
      return;
    }
    if (!figure.kernel || meta.kernel !== address) {
      wait();
      const module = await reach(Kernels.load(meta.kernel));
      if (figure.surface.layout.meta !== meta) return;
      // Not where the same kernel has come meanwhile: Plotly draws as often as it likes.
      if (address !== undefined && !figure.kernel) figure.later();
      [figure.kernel, address] = [module, meta.kernel];
    }
    draw();
    root.classList.remove("is-waiting");
    root.classList.add("is-live");
  };
};

export { follow, reach, takeOver };
