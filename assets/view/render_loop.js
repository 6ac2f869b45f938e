/* Render loop: changes are drawn in the next animation frame, and committed (address, live region, controls)
   once no pointer is down and nothing has changed for a while, also after Back and Forward. */

const commitAfter = 250;

/** @param {{draw: () => void, commit: () => void}} figure */
export const createRenderLoop = ({ draw, commit }) => {
  let frame = 0;
  let timer = 0;
  let isPointerDown = false;

  /** Draw in the next frame. */
  const redraw = () => {
    if (frame) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      draw();
    });
  };

  /** Commit when nothing has changed for a while. */
  const commitLater = () => {
    clearTimeout(timer);
    timer = setTimeout(() => (isPointerDown ? commitLater() : commit()), commitAfter);
  };

  /** Commit after the next frame: for a choice made at once, such as another optimizer. */
  const commitSoon = () => requestAnimationFrame(() => requestAnimationFrame(commit));

  addEventListener(
    "pointerdown",
    () => {
      isPointerDown = true;
    },
    true,
  );
  for (const end of ["pointerup", "pointercancel"])
    addEventListener(
      end,
      () => {
        isPointerDown = false;
      },
      true,
    );

  // Another entry of the browser's history has the address of another time.
  addEventListener("popstate", commitLater);

  return { redraw, commitLater, commitSoon };
};
