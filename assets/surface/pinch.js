/* Two fingers zoom the surface: Plotly itself knows only one, and would move the view with it. */

const most = 20; // of the wheel's turn, which is all that Plotly takes at once
const turn = 200; // of the wheel zooms by a factor of e

const between = ([{clientX: x0, clientY: y0}, {clientX: x1, clientY: y1}]) =>
  ({apart: Math.hypot(x1 - x0, y1 - y0), clientX: (x0 + x1) / 2, clientY: (y0 + y1) / 2});

/** Let two fingers on a surface below a stage turn Plotly's wheel, at the place between them. */
export const zoomByPinch = stage => {
  let apart = 0;

  const follow = event => {
    if (event.touches.length !== 2 || !event.target.matches(".nsewdrag")) return;
    event.preventDefault();
    event.stopPropagation();
    const {apart: now, ...place} = between(event.touches);
    if (event.type === "touchstart") apart = now;
    let left = turn * Math.log(apart / now);
    apart = now;
    while (left) {
      const delta = Math.max(-most, Math.min(most, left));
      left -= delta;
      event.target.dispatchEvent(new WheelEvent("wheel", {
        ...place, deltaY: delta, ctrlKey: true, bubbles: true, cancelable: true,
      }));
    }
  };
  for (const type of ["touchstart", "touchmove"]) {
    stage.addEventListener(type, follow, {capture: true, passive: false});
  }
};
