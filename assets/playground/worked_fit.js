/* Fits the worked lines to their columns: the longer the numbers, the smaller the letters, in a few sizes. No
   layout is asked for while a hand moves: the widths are estimated, and the room is known from the last resize. */

/** Sizes of step_inspector.css, in rem, by their number. */
const sizes = [1.12, 1.03, 0.95, 0.88, 0.8, 0.72];
const longRuleStart = 2;
/** Rather than still smaller, results stand below what they come from. */
const smallestWhole = 2;

/** @param {HTMLElement} root
    @returns `show(...)` picks the size for lines so many em wide, `reset()` allows a larger one again */
export const createWorkedFit = (root) => {
  let room = Infinity;
  let level = 0;
  let whole = 0;
  let wrapped = 0;

  const begin = () => {
    level = root.classList.contains("is-long") ? longRuleStart : 0;
  };

  // A row has the width of its column, without a bar beside it; in a closed tab it has none.
  const observer = new ResizeObserver(([{ contentRect }]) => {
    if (contentRect.width === 0) return;
    room = contentRect.width / Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    begin();
    apply();
  });

  const apply = () => {
    while (level < smallestWhole && whole * sizes[level] > room) level++;
    while (level < sizes.length - 1 && wrapped * sizes[level] > room) level++;
    const text = String(level);
    if (root.dataset.size !== text) root.dataset.size = text;
  };

  return {
    reset: () => {
      begin();
      const line = root.querySelector(".worked-pair, .worked-line");
      observer.disconnect();
      if (line) observer.observe(line);
    },
    /** @param {number} width in em, of the longest line
        @param {number} widthWrapped where lines may wrap, else the same */
    show: (width, widthWrapped) => {
      whole = width;
      wrapped = widthWrapped;
      apply();
    },
  };
};
