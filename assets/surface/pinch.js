/* Pinch: two fingers zoom the surface. Plotly itself takes only one, and would pan. */

const mostDelta = 20; // of a wheel event, which is all that Plotly takes at once
const deltaPerE = 200; // of the wheel zooms by a factor of e

/** Turn a pinch on the plot below a stage into Plotly's wheel events, at the place between the fingers.
    @param {HTMLElement} stage */
export const zoomByPinch = (stage) => {
  let distance = 0;

  /** @param {TouchEvent} event */
  const follow = (event) => {
    const { target, touches, type } = event;
    if (touches.length !== 2 || !(target instanceof Element) || !target.matches(".nsewdrag")) return;
    event.preventDefault();
    event.stopPropagation();
    const [a, b] = touches;
    const now = Math.hypot(b.clientX - a.clientX, b.clientY - a.clientY);
    const place = { clientX: (a.clientX + b.clientX) / 2, clientY: (a.clientY + b.clientY) / 2 };
    if (type === "touchstart") distance = now;
    let rest = deltaPerE * Math.log(distance / now);
    distance = now;
    while (rest) {
      const deltaY = Math.max(-mostDelta, Math.min(mostDelta, rest));
      rest -= deltaY;
      const options = { ...place, deltaY, ctrlKey: true, bubbles: true, cancelable: true };
      target.dispatchEvent(new WheelEvent("wheel", options));
    }
  };
  stage.addEventListener("touchstart", follow, { capture: true, passive: false });
  stage.addEventListener("touchmove", follow, { capture: true, passive: false });
};
