/* Steady text: a paragraph whose numbers follow a hand keeps the height that it has had, so that nothing below it
   moves when a number takes another line. */

/** @param {HTMLElement[]} sections */
export const keepTextSteady = (sections) => {
  /** @type {WeakMap<Element, {width: number, height: number}>} */
  const known = new WeakMap();
  const observer = new ResizeObserver((changes) => {
    for (const { target, contentRect } of changes) hold(/** @type {HTMLElement} */ (target), contentRect);
  });

  /** Take a paragraph's own height again.
      @param {HTMLElement} text */
  const renew = (text) => {
    text.style.minHeight = "";
    known.delete(text);
    observer.unobserve(text);
    observer.observe(text);
  };

  /** @param {HTMLElement} text
      @param {{width: number, height: number}} now */
  const hold = (text, { width, height }) => {
    const before = known.get(text);
    // Not at once: an observer that changes what it observes is called without end.
    if (before && before.width !== width) requestAnimationFrame(() => renew(text));
    else if (!before || height > before.height) text.style.minHeight = `${height}px`;
    known.set(text, { width, height: Math.max(height, before?.height ?? 0) });
  };

  // Other letters have other lines.
  document.fonts.ready.then(() => {
    for (const section of sections)
      for (const text of section.querySelectorAll(":is(p, li):has([data-say], [data-drag])"))
        observer.observe(text);
  });
};
