/* The page around the figures: theme switch, anchors, and figures that are loaded when they come near. */
import { byId } from "../view/dom.js";
import { attachThemeButton } from "../view/theme.js";

const near = "300px";

/** Load a figure once its place is near the window. */
const loadNearFigures = () => {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        const query = new URLSearchParams(location.search);
        query.set("m", document.documentElement.dataset.version ?? "");
        dash_clientside.set_props(`${target.id}-place-asked`, { data: `figures/${target.id}.json?${query}` });
      }
    },
    { rootMargin: `${near} 0px` },
  );
  for (const frame of document.querySelectorAll(".frame[data-here=false]")) observer.observe(frame);
};

/** Scroll to the anchor of the address: the browser looked for it before it was there. */
const goToAnchor = () => {
  if (location.hash) byId(location.hash.slice(1))?.scrollIntoView();
};

/** Called by Dash once the page's content is there. */
export const beginPage = () => {
  const themeButton = byId("page-theme");
  if (themeButton) attachThemeButton(themeButton);
  byId("page-whole")?.setAttribute("href", location.pathname);
  loadNearFigures();
  goToAnchor();
  return dash_clientside.no_update;
};
