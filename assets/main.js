/* Entry module: what Dash calls (see boot.js). A figure's modules are loaded once it is on the page. */
import { getJson } from "./engine/requests.js";
import { loadOrNotify } from "./page/notice.js";
import * as page from "./page/page.js";
import { shownSearch } from "./state/address.js";
import { showFormulas } from "./view/formulas.js";
import { startTheme } from "./view/theme.js";

export { deferredControls } from "./controls/deferred_controls.js";

/** Debug handle of tests and benchmarks: the live figures, by name. */
window.lockstep = {};

startTheme();
showFormulas(document.documentElement);

/** The page's components; boot.js has started the first request.
    @param {string} url
    @param {Promise<Response>} first */
export const loadPage = (url, first) => getJson(url, { first });

/** The components of a figure that has come near the window.
    @param {string} url */
export const loadFigure = (url) => loadOrNotify(getJson(url));

/** The module of a figure. A browser may remember that a module failed to load: the page starts again.
    @template T
    @param {Promise<T>} imported
    @returns {Promise<T>} */
const orRestart = async (imported) => {
  try {
    return await imported;
  } catch (error) {
    dash_clientside.lockstep.restart();
    throw error;
  }
};

/** The page's first figure, or the only one, once it is live.
    @returns {Promise<any>} */
const firstFigure = async () => {
  while (document.documentElement.dataset.ready !== "true") await new Promise(requestAnimationFrame);
  const key = document.querySelector(".frame")?.id;
  return Object.values(window.lockstep).find((figure) => figure.key === key);
};

/** The address of what is seen. */
const shownAddress = () => {
  const figures = Object.values(window.lockstep).filter(({ parts }) => parts);
  return `${location.origin}${location.pathname}${shownSearch(location.search, figures)}`;
};

/** Called by Dash once the page's content is there. */
export const beginPage = () =>
  page.beginPage({
    share: async () => {
      const { openShare } = await loadOrNotify(import("./share/share.js"));
      openShare(await firstFigure(), shownAddress);
    },
    export: async () => {
      const { openExport } = await loadOrNotify(import("./export/export.js"));
      openExport(await firstFigure(), shownAddress);
    },
  });

/** The first figure that is live, which the page's embedder speaks to.
    @type {(figure: Embeddable) => void} */
let firstIsLive;
/** @type {Promise<Embeddable>} */
const live = new Promise((resolve) => {
  firstIsLive = resolve;
});
/** @type {Promise<(event: MessageEvent) => void>} */
let embedding;

/** Take a message of a page that embeds this one.
    @param {MessageEvent} event */
export const hear = async (event) => {
  if (parent === window) return;
  embedding ??= import("./page/embedding.js").then(({ createEmbedding }) => createEmbedding(live));
  (await embedding)(event);
};

/** Start a figure once.
    @param {string} name
    @param {() => {root: HTMLElement, begin: () => unknown} & (Embeddable | {parts?: undefined})} create */
const begin = (name, create) => {
  if (!window.lockstep[name]?.root.isConnected) {
    const figure = create();
    window.lockstep[name] = figure;
    // Dash need not wait until the figure is live.
    Promise.resolve(figure.begin()).then(() => figure.parts && firstIsLive(figure));
  }
  return dash_clientside.no_update;
};

/** @param {Catalogue} catalogue
    @param {PlaygroundData} data */
export const beginPlayground = async (catalogue, data) => {
  const { createPlayground } = await orRestart(import("./playground/figure.js"));
  return begin("playground", () => createPlayground(structuredClone(data), catalogue));
};

/** @param {Catalogue} catalogue
    @param {TwoStepsData} data */
export const beginTwoSteps = async (catalogue, data) => {
  const { createTwoSteps } = await orRestart(import("./two_steps/figure.js"));
  return begin("twoSteps", () => createTwoSteps(structuredClone(data), catalogue));
};

/** @param {AmplificationCatalogue} catalogue
    @param {{state: AmplificationState}} data */
export const beginAmplification = async (catalogue, data) => {
  const { createAmplification } = await orRestart(import("./amplification/figure.js"));
  return begin("amplification", () => createAmplification(structuredClone(data), structuredClone(catalogue)));
};
