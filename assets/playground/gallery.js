/* Gallery: a dialog with small pictures of the presets and of the reader's own functions; choosing one sets its
   scene. The pictures of the presets come when it is opened first. */
import { getJson } from "../engine/requests.js";
import { withHeights } from "../surface/heights.js";
import { drawThumbnail } from "../surface/thumbnail.js";
import { byId } from "../view/dom.js";
import { announce } from "../view/live_region.js";
import { onThemeChange, themeName } from "../view/theme.js";
import { bindGridKeys } from "./grid_keys.js";

/** @typedef {import("../surface/thumbnail.js").SurfacePicture} SurfacePicture */
/** @typedef {{name: string, scene: StatePart, picture?: SurfacePicture}} Tile */

const gap = 8;
const mostOwn = 12;

/** Bind button and dialog.
    @param {Playground} playground
    @returns {FigureView} */
export const createGallery = (playground) => {
  const { catalogue } = playground;
  /** @type {HTMLButtonElement} */
  const button = byId("gallery-open");
  const [thumb] = button.getElementsByTagName("canvas");
  /** @type {HTMLDialogElement} */
  const dialog = byId("gallery");
  const [list] = dialog.getElementsByTagName("ul");

  /** Presets by key, then the reader's own functions by their canonical text.
      @type {Map<string, Tile>} */
  const tiles = new Map(
    Object.entries(catalogue.presets).map(([key, { name = key, ...scene }]) => [key, { name, scene }]),
  );
  let isLoaded = false;
  /** @type {SurfaceAnswer | null} */
  let drawn = null;

  const present = () => drawn?.preset ?? playground.E;
  const colours = () => catalogue.palette[themeName()].ground;

  /** @param {string} key
      @param {Tile} tile */
  const element = (key, { name }) => {
    const item = document.createElement("li");
    const choice = document.createElement("button");
    choice.type = "button";
    choice.value = key;
    choice.append(document.createElement("canvas"), name);
    if (key === present()) choice.setAttribute("aria-current", "true");
    item.append(choice);
    return item;
  };

  const drawPictures = () => {
    for (const choice of list.getElementsByTagName("button")) {
      const picture = tiles.get(choice.value)?.picture;
      if (picture) drawThumbnail(choice.getElementsByTagName("canvas")[0], picture, colours());
    }
  };

  /** Without an answer the names are there to be chosen, and the next opening asks again. */
  const loadPictures = async () => {
    isLoaded = true;
    try {
      const pictures = await getJson(`presets.json?m=${document.documentElement.dataset.version ?? ""}`);
      for (const [key, picture] of Object.entries(pictures)) {
        const tile = tiles.get(key);
        if (tile) tile.picture = withHeights(picture);
      }
      drawPictures();
    } catch {
      isLoaded = false;
    }
  };

  /** @param {string} name
      @param {number} pixels from the edge of the window */
  const place = (name, pixels) => dialog.style.setProperty(name, `${Math.max(gap, pixels)}px`);

  const open = () => {
    list.replaceChildren(...[...tiles].map(([key, tile]) => element(key, tile)));
    dialog.showModal();
    const { left, bottom } = button.getBoundingClientRect();
    const { width, height } = dialog.getBoundingClientRect();
    place("--left", Math.min(left - width / 2, innerWidth - width - gap));
    place("--top", Math.min(bottom + gap, innerHeight - height - gap));
    const [first] = list.getElementsByTagName("button");
    /** @type {HTMLElement} */ (list.querySelector("[aria-current]") ?? first).focus();
    drawPictures();
    if (!isLoaded) loadPictures();
  };

  /** @param {string} key */
  const choose = (key) => {
    const tile = tiles.get(key);
    if (!tile) return;
    playground.ask({ step: 1, ...tile.scene });
    announce(`${tile.name}. ${tile.scene.look ?? ""}`);
    dialog.close();
  };

  const showThumb = () => {
    drawn = playground.answer;
    drawThumbnail(thumb, drawn, colours());
    const name = drawn.preset ? tiles.get(drawn.preset)?.name : "your own";
    button.title = `Choose a surface: ${name}`;
    button.setAttribute("aria-label", button.title);
  };

  /** Keep the scene of a function of the reader's own, the latest of them. */
  const keepOwn = () => {
    const { answer, state } = playground;
    if (answer.preset) return;
    const { E, parameters, view, start, steps, runs, selected } = state;
    const scene = structuredClone({ E, parameters, view, start, steps, runs, selected });
    tiles.set(answer.E, { name: E, scene, picture: answer });
    const own = [...tiles.keys()].slice(Object.keys(catalogue.presets).length);
    if (own.length > mostOwn) tiles.delete(own[0]);
  };

  button.addEventListener("click", open);
  dialog.addEventListener("close", () => button.focus());
  dialog.addEventListener("click", ({ target }) => {
    const pressed = /** @type {Element} */ (target).closest("button");
    if (target === dialog || pressed?.className === "close") dialog.close();
    else if (pressed) choose(pressed.value);
  });
  bindGridKeys(list);
  onThemeChange(() => {
    showThumb();
    if (dialog.open) drawPictures();
  });

  return {
    draw: () => {
      if (playground.answer !== drawn) showThumb();
    },
    commit: keepOwn,
    fit: showThumb,
  };
};
