/* The switch between a linear and a logarithmic error axis. */

/** Bind the switch.
    @param {HTMLElement} root
    @param {{changed: (scale: "linear" | "log") => void}} options */
export const createCurveScale = (root, { changed }) => {
  const buttons = [...root.querySelectorAll("button")];
  for (const button of buttons) {
    button.addEventListener("click", () => {
      for (const other of buttons) other.setAttribute("aria-pressed", String(other === button));
      changed(/** @type {"linear" | "log"} */ (button.value));
    });
  }
};
