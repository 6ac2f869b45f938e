/* Formulas: elements with data-mathml show the MathML that the server printed for them. */
(lockstep => {
  const show = element => {
    const parsed = new DOMParser().parseFromString(element.dataset.mathml, "text/html");
    element.replaceChildren(...parsed.body.childNodes);
    reach(element);
  };

  /** A formula wider than its place scrolls: then the keyboard must reach it too. */
  const reach = element => {
    if (element.getAttribute("role") !== "group") return;
    if (element.scrollWidth > element.clientWidth) element.tabIndex = 0;
    else element.removeAttribute("tabindex");
  };

  /** Show every formula below a node, now and whenever one changes. */
  lockstep.showFormulas = root => {
    const sizes = new ResizeObserver(changes => changes.forEach(({target}) => reach(target)));
    for (const element of root.querySelectorAll("[data-mathml]")) {
      show(element);
      sizes.observe(element);
    }
    const changes = new MutationObserver(found => found.forEach(({target}) => show(target)));
    changes.observe(root, {subtree: true, attributes: true, attributeFilter: ["data-mathml"]});
  };
})((window.dash_clientside ??= {}).lockstep ??= {});
