/* DOM helpers that the modules share. */

/** The element with an id, which is on the page.
    @param {string} id
    @returns {any} */
export const byId = (id) => document.getElementById(id);

/** Set a text where it differs: writing the same again would lay it out again.
    @param {Element} element
    @param {string} text */
export const setText = (element, text) => {
  if (element.textContent !== text) element.textContent = text;
};

/** Where an event is, in pixels of an element.
    @param {MouseEvent} event
    @param {Element} element
    @returns {[number, number]} */
export const pointerPixel = (event, element) => {
  const { x, y } = element.getBoundingClientRect();
  return [event.clientX - x, event.clientY - y];
};

/** Call `dismiss` when Escape is pressed.
    @param {() => void} dismiss */
export const onEscape = (dismiss) => {
  addEventListener("keydown", ({ key }) => {
    if (key === "Escape") dismiss();
  });
};
