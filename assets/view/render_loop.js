/* Render loop: changes are drawn in the next animation frame, and committed (address, live region, controls)
   once no pointer is down and nothing has changed for a while, also after Back and Forward. */

const commitAfter = 250;

/** @param {object} figure
    @param {(time: number, isChanged: boolean) => void} figure.draw `isChanged` is false in a frame that only goes on
      with the one before
    @param {() => void} figure.commit */
export const createRenderLoop = ({ draw, commit }) => {
  let frame = 0;
  let timer = 0;
  let isPointerDown = false;
  let isChanged = false;

  /** Go on drawing in the next frame. */
  const proceed = () => {
    if (frame) return;
    frame = requestAnimationFrame((time) => {
      const hasChanged = isChanged;
      frame = 0;
      isChanged = false;
      draw(time, hasChanged);
    });
  };

  /** Draw a change in the next frame. */
  const redraw = () => {
    isChanged = true;
    proceed();
  };

  /** Commit when nothing has changed for a while. */
  const commitLater = () => {
    clearTimeout(timer);
    timer = setTimeout(() => (isPointerDown ? commitLater() : commit()), commitAfter);
  };

  const commitNow = () => {
    clearTimeout(timer);
    commit();
  };

  /** Commit after the next frame, and not again later: for a choice made at once, such as another optimizer. */
  const commitSoon = () => requestAnimationFrame(() => requestAnimationFrame(commitNow));

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

  return { redraw, proceed, commitLater, commitSoon };
};
