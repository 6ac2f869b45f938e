/* Another figure of the page in place of the surface: it is loaded when its stop comes near, alone in a frame. */
import { encode } from "../state/encoding.js";
import { themeName } from "../view/theme.js";

/** @param {HTMLIFrameElement} frame
    @param {HTMLElement} figure */
export const createEmbedded = (frame, figure) => {
  /** The figure of a stop in the colours of the page.
      @param {TourStop} stop */
  const address = ({ figure: key, query }) =>
    `./?embed=${encode(key)}&theme=${themeName()}${query ? `&${query}` : ""}`;

  /** @param {TourStop} stop */
  const load = (stop) => {
    const url = address(stop);
    if (frame.getAttribute("src") === url) return;
    frame.src = url;
    frame.title = stop.title;
  };

  return {
    /** Load the figure of a stop that comes near.
        @param {TourStop} stop */
    approach: (stop) => {
      if (stop.figure && frame.hidden) load(stop);
    },
    /** Show the figure of a stop, or the tour's own.
        @param {TourStop} stop */
    show: (stop) => {
      if (stop.figure) load(stop);
      frame.hidden = !stop.figure;
      figure.classList.toggle("elsewhere", Boolean(stop.figure));
    },
  };
};
