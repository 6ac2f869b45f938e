/* Notice of the page: says what could not be loaded; the figures stay as they are. */
import { byId } from "../view/dom.js";

/** Wait for something from the server, and say so where it cannot be had.
    @template T
    @param {Promise<T>} promise
    @returns {Promise<T>} */
export const loadOrNotify = async (promise) => {
  const notice = byId("page-notice");
  try {
    const loaded = await promise;
    notice.hidden = notice.childElementCount === 0;
    return loaded;
  } catch (error) {
    notice.textContent = "A part of this page could not be loaded: check the connection and reload the page.";
    notice.hidden = false;
    throw error;
  }
};
