/* Deferred controls: those of optimizers that are not chosen are mounted when they may be needed, since
   fields that are hidden would take a third of the time in which the page is built. They wait in a Store. */

/** Called by Dash with the optimizer whose controls are wanted: the new content of each group, in the order
    of the Store.
    @param {string} wanted
    @param {Record<string, unknown>} waiting */
export const deferredControls = (wanted, waiting) =>
  Object.keys(waiting).map((optimizer) =>
    optimizer === wanted ? waiting[wanted] : window.dash_clientside.no_update,
  );

/** Wait until the browser is idle. */
export const idle = () => new Promise(window.requestIdleCallback ?? requestAnimationFrame);

/** The group of an optimizer's controls below a node, once they are mounted. */
export const controlsOf = async (root, store, optimizer) => {
  const group = root.querySelector(`.hyperparameters[data-optimizer="${optimizer}"]`);
  if (!group.childElementCount) window.dash_clientside.set_props(store, { data: optimizer });
  while (!group.childElementCount) await new Promise(requestAnimationFrame);
  return group;
};
