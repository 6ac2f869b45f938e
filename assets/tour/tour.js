/* Entry module of the tour: scrolling chooses a stop, the stop sets the figure, one control stays live. */
import { byId } from "../view/dom.js";
import { showFormulas } from "../view/formulas.js";
import { attachThemeButton, startTheme } from "../view/theme.js";
import { createTourFigure } from "./figure.js";
import { prepareLinks } from "./linked.js";
import { startPrinting } from "./print.js";
import { markContents, setTabStops, watchScroll } from "./scroll.js";
import { keepTextSteady } from "./steady_text.js";

const page = document.documentElement;

/** The stop that the address names.
    @param {TourStop[]} stops */
const namedStop = (stops) => stops.findIndex(({ key }) => `#${key}` === location.hash);

/** Tell that the figure could not be loaded: the stills are shown instead. */
const fail = () => {
  page.dataset.live = "failed";
  const notice = byId("page-notice");
  if (!notice) return;
  notice.textContent = "A part of this page could not be loaded: check the connection and reload the page.";
  notice.hidden = false;
};

const begin = () => {
  /** @type {TourData} */
  const data = JSON.parse(byId("tour-data").textContent);
  const { stops } = data;
  const sections = stops.map(({ key }) => /** @type {HTMLElement} */ (byId(key)));
  const element = /** @type {HTMLElement} */ (document.querySelector(".tour-figure"));
  element.hidden = false;
  startPrinting(sections);
  for (const [k, section] of sections.entries()) prepareLinks(section, stops[k]);
  keepTextSteady(sections);
  const figure = createTourFigure(element, data, sections);
  window.lockstep = { tour: figure };
  showFormulas(element);

  /** @param {number} index */
  const arrive = (index) => {
    if (index === figure.index) return;
    for (const [k, section] of sections.entries()) setTabStops(section, k === index);
    markContents(stops, index);
    figure.go(index).then(() => {
      page.dataset.ready = "true";
    }, fail);
  };

  const named = namedStop(stops);
  // The stills have left the page since the browser looked for the anchor.
  if (named > 0) sections[named].scrollIntoView();
  arrive(Math.max(named, 0));
  watchScroll(sections, { arrive, approach: (index) => figure.approach(index).catch(() => {}) });
};

startTheme();
const themeButton = byId("theme");
if (themeButton) attachThemeButton(themeButton);
begin();
