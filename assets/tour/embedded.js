/* Another figure of the page in place of the surface: it is loaded when its stop comes near, alone in a frame. */
import { encode } from "../state/encoding.js";
import { onThemeChange, themeName } from "../view/theme.js";

/** @param {HTMLIFrameElement} frame
    @param {HTMLElement} figure */
export const createEmbedded = (frame, figure) => {
  let shown = "";

  /** @param {TourStop} stop */
  const load = ({ key, title, figure: name, query }) => {
    if (shown === key) return;
    const url = `./?embed=${encode(name)}&theme=${themeName()}${query ? `&${query}` : ""}`;
    // Another address of the frame would be an entry of the browser's history.
    if (shown) frame.contentWindow?.location.replace(new URL(url, document.baseURI).href);
    else frame.src = url;
    frame.title = title;
    shown = key;
  };

  onThemeChange(() => {
    const inner = frame.contentDocument?.documentElement;
    if (shown && inner) inner.dataset.theme = themeName();
  });

  return {
    /** Load the figure of a stop that comes near.
        @param {TourStop} stop */
    approach: (stop) => {
      if (frame.hidden) load(stop);
    },
    /** Show the figure of a stop, or the tour's own.
        @param {TourStop} stop */
    show: (stop) => {
      if (stop.figure) load(stop);
      frame.hidden = !stop.figure;
      frame.dataset.figure = stop.figure;
      figure.classList.toggle("elsewhere", Boolean(stop.figure));
    },
  };
};
