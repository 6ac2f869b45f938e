/* Scrolling chooses the stop: the one that crosses a line in the window is current. Nothing else listens to
   scrolling, and nothing scrolls but links. */

/** Places of the line, in percent of the window's height: on narrow windows the figure covers the upper part. */
const line = 62;
const narrowLine = 76;
const narrow = "(max-width: 859px)";

/** Watch which stop is current, and which come near.
    @param {HTMLElement[]} sections
    @param {object} options
    @param {(index: number) => void} options.arrive
    @param {(index: number) => void} options.approach called once for each */
export const watchScroll = (sections, { arrive, approach }) => {
  const width = matchMedia(narrow);
  /** @type {IntersectionObserver | undefined} */
  let observer;
  const watch = () => {
    observer?.disconnect();
    const above = width.matches ? narrowLine : line;
    observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries)
          if (isIntersecting) arrive(sections.indexOf(/** @type {HTMLElement} */ (target)));
      },
      { rootMargin: `-${above}% 0px -${99.5 - above}% 0px` },
    );
    for (const section of sections) observer.observe(section);
  };
  width.addEventListener("change", watch);
  watch();

  const nearness = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        nearness.unobserve(target);
        approach(sections.indexOf(/** @type {HTMLElement} */ (target)));
      }
    },
    { rootMargin: "100% 0px" },
  );
  for (const section of sections) nearness.observe(section);
};

/** Show in the contents which stop is current.
    @param {TourStop[]} stops
    @param {number} index */
export const markContents = (stops, index) => {
  // A part has no entry of its own.
  let at = index;
  while (at > 0 && stops[at].isPart) at -= 1;
  for (const link of document.querySelectorAll(".stops a[data-stop]")) {
    if (link.getAttribute("data-stop") === stops[at].key) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
};

const focusable = "a[href], button, [data-drag][role], [data-link][role]";

/** Let the keyboard reach what belongs to the current stop, and no other: after it comes the figure.
    @param {HTMLElement} section
    @param {boolean} isCurrent */
export const setTabStops = (section, isCurrent) => {
  section.classList.toggle("here", isCurrent);
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll(focusable)))
    element.tabIndex = isCurrent && element.dataset.again === undefined ? 0 : -1;
};
