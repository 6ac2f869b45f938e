/* The page around the figures: theme switch, anchors, and figures that are loaded when they come near. */
import { pathOf } from "../state/address.js";
import { byId } from "../view/dom.js";
import { attachThemeButton } from "../view/theme.js";
import { startPrinting } from "./print.js";

const near = "300px";
const patience = 20_000;

/** Ask for a figure: Dash puts it into its place.
    @param {Element} frame */
const load = (frame) => {
  if (frame.getAttribute("data-here") === "true") return;
  frame.setAttribute("data-here", "true");
  const query = `m=${document.documentElement.dataset.version ?? ""}&${location.search.slice(1)}`;
  dash_clientside.set_props(`${frame.id}-place-asked`, { data: `figures/${frame.id}.json?${query}` });
};

/** Load figures once they are so near to the window.
    @param {string} margin */
const loadWithin = (margin) => {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        load(/** @type {Element} */ (target.closest(".frame")));
      }
    },
    { rootMargin: `${margin} 0px` },
  );
  for (const place of document.querySelectorAll(".frame[data-here=false] > .place")) observer.observe(place);
};

/** Load a figure once its place is near the window; until a reader scrolls, only what is in it. */
const loadNearFigures = () => {
  loadWithin("0px");
  addEventListener("scroll", () => loadWithin(near), { once: true, passive: true });
};

/** Load all figures, and wait until they are drawn, though not forever. */
const loadAllFigures = async () => {
  const frames = [...document.querySelectorAll(".frame[data-here]")];
  frames.forEach(load);
  const end = performance.now() + patience;
  const isThere = (/** @type {Element} */ frame) =>
    frame.querySelector("[data-ready=true], #playground-figure") !== null;
  while (!frames.every(isThere) && performance.now() < end) await new Promise(requestAnimationFrame);
};

/** Scroll to the anchor of the address: the browser looked for it before it was there. */
const goToAnchor = () => {
  if (location.hash) byId(location.hash.slice(1))?.scrollIntoView();
};

/** Called by Dash once the page's content is there.
    @param {Record<"share" | "export", () => unknown>} open the dialogs */
export const beginPage = (open) => {
  for (const [name, show] of Object.entries(open)) byId(`page-${name}`)?.addEventListener("click", show);
  const themeButton = byId("page-theme");
  if (themeButton) attachThemeButton(themeButton);
  byId("page-whole")?.setAttribute("href", pathOf(location));
  loadNearFigures();
  startPrinting(loadAllFigures);
  goToAnchor();
  return dash_clientside.no_update;
};
