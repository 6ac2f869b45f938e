/* Linked symbols: what a symbol or a name stands for lights up in the figure, and every other place of it; what is
   pointed at in a chart lights up its symbol. */

/** Of the control: its axis in a chart, and its number in the text. */
export const controlKey = "control";

/** @param {string} key */
const selectorOf = (key) => (key === controlKey ? "[data-drag]" : `[data-link="${key}"]`);

/** @param {EventTarget | null} target
    @returns {HTMLElement | null} */
const linkAt = (target) => (target instanceof Element ? target.closest("[data-link]") : null);

/** Name the symbols of a stop as buttons; the keyboard meets each once, in the text of wide windows and in that of
    narrow ones.
    @param {HTMLElement} section */
export const prepareLinks = (section) => {
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
    @param {() => void} options.changed
    @param {TourCharts["namesAt"]} options.namesAt
    @returns {{key: string | null, clear(): void}} */
export const createLinks = (figure, section, { changed, namesAt }) => {
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
    const parts =
      key === null ? [] : [section(), figure].map((root) => root.querySelectorAll(selectorOf(key)));
    for (const element of parts.flatMap((found) => [...found])) element.classList.add("lit");
    changed();
  };

  /** @param {HTMLElement} element
      @returns {boolean} */
  const isHere = (element) => section().contains(element) || figure.contains(element);

  /** @param {string | null} key */
  const hold = (key) => {
    held = key;
    for (const one of document.querySelectorAll("[data-link][aria-pressed]"))
      one.setAttribute("aria-pressed", String(held !== null && one.getAttribute("data-link") === held));
    light(held);
  };

  /** @param {HTMLElement} element */
  const press = ({ dataset: { link = "" } }) => hold(held === link ? null : link);

  /** @param {Event} event */
  const point = ({ target }) => {
    const element = linkAt(target);
    light(element && isHere(element) ? (element.dataset.link ?? null) : held);
  };
  /** @param {Event} event */
  const pointAtChart = (event) => {
    // A title has symbols of its own; who drags looks at the consequences.
    if (!(event instanceof PointerEvent) || event.buttons || linkAt(event.target)) return;
    const names = namesAt(event);
    light(names.find((name) => section().querySelector(selectorOf(name))) ?? held);
  };
  document.addEventListener("pointerover", point);
  figure.querySelector(".charts")?.addEventListener("pointermove", pointAtChart);
  document.addEventListener("focusin", point);
  document.addEventListener("focusout", () => light(held));
  document.addEventListener("click", ({ target }) => {
    const element = linkAt(target);
    if (element && isHere(element)) press(element);
  });
  document.addEventListener("keydown", (event) => {
    const element = linkAt(event.target);
    if (!element || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    press(element);
  });
  return links;
};
