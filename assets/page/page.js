/* The page around the figures: its colours, and figures that arrive when they come near. */
import * as Theme from "../view/theme.js";

const near = "300px";

/** Ask for a figure once its place is near the window. */
const awaitFigures = () => {
  const asked = new IntersectionObserver(seen => {
    for (const {isIntersecting, target} of seen) {
      if (!isIntersecting) continue;
      asked.unobserve(target);
      dash_clientside.set_props(`${target.id}-place-asked`, {data: location.search.slice(1)});
    }
  }, {rootMargin: `${near} 0px`});
  for (const frame of document.querySelectorAll(".frame[data-here=false]")) asked.observe(frame);
};

/** A page that was opened at a figure goes there: the browser looked before it was there. */
const goToAnchor = () => {
  if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
};

/** Called by Dash once the page is there. */
export const beginPage = () => {
  const switcher = document.getElementById("page-theme");
  if (switcher) Theme.attach(switcher);
  document.getElementById("page-whole")?.setAttribute("href", location.pathname);
  awaitFigures();
  goToAnchor();
  return dash_clientside.no_update;
};
