/* Fading: the picture of the stop before, above the new one, until it has faded. It moves with the camera. */

const duration = 320;

/** @param {HTMLCanvasElement[]} layers from the lowest */
export const createFading = (layers) => {
  const canvas = document.createElement("canvas");
  canvas.className = "fading";
  canvas.hidden = true;
  canvas.setAttribute("aria-hidden", "true");
  layers[layers.length - 1].after(canvas);
  /** @type {Animation | null} */
  let animation = null;
  /** @type {{left: number, top: number, scale: number} | null} */
  let taken = null;

  const end = () => {
    animation?.cancel();
    animation = null;
    canvas.hidden = true;
    canvas.width = canvas.height = 0;
  };

  return {
    /** Take the present picture.
        @param {PlotMapping} map that it was drawn in
        @param {boolean} follows whether it moves with the camera */
    begin: (map, follows) => {
      end();
      canvas.width = layers[0].width;
      canvas.height = layers[0].height;
      const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
      for (const layer of layers) context.drawImage(layer, 0, 0);
      taken = follows ? { left: map.valueX(0), top: map.valueY(0), scale: map.x(1) - map.x(0) } : null;
      canvas.style.transform = "none";
      canvas.hidden = false;
      animation = canvas.animate([{ opacity: 1 }, { opacity: 0 }], { duration });
      animation.onfinish = end;
    },
    /** @param {PlotMapping} map of the new picture */
    follow: (map) => {
      if (!taken || canvas.hidden) return;
      const { left, top, scale } = taken;
      const enlarged = (map.x(1) - map.x(0)) / scale;
      canvas.style.transform = `translate(${map.x(left)}px, ${map.y(top)}px) scale(${enlarged})`;
    },
    end,
  };
};
