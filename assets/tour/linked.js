/* Linked symbols: what a symbol or a name stands for lights up in the figure, and every other place of it, in formulas
   too; what is pointed at in the figure lights up its symbol. */
import { controlKey, symbolAt, symbolsOf } from "./formula_symbols.js";

/** @param {string} key */
const selectorOf = (key) => (key === controlKey ? "[data-drag]" : `[data-link="${key}"]`);

/** @param {EventTarget | null} target
    @returns {HTMLElement | null} */
const linkAt = (target) => (target instanceof Element ? target.closest("[data-link]") : null);

/** Let the keyboard reach a symbol that is a formula of its own, where there is more of it.
    @param {HTMLElement} section
    @param {TourControl | null} control */
const linkLoneSymbols = (section, control) => {
  for (const math of section.querySelectorAll("math")) {
    const letters = math.querySelectorAll("mi");
    const found = letters.length === 1 ? symbolAt(letters[0], control) : null;
    if (!found || found.key === controlKey || found.element.textContent !== math.textContent) continue;
    const { key } = found;
    if (section.querySelectorAll(selectorOf(key)).length + symbolsOf(section, key, control).length < 2)
      continue;
    const link = document.createElement("span");
    link.className = "symbol";
    link.dataset.link = key;
    math.replaceWith(link);
    link.append(math);
  }
};

/** Name the symbols of a stop as buttons; the keyboard meets each once, in the text of wide windows and in that of
    narrow ones.
    @param {HTMLElement} section
    @param {TourStop} stop */
export const prepareLinks = (section, { control, figure }) => {
  if (!figure) linkLoneSymbols(section, control);
  const met = new Set();
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (
    section.querySelectorAll("span[data-link]")
  )) {
    const { link } = element.dataset;
    element.setAttribute("role", "button");
    element.setAttribute("aria-pressed", "false");
    // A formula alone is no name.
    if (element.querySelector("math"))
      element.setAttribute("aria-label", (element.textContent ?? "").replaceAll(/\s/g, ""));
    const name = `${link} ${element.closest(".whole, .short")?.className}`;
    if (met.has(name)) element.dataset.again = "";
    met.add(name);
  }
};

/** Link text and figure.
    @param {HTMLElement} figure
    @param {() => HTMLElement} section the current one
    @param {object} options
    @param {() => TourStop} options.stop the current one
    @param {() => void} options.changed
    @param {(event: PointerEvent) => string[]} options.namesAt what a pointer in the figure is at
    @returns {{key: string | null, clear(): void}} */
export const createLinks = (figure, section, { stop, changed, namesAt }) => {
  const links = {
    /** @type {string | null} */
    key: null,
    clear: () => hold(null),
  };
  /** One that was pressed stays lit.
      @type {string | null} */
  let held = null;

  /** @param {string | null} key */
  const light = (key) => {
    if (key === links.key) return;
    links.key = key;
    for (const element of document.querySelectorAll(".lit")) element.classList.remove("lit");
    if (key !== null)
      for (const root of [section(), figure])
        for (const element of [
          ...root.querySelectorAll(selectorOf(key)),
          ...symbolsOf(root, key, stop().control),
        ])
          element.classList.add("lit");
    changed();
  };

  /** What is linked at an element of the current stop or the figure, a symbol of a formula too.
      @param {EventTarget | null} target
      @returns {string | null} */
  const keyAt = (target) => {
    if (!(target instanceof Element)) return null;
    if (!section().contains(target) && !figure.contains(target)) return null;
    const linked = linkAt(target)?.dataset.link;
    return linked ?? (stop().figure ? null : (symbolAt(target, stop().control)?.key ?? null));
  };

  /** @param {string | null} key */
  const hold = (key) => {
    held = key;
    for (const one of document.querySelectorAll("[data-link][aria-pressed]"))
      one.setAttribute("aria-pressed", String(held !== null && one.getAttribute("data-link") === held));
    light(held);
  };

  /** @param {string} key */
  const press = (key) => hold(held === key ? null : key);

  /** @param {Event} event */
  const point = ({ target }) => light(keyAt(target) ?? held);
  /** @param {Event} event */
  const focus = ({ target }) => {
    const isControl = target instanceof Element && target.matches("[role=slider], input[type=range]");
    // A pointer that drags it looks at the consequences.
    light((isControl && target.matches(":focus-visible") ? controlKey : keyAt(target)) ?? held);
  };
  /** @param {Event} event */
  const pointAtDrawing = (event) => {
    // A title has symbols of its own; who drags looks at the consequences.
    if (!(event instanceof PointerEvent) || event.buttons || keyAt(event.target)) return;
    const names = namesAt(event);
    light(names.find((name) => section().querySelector(selectorOf(name))) ?? names[0] ?? held);
  };
  document.addEventListener("pointerover", point);
  for (const drawing of figure.querySelectorAll(".stage, .charts"))
    drawing.addEventListener("pointermove", pointAtDrawing);
  document.addEventListener("focusin", focus);
  document.addEventListener("focusout", () => light(held));
  document.addEventListener("click", ({ target }) => {
    const key = keyAt(target);
    if (key) press(key);
  });
  document.addEventListener("keydown", (event) => {
    const key = linkAt(event.target) && keyAt(event.target);
    if (!key || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    press(key);
  });
  return links;
};
