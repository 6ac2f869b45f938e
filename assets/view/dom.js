/* DOM helpers that all views share. */

/** The element with an id; it must be there.
    @param {string} id
    @returns {any} */
export const byId = (id) => document.getElementById(id);

/** Set an element's text, if it is another one. A text node that is there takes it: another node would be matched with
    the page's styles again.
    @param {Element} element
    @param {string} text */
export const setText = (element, text) => {
  if (element.textContent === text) return;
  const { firstChild, lastChild } = element;
  if (text && firstChild?.nodeType === 3 && firstChild === lastChild) firstChild.nodeValue = text;
  else element.textContent = text;
};

/** Set an attribute, if it has another value.
    @param {Element} element
    @param {string} name
    @param {string} value */
export const setAttribute = (element, name, value) => {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
};

/** Hide an element or show it, if it is not yet so.
    @param {HTMLElement} element
    @param {boolean} isHidden */
export const setHidden = (element, isHidden) => {
  if (element.hidden !== isHidden) element.hidden = isHidden;
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
