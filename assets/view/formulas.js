/* Formulas: elements with data-mathml show the MathML that the server printed for them. */

/** @param {HTMLElement} element */
const show = (element) => {
  const parsed = new DOMParser().parseFromString(element.dataset.mathml ?? "", "text/html");
  element.replaceChildren(...parsed.body.childNodes);
};

/** Let the keyboard scroll a formula that is wider than its place.
    @param {Element} element */
const updateTabStop = (element) => {
  if (element.getAttribute("role") !== "group") return;
  if (element.scrollWidth > element.clientWidth) element.setAttribute("tabindex", "0");
  else element.removeAttribute("tabindex");
};

/** Show every formula below a node: at once or when it is no longer hidden, and whenever one changes.
    @param {HTMLElement} root */
export const showFormulas = (root) => {
  const sizes = new ResizeObserver((changes) => {
    for (const { target } of changes) updateTabStop(target);
  });
  /** @param {HTMLElement} below */
  const showVisible = (below) => {
    for (const element of below.querySelectorAll("[data-mathml]:empty")) {
      if (!(element instanceof HTMLElement) || element.closest("[hidden]")) continue;
      show(element);
      sizes.observe(element); // which looks at it once, after the layout that comes anyway
    }
  };
  showVisible(root);
  const changes = new MutationObserver((records) => {
    for (const { target, attributeName } of records) {
      if (!(target instanceof HTMLElement)) continue;
      if (attributeName !== "data-mathml") {
        showVisible(target);
        continue;
      }
      show(target);
      updateTabStop(target);
    }
  });
  changes.observe(root, { subtree: true, attributes: true, attributeFilter: ["data-mathml", "hidden"] });
};
