/* Formulas: elements with data-mathml show the MathML that the server printed for them. */
(lockstep => {
  const show = element => {
    const parsed = new DOMParser().parseFromString(element.dataset.mathml, "text/html");
    element.replaceChildren(...parsed.body.childNodes);
  };

  /** Show every formula below a node, now and whenever one changes. */
  lockstep.showFormulas = root => {
    root.querySelectorAll("[data-mathml]").forEach(show);
    const observer = new MutationObserver(changes => changes.forEach(({target}) => show(target)));
    observer.observe(root, {subtree: true, attributes: true, attributeFilter: ["data-mathml"]});
  };
})((window.dash_clientside ??= {}).lockstep ??= {});
