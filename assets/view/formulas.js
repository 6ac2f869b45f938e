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

/** Marks of a formula that is wider than its place, and of one that still is once the style has seen the first. */
const tightness = ["is-tight", "is-tighter"];

/** Mark a formula that is wider than its place: the style may take its left side away, then make it smaller.
    @param {Element} element */
const updateTightness = (element) => {
  element.classList.remove(...tightness);
  for (const mark of tightness) if (element.scrollWidth > element.clientWidth) element.classList.add(mark);
};

/** Show every formula below a node, now and in whatever is put there: before it is painted, so that nothing moves
    when a formula comes; a hidden one when it is no longer hidden.
    @param {HTMLElement} root */
export const showFormulas = (root) => {
  const sizes = new ResizeObserver((changes) => {
    for (const { target } of changes) {
      updateTightness(target);
      updateTabStop(target);
    }
  });
  /** @param {HTMLElement} element */
  const showOne = (element) => {
    show(element);
    // Which looks at it once, after the layout that comes anyway.
    sizes.unobserve(element);
    sizes.observe(element);
  };
  /** @param {HTMLElement} below */
  const showVisible = (below) => {
    for (const element of below.querySelectorAll("[data-mathml]:empty"))
      if (element instanceof HTMLElement && !element.closest("[hidden]")) showOne(element);
  };
  showVisible(root);
  const changes = new MutationObserver((records) => {
    for (const { target, attributeName, addedNodes } of records) {
      if (attributeName === "data-mathml") showOne(/** @type {HTMLElement} */ (target));
      else if (attributeName) showVisible(/** @type {HTMLElement} */ (target));
      for (const added of addedNodes) if (added instanceof HTMLElement) showVisible(added);
    }
  });
  const attributeFilter = ["data-mathml", "hidden"];
  changes.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter });
};
