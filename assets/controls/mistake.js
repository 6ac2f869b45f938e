/* Mistake in the error function's box: the sentence, an underline with a caret at the very character, and a
   button that types what the sentence advises. */
import { withoutPlace } from "../surface/request.js";
import { setText } from "../view/dom.js";

/** Name the place of a mistake for screen readers, which do not see the caret.
    @param {string} sentence
    @param {number} position
    @param {string | undefined} character none at the end of the text */
const placeInWords = (sentence, position, character) => {
  if (/position \d/.test(sentence)) return "";
  return character === undefined ? " At the end." : ` At position ${position + 1}: ${character}`;
};

const followAdvice = "Type this instead";

/** @param {HTMLInputElement} box
    @param {object} parts
    @param {HTMLElement} parts.message
    @param {HTMLElement} parts.place says where, unseen
    @param {HTMLElement} parts.caret the line over the box that holds its text, unseen, to place the caret
    @param {HTMLButtonElement} parts.use
    @param {(text: string) => void} parts.take takes what the sentence advises
    @param {(letter: string) => void} parts.declare makes a letter a parameter */
export const createMistake = (box, { message, place, caret, use, take, declare }) => {
  /** The letter that the button makes a parameter.
      @type {string | null} */
  let letter = null;
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

  /** @param {string[]} characters
      @param {number} position */
  const point = (characters, position) => {
    caret.hidden = false;
    // Beyond the end, where something is missing, a space is marked.
    mark.textContent = characters[position] ?? " ";
    line.replaceChildren(characters.slice(0, position).join(""), mark);
    bringIntoSight();
    follow();
  };

  /** @param {Mistake} mistake
      @param {string} text that has it
      @param {boolean} [isInvalid] */
  const show = ({ message: sentence, position, replacement, parameter = null }, text, isInvalid = true) => {
    // Python counts code points, not the halves of which 𝑤 has two.
    const characters = Array.from(text);
    setText(message, sentence);
    setText(place, position === null ? "" : placeInWords(sentence, position, characters[position]));
    box.setAttribute("aria-invalid", String(isInvalid));
    letter = parameter;
    use.hidden = replacement === null && letter === null;
    use.classList.toggle("is-offer", letter !== null);
    use.setAttribute("aria-description", letter === null ? followAdvice : "");
    setText(use, letter === null ? (replacement ?? "") : `Make a slider for ${letter}`);
    if (position === null) caret.hidden = true;
    else point(characters, position);
  };

  box.addEventListener("scroll", follow);
  use.addEventListener("click", () => {
    box.focus();
    if (letter === null) take(use.textContent ?? "");
    else declare(letter);
  });
  box.setAttribute("aria-describedby", message.parentElement?.id ?? "");

  return { show, clear: () => show(withoutPlace(""), "", false) };
};
