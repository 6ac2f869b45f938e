/* DOM helpers that all views share. */

/** The element with an id; it must be there.
    @param {string} id
    @returns {any} */
export const byId = (id) => document.getElementById(id);

/** Set an element's text, if it is another one.
    @param {Element} element
    @param {string} text */
export const setText = (element, text) => {
  if (element.textContent !== text) element.textContent = text;
};

/** Where a pointer is, in pixels of an element.
    @param {{clientX: number, clientY: number}} event
    @param {Element} element
    @returns {[number, number]} */
export const pointerPixel = (event, element) => {
  const { x, y } = element.getBoundingClientRect();
  return [event.clientX - x, event.clientY - y];
};

/** Call a function when Escape is pressed: it hides what has come over a figure.
    @param {() => void} hide */
export const onEscape = (hide) => {
  window.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") hide();
  });
};
