/* The tour at rest: what it shows goes into the address, and to screen readers. */
import { byId, setText } from "../view/dom.js";
import { isSameValue, writeTourAddress } from "./address.js";
import { resultOf } from "./sentences.js";

/** @param {TourStop[]} stops
    @param {HTMLElement} canvas whose name is the result */
export const createRest = (stops, canvas) => {
  const page = document.documentElement;
  /** @param {number} index of the current stop
      @param {TourValue[]} values of all controls
      @param {TourScene | null} scene that is shown */
  return (index, values, scene) => {
    const held = stops.map((stop, k) => ({ stop, value: values[k] }));
    const isMoved = held.some(({ stop, value }) => !isSameValue(value, stop.opening));
    writeTourAddress(held, index > 0 || location.hash || isMoved ? stops[index].key : "");
    if (scene?.stop === stops[index]) {
      const result = resultOf(scene);
      canvas.setAttribute("aria-label", result);
      // Who only scrolls reads the page itself.
      const isInside = document.hasFocus() && document.activeElement !== document.body;
      if (isInside) setText(byId("tour-said"), result);
    }
    page.dataset.settled = String(performance.now());
  };
};
