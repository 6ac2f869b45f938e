/* Mistake in the error function's box: the sentence, an underline with a caret at the very character, and a
   button that types what the sentence advises. */
import { withoutPlace } from "../surface/request.js";
import { setText } from "../view/dom.js";

/** @param {HTMLInputElement} box
    @param {object} parts
    @param {HTMLElement} parts.message
    @param {HTMLElement} parts.caret the line over the box that holds its text, unseen, to place the caret
    @param {HTMLButtonElement} parts.use
    @param {(text: string) => void} parts.take takes what the sentence advises */
export const createMistake = (box, { message, caret, use, take }) => {
  /** @type {string | null} */
  let advised = null;
  const line = document.createElement("span");
  const mark = document.createElement("mark");
  caret.append(line);

  const follow = () => {
    line.style.transform = `translateX(${-box.scrollLeft}px)`;
  };

  /** Scroll the box to the mistaken character, if it is out of sight. */
  const bringIntoSight = () => {
    const at = mark.getBoundingClientRect().left - line.getBoundingClientRect().left;
    const isInSight = at >= box.scrollLeft && at < box.scrollLeft + box.clientWidth - 20;
    if (!isInSight) box.scrollLeft = at - box.clientWidth / 2;
  };

  /** @param {number | null} position
      @param {string} text */
  const point = (position, text) => {
    caret.hidden = position === null;
    if (position === null) return;
    // Python counts code points, not the halves of which 𝑤 has two.
    const characters = Array.from(text);
    // Beyond the end, where something is missing, a space is marked.
    mark.textContent = characters[position] ?? " ";
    line.replaceChildren(characters.slice(0, position).join(""), mark);
    bringIntoSight();
    follow();
  };

  /** @param {Mistake} mistake
      @param {string} text that has it
      @param {boolean} [isInvalid] */
  const show = (mistake, text, isInvalid = true) => {
    setText(message, mistake.message);
    box.setAttribute("aria-invalid", String(isInvalid));
    point(mistake.position, text);
    advised = mistake.replacement;
    use.hidden = advised === null;
    setText(use, advised === null ? "" : `Use: ${advised}`);
  };

  const clear = () => show(withoutPlace(""), "", false);

  box.addEventListener("scroll", follow);
  use.addEventListener("click", () => {
    if (advised === null) return;
    box.focus();
    take(advised);
  });
  box.setAttribute("aria-describedby", message.id);

  return { show, clear };
};
