/* Print: a sheet has the stills as the page came with them, so the sentences beside them say what they said then. */
import { setText } from "../view/dom.js";

const page = document.documentElement;

/** Whether the sentences belong to the stills beside them: the figure, of another size now, says nothing. */
export const isPrinting = () => page.dataset.printing === "true";

/** @param {HTMLElement[]} sections as they came */
export const startPrinting = (sections) => {
  const parts = sections.flatMap((section) => [...section.querySelectorAll("[data-say], [data-drag]")]);
  const texts = () => parts.map(({ textContent }) => textContent ?? "");
  const loaded = texts();
  /** What is seen on the screen, while it is printed.
      @type {string[] | null} */
  let seen = null;

  /** @param {string[]} said */
  const say = (said) => {
    for (const [k, part] of parts.entries()) setText(part, said[k]);
  };

  addEventListener("beforeprint", () => {
    seen ??= texts();
    page.dataset.printing = "true";
    say(loaded);
  });
  addEventListener("afterprint", () => {
    if (seen) say(seen);
    seen = null;
    delete page.dataset.printing;
  });
};
