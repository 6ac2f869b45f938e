/* Tooltip of the maps, and the click or tap on the large one that moves the probe. */
import { byId, onEscape, pointerPixel } from "../view/dom.js";
import { createCard } from "./two_steps.js";

const clickRadius = 6;
const room = 8;
const beside = 18;

/** The tooltip of all maps: beside the pointer, wherever on the figure that is, and inside the window.
    @param {HTMLElement} card */
export const createTooltip = (card) => {
  const update = createCard(card);
  const stage = /** @type {HTMLElement} */ (card.parentElement);
  const hide = () => {
    card.hidden = true;
  };
  onEscape(hide);

  /** @param {TwoSteps} steps
      @param {PointerEvent} event
      @param {string} [title] */
  const show = (steps, event, title) => {
    update(steps, title);
    card.hidden = false;
    const [x, y] = pointerPixel(event, stage);
    const { x: left, y: top } = stage.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = card;
    const rightmost = document.documentElement.clientWidth - left - width - room;
    const lowest = innerHeight - top - height - room;
    const across = x + beside > rightmost ? Math.max(room - left, x - beside - width) : x + beside;
    const down = Math.max(room - top, Math.min(y - height / 2, lowest));
    card.style.transform = `translate(${Math.round(across)}px, ${Math.round(down)}px)`;
  };
  return { hide, show };
};

/** Let pointers read the large map and move the probe.
    @param {{map: () => PlotMapping, steps: (gradients: number[]) => TwoSteps, tooltip: ReturnType<typeof createTooltip>, change: (part: Partial<AmplificationState>) => void}} figure */
export const listenToLargeMap = ({ map, steps, tooltip, change }) => {
  const handle = byId("amplification-handle");
  const stage = /** @type {HTMLElement} */ (handle.parentElement);
  /** @type {[number, number] | null} */
  let down = null;

  /** @param {PointerEvent} event
      @returns {[number, number] | null} */
  const gradients = (event) => {
    const { left, top, width, height, valueX, valueY } = map();
    const [x, y] = pointerPixel(event, stage);
    const inside = x >= left && x <= left + width && y >= top && y <= top + height;
    return inside ? [valueX(x), valueY(y)] : null;
  };

  stage.addEventListener("pointermove", (event) => {
    const found = gradients(event);
    stage.classList.toggle("is-over-map", found !== null);
    if (found && event.pointerType === "mouse" && !event.buttons) tooltip.show(steps(found), event);
    else tooltip.hide();
  });
  stage.addEventListener("pointerleave", () => {
    down = null;
    tooltip.hide();
  });
  stage.addEventListener("pointerdown", (event) => {
    const meant = event.isPrimary && event.button === 0 && event.target !== handle;
    down = meant ? pointerPixel(event, stage) : null;
  });
  stage.addEventListener("pointerup", (event) => {
    const probe = gradients(event);
    const [x, y] = pointerPixel(event, stage);
    const still = down && Math.abs(x - down[0]) < clickRadius && Math.abs(y - down[1]) < clickRadius;
    down = null;
    if (!probe || !still) return;
    change({ probe });
    handle.focus({ preventScroll: true });
  });
};
