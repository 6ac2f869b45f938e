/* The legend of the error curve: a button for every curve of the rule, which shows or hides it. */
import { setText } from "../view/dom.js";
import { lineStyles, toggleCurve } from "./curve_lines.js";

/** Bind the legend.
    @param {HTMLElement} root
    @param {Playground} playground
    @param {{changed: () => void}} options called when a reader has shown or hidden a curve
    @returns `draw()` shows the curves of the rule that is drawn */
export const createCurveLegend = (root, playground, { changed }) => {
  const buttons = [...root.querySelectorAll("button")];
  const styles = lineStyles(playground.catalogue.palette.light);

  const draw = () => {
    buttons.forEach((button, k) => {
      const curve = playground.rule.curves[k];
      button.hidden = !curve;
      if (!curve) return;
      setText(/** @type {Element} */ (button.lastElementChild), curve.name);
      const pressed = String(playground.shown.has(curve.name));
      if (button.getAttribute("aria-pressed") !== pressed) button.setAttribute("aria-pressed", pressed);
    });
  };

  buttons.forEach((button, k) => {
    const { color, dash } = styles[k];
    button.style.setProperty("--curve", color);
    button.firstElementChild?.classList.add(dash);
    button.addEventListener("click", () => {
      const curve = playground.rule.curves[k];
      if (!curve) return;
      toggleCurve(playground.shown, curve);
      draw();
      changed();
    });
  });

  return { draw };
};
