/* Formulas: elements with data-mathml show the MathML that the server printed for them. */

const show = element => {
  const parsed = new DOMParser().parseFromString(element.dataset.mathml, "text/html");
  element.replaceChildren(...parsed.body.childNodes);
};

/** A formula wider than its place scrolls: then the keyboard must reach it too. */
const reach = element => {
  if (element.getAttribute("role") !== "group") return;
  if (element.scrollWidth > element.clientWidth) element.tabIndex = 0;
  else element.removeAttribute("tabindex");
};

/** Show every formula below a node: now or once it is in the open, and whenever one changes. */
export const showFormulas = root => {
  const sizes = new ResizeObserver(changes => changes.forEach(({target}) => reach(target)));
  const showOpen = below => {
    for (const element of below.querySelectorAll("[data-mathml]:empty")) {
      if (element.closest("[hidden]")) continue;
      show(element);
      sizes.observe(element); // which looks at it once, after the layout that comes anyway
    }
  };
  showOpen(root);
  const changes = new MutationObserver(found => {
    for (const {target, attributeName} of found) {
      if (attributeName !== "data-mathml") {
        showOpen(target);
        continue;
      }
      show(target);
      reach(target);
    }
  });
  changes.observe(root, {subtree: true, attributes: true, attributeFilter: ["data-mathml", "hidden"]});
};
