/* Small maps in a row: one for each of several settings, on the colours of the large one. */
(lockstep => {
  const cells = 72;
  const side = 18;

  /** Keep a row of small maps: `show(list)` takes {key, title, rule, settings, current}. */
  const create = (root, {range, probe, scale, colours, theme, choose, hover, leave}) => {
    const tiles = new Map();

    const build = key => {
      const button = document.createElement("button"), canvas = document.createElement("canvas");
      const title = document.createElement("strong"), words = document.createElement("span");
      button.className = "tile";
      canvas.setAttribute("aria-hidden", "true");
      const place = document.createElement("span");
      place.className = "tile-map";
      place.append(canvas);
      button.append(title, place, words);
      const tile = {button, canvas, title, words, map: lockstep.amplificationMap.create(cells), drawn: ""};
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
      const {canvas, map} = tile, ratio = window.devicePixelRatio || 1;
      const size = Math.round(canvas.clientWidth), inner = size - side;
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
      context.textBaseline = "bottom";
      context.fillText("g₁", side + inner / 2, size + 1);
      context.textBaseline = "middle";
      context.fillText("g₂", side / 2 - 1, inner / 2);
      tile.extent = map.extent();
      const [least, greatest] = tile.extent.map(lockstep.numbers.short), small = document.createElement("sub");
      small.textContent = "a";
      tile.words.replaceChildren("C", small, least === greatest ? ` = ${least} throughout` : ` from ${least} to ${greatest}`);
    };

    /** Show these maps; what has not changed is not drawn again. */
    const show = (list, look) => {
      for (const key of [...tiles.keys()]) {
        if (list.some(one => one.key === key)) continue;
        tiles.get(key).button.remove();
        tiles.delete(key);
      }
      list.forEach((one, k) => {
        const tile = tiles.get(one.key) ?? build(one.key);
        tile.shown = one;
        if (root.children[k] !== tile.button) root.insertBefore(tile.button, root.children[k] ?? null);
        if (tile.title.textContent !== one.title) tile.title.textContent = one.title;
        const pressed = String(one.current);
        if (tile.button.getAttribute("aria-pressed") !== pressed) tile.button.setAttribute("aria-pressed", pressed);
        const drawn = JSON.stringify([one.settings, range(), scale().rate, look, root.clientWidth]);
        if (tile.drawn !== drawn) paint(tile, one);
        tile.drawn = drawn;
        one.greatest = tile.extent[1];
      });
    };

    return {show};
  };

  lockstep.amplificationTiles = {create};
})((window.dash_clientside ??= {}).lockstep ??= {});
