/* Small maps in a row: one for each of several settings, on the colours of the large one. While a slider
   is dragged those in the viewport are redrawn, a few in each frame; a commit draws all of them. */
import { setText } from "../view/dom.js";
import { short } from "../view/numbers.js";
import { createMap } from "./map.js";

const cells = 72;
const frameBudget = 4;
const labelSpace = 18;

/** @typedef {ReturnType<typeof buildTile>} Tile */

/** A button with a canvas for a map, its title and its extent in numbers. */
const buildTile = () => {
  const button = document.createElement("button");
  const canvas = document.createElement("canvas");
  const title = document.createElement("strong");
  const label = document.createElement("span");
  const place = document.createElement("span");
  const index = document.createElement("sub");
  const numbers = document.createTextNode("");
  button.className = "tile";
  canvas.setAttribute("aria-hidden", "true");
  place.className = "tile-map";
  place.append(canvas);
  index.textContent = "a";
  label.append("C", index, numbers);
  button.append(title, place, label);
  return {
    button,
    canvas,
    title,
    numbers,
    map: createMap(cells),
    shown: /** @type {SmallMap | null} */ (null),
    extent: [Number.NaN, Number.NaN],
    drawn: "",
    when: 0,
    visible: false,
  };
};

/** Draw a tile's map with the names of its axes.
    @param {Tile} tile
    @param {SmallMap} one
    @param {number} size in pixels
    @param {number} range
    @param {ColourScale} scale
    @param {MapTheme} theme */
const drawTile = (tile, { rule, settings }, size, range, scale, theme) => {
  const { canvas, map } = tile;
  const ratio = window.devicePixelRatio || 1;
  const inner = size - labelSpace;
  if (canvas.width !== Math.round(size * ratio)) canvas.width = canvas.height = Math.round(size * ratio);
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, size, size);
  map.fill(rule.kernel, settings, range);
  map.colour(scale, theme.colours);
  map.draw(context, { left: labelSpace, top: 0, width: inner, height: inner }, theme.ink, 1.2);
  context.strokeStyle = theme.grid;
  context.lineWidth = 1;
  context.strokeRect(labelSpace + 0.5, 0.5, inner - 1, inner - 1);
  context.font = theme.font;
  context.fillStyle = theme.quiet;
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  context.fillText("g₁", labelSpace + inner / 2, size - 6);
  context.textBaseline = "middle";
  context.fillText("g₂", labelSpace / 2 - 1, inner / 2);
  tile.extent = map.extent();
  const [least, greatest] = tile.extent.map(short);
  tile.numbers.data = least === greatest ? ` = ${least} throughout` : ` from ${least} to ${greatest}`;
};

/** The gradients under a pointer, or null beside the map.
    @param {HTMLCanvasElement} canvas
    @param {PointerEvent} event
    @param {number} range */
const gradientsAt = (canvas, event, range) => {
  const { x, y, width } = canvas.getBoundingClientRect();
  const inner = width - labelSpace;
  const shares = [(event.clientX - x - labelSpace) / inner, 1 - (event.clientY - y) / inner];
  return shares.every((share) => share >= 0 && share <= 1)
    ? shares.map((share) => (2 * share - 1) * range)
    : null;
};

/** Keep a row of small maps.
    @param {HTMLElement} root
    @param {{state: AmplificationState, choose: (one: SmallMap) => void, redraw: () => void, hover: (one: SmallMap, gradients: number[], event: PointerEvent) => void, leave: () => void}} figure */
export const createTiles = (root, { state, choose, hover, leave, redraw }) => {
  /** @type {Map<string, Tile>} */
  const tiles = new Map();
  let size = 0;
  const visibility = new IntersectionObserver((changes) => {
    for (const { target, isIntersecting } of changes) {
      const tile = [...tiles.values()].find(({ button }) => button === target);
      if (tile) tile.visible = isIntersecting;
    }
    redraw();
  });

  /** @param {string} key */
  const add = (key) => {
    const tile = buildTile();
    const { button, canvas } = tile;
    visibility.observe(button);
    button.addEventListener("click", () => tile.shown && choose(tile.shown));
    canvas.addEventListener("pointermove", (event) => {
      if (event.pointerType !== "mouse" || event.buttons) return;
      const gradients = gradientsAt(canvas, event, state.range);
      if (gradients && tile.shown) hover(tile.shown, gradients, event);
      else leave();
    });
    canvas.addEventListener("pointerleave", leave);
    tiles.set(key, tile);
    return tile;
  };

  /** @param {SmallMap[]} list */
  const removeOthers = (list) => {
    for (const [key, { button }] of tiles) {
      if (list.some((one) => one.key === key)) continue;
      visibility.unobserve(button);
      button.remove();
      tiles.delete(key);
    }
  };

  /** Put a tile in its place, with its title.
      @param {SmallMap} one
      @param {number} k */
  const arrange = (one, k) => {
    const tile = tiles.get(one.key) ?? add(one.key);
    tile.shown = one;
    if (root.children[k] !== tile.button) root.insertBefore(tile.button, root.children[k] ?? null);
    setText(tile.title, one.title);
    tile.button.setAttribute("aria-pressed", String(one.current));
    return tile;
  };

  /** Show these maps; what has not changed is not drawn again. Returns whether some are still to be drawn.
      @param {SmallMap[]} list
      @param {ColourScale} scale
      @param {MapTheme} theme
      @param {boolean} all draw all of them, or as many of the visible ones as fit into a frame */
  const show = (list, scale, theme, all) => {
    removeOthers(list);
    const late = list
      .map((one, k) => {
        const { rule, settings } = one;
        const wanted = JSON.stringify([settings, state.range, scale.rate, theme.name, rule.name]);
        return { tile: arrange(one, k), one, wanted };
      })
      .filter(({ tile, wanted }) => tile.drawn !== wanted && (all || tile.visible))
      .sort((a, b) => a.tile.when - b.tile.when);
    if (late.length && !size) size = Math.round(late[0].tile.canvas.clientWidth);
    const end = performance.now() + frameBudget;
    while (late.length && (all || performance.now() < end)) {
      const { tile, one, wanted } = late[0];
      drawTile(tile, one, size, state.range, scale, theme);
      tile.drawn = wanted;
      tile.when = performance.now();
      late.shift();
    }
    return late.length > 0;
  };

  /** The greatest value on a map, as far as it is drawn.
      @param {string} key */
  const greatest = (key) => tiles.get(key)?.extent[1] ?? Number.NaN;

  /** Measure and draw again: the window has another size. */
  const resize = () => {
    size = 0;
    for (const tile of tiles.values()) tile.drawn = "";
  };

  return { greatest, resize, show };
};
