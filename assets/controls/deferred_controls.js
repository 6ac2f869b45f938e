/* Deferred controls: those of the optimizers that are not chosen are added to the page when the reader comes
   near the menu. Until then they wait in a Store, since building them would delay the first picture. */

/** Called by Dash with the optimizer that is asked for: the children of every group, in the order of the Store.
    @param {string} asked
    @param {Record<string, unknown>} waiting */
export const deferredControls = (asked, waiting) =>
  Object.entries(waiting).map(([key, children]) => (key === asked ? children : dash_clientside.no_update));

/** Wait until the browser is idle, though not for long: a slow one may never be.
    @returns {Promise<unknown>} */
export const idle = () =>
  new Promise((resolve) => {
    if (window.requestIdleCallback) window.requestIdleCallback(resolve, { timeout: 1000 });
    else requestAnimationFrame(resolve);
  });

/** The group of an optimizer's controls below a node, once they are in it.
    @param {HTMLElement} root
    @param {string} store id of the Store that asks for them
    @param {string} optimizer
    @returns {Promise<HTMLElement>} */
export const loadControls = async (root, store, optimizer) => {
  const group = /** @type {HTMLElement} */ (
    root.querySelector(`.hyperparameters[data-optimizer="${optimizer}"]`)
  );
  if (!group.childElementCount) dash_clientside.set_props(store, { data: optimizer });
  while (!group.childElementCount) await new Promise(requestAnimationFrame);
  return group;
};
