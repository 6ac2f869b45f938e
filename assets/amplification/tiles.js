/* Small maps in a row: one for each of several settings, on the colours of the large one. Under a
   hand those in sight follow, a few in each frame; when it rests, all of them are up to date. */
import * as Numbers from "../view/numbers.js";
import * as AmplificationMap from "./map.js";

const cells = 72;
const budget = 4;
const side = 18;

/** Keep a row of small maps: `show(list)` takes {key, title, rule, settings, current}. */
const create = (root, {range, probe, scale, colours, theme, choose, hover, leave, redraw}) => {
  const tiles = new Map();
  let size = 0;
  const sight = new IntersectionObserver(changes => {
    for (const {target, isIntersecting} of changes) {
      const tile = [...tiles.values()].find(({button}) => button === target);
      if (tile) tile.seen = isIntersecting;
    }
    redraw();
  });

  const build = key => {
    const button = document.createElement("button"), canvas = document.createElement("canvas");
    const title = document.createElement("strong"), words = document.createElement("span");
    button.className = "tile";
    canvas.setAttribute("aria-hidden", "true");
    const place = document.createElement("span");
    place.className = "tile-map";
    place.append(canvas);
    button.append(title, place, words);
    const small = document.createElement("sub"), numbers = document.createTextNode("");
    small.textContent = "a";
    words.append("C", small, numbers);
    const map = AmplificationMap.create(cells);
    const tile = {button, canvas, title, numbers, map, drawn: "", when: 0, seen: false};
    sight.observe(button);
    button.addEventListener("click", () => choose(tile.shown));
    canvas.addEventListener("pointermove", event => {
      if (event.pointerType !== "mouse" || event.buttons) return;
      const box = canvas.getBoundingClientRect(), inner = box.width - side;
      const across = (event.clientX - box.x - side) / inner, up = 1 - (event.clientY - box.y) / inner;
      if (across < 0 || across > 1 || up < 0 || up > 1) return leave();
      hover(tile.shown, [across, up].map(share => (2 * share - 1) * range()), event);
    });
    canvas.addEventListener("pointerleave", leave);
    tiles.set(key, tile);
    return tile;
  };

  const paint = (tile, {rule, settings}) => {
    const {canvas, map} = tile, ratio = window.devicePixelRatio || 1, inner = size - side;
    if (canvas.width !== Math.round(size * ratio)) canvas.width = canvas.height = Math.round(size * ratio);
    const context = canvas.getContext("2d"), look = theme();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, size, size);
    map.fill(rule.kernel, settings, range());
    map.colour(scale(), colours());
    map.draw(context, {left: side, top: 0, width: inner, height: inner}, look, 1.2);
    context.strokeStyle = look.grid;
    context.lineWidth = 1;
    context.strokeRect(side + 0.5, 0.5, inner - 1, inner - 1);
    context.font = look.font;
    context.fillStyle = look.quiet;
    context.textAlign = "center";
    context.textBaseline = "alphabetic";
    context.fillText("g₁", side + inner / 2, size - 6);
    context.textBaseline = "middle";
    context.fillText("g₂", side / 2 - 1, inner / 2);
    tile.extent = map.extent();
    const [least, greatest] = tile.extent.map(Numbers.short);
    tile.numbers.data = least === greatest ? ` = ${least} throughout` : ` from ${least} to ${greatest}`;
  };

  /** Show these maps; what has not changed is not drawn again. Returns whether some are late. */
  const show = (list, look, all) => {
    for (const key of [...tiles.keys()]) {
      if (list.some(one => one.key === key)) continue;
      sight.unobserve(tiles.get(key).button);
      tiles.get(key).button.remove();
      tiles.delete(key);
    }
    const late = [];
    list.forEach((one, k) => {
      const tile = tiles.get(one.key) ?? build(one.key);
      tile.shown = one;
      if (root.children[k] !== tile.button) root.insertBefore(tile.button, root.children[k] ?? null);
      if (tile.title.textContent !== one.title) tile.title.textContent = one.title;
      const pressed = String(one.current);
      if (tile.button.getAttribute("aria-pressed") !== pressed) tile.button.setAttribute("aria-pressed", pressed);
      const asked = JSON.stringify([one.settings, range(), scale().rate, look]);
      if (tile.drawn !== asked && (all || tile.seen)) late.push({tile, one, asked});
    });
    if (late.length && !size) size = Math.round(late[0].tile.canvas.clientWidth);
    late.sort((a, b) => a.tile.when - b.tile.when);
    const end = performance.now() + budget;
    while (late.length && (all || performance.now() < end)) {
      const {tile, one, asked} = late.shift();
      paint(tile, one);
      tile.drawn = asked;
      tile.when = performance.now();
    }
    return late.length > 0;
  };

  /** The greatest value on a map, as far as it is drawn. */
  const greatest = key => tiles.get(key)?.extent?.[1] ?? -Infinity;

  /** The window has another size: measure and draw anew. */
  const resized = () => {
    size = 0;
    for (const tile of tiles.values()) tile.drawn = "";
  };

  return {greatest, resized, show};
};

export { create };
