/* Print: every figure whole, in the light theme. A sheet has another width than the window, and nothing is drawn
   again for it: what is drawn keeps the size it has and is zoomed to the sheet (print.css). */
/** What is drawn for the window's size: a chart's canvases share the size of their section. */
const drawn = ".surface .stage, .map .stage, .time, .bars, .tile-map";
const root = document.documentElement;

/** What is drawn on canvases in this event is printed as its commands, and what they clear as white. */
const keepPictures = () => {
  for (const canvas of document.querySelectorAll("canvas")) {
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    if (!canvas.width || !canvas.height) continue;
    const transform = context.getTransform();
    const picture = context.getImageData(0, 0, canvas.width, canvas.height);
    canvas.width = picture.width;
    context.putImageData(picture, 0, 0);
    context.setTransform(transform);
  }
  keepSizes();
};

const keepSizes = () => {
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(drawn))) {
    const { width, height } = element.getBoundingClientRect();
    if (!width || !height) continue;
    element.style.setProperty("--drawn-width", String(width));
    element.style.setProperty("--drawn-height", String(height));
    element.classList.add("is-drawn");
  }
};

/** Let the page be printed by the menu, and by the keys once every figure is there.
    @param {() => Promise<unknown>} loadFigures */
export const startPrinting = (loadFigures) => {
  /** What is seen on the screen, while it is printed. */
  let theme = "";

  addEventListener("beforeprint", () => {
    theme ||= root.dataset.theme ?? "";
    root.dataset.theme = "light";
    // After the figures, which are told of the theme in a microtask too.
    queueMicrotask(keepPictures);
  });
  addEventListener("afterprint", () => {
    root.dataset.theme = theme;
    theme = "";
    for (const element of document.querySelectorAll(".is-drawn")) element.classList.remove("is-drawn");
  });

  let isLoading = false;
  addEventListener("keydown", async (event) => {
    if (event.key !== "p" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (isLoading) return;
    isLoading = true;
    await loadFigures();
    isLoading = false;
    print();
  });
};
