/* The controls of the rules that are not chosen come when they may be: while the page is built, what
   nobody sees would take a third of the time. They wait in a Store until then. */

/** Called by Dash with the rule that is asked for: what each group holds from now on. */
export const waitingControls = (asked, waiting) =>
  dash_clientside.callback_context.outputs_list.map(({id}) =>
    id.endsWith(`hyperparameters-${asked}`) ? waiting[asked] : dash_clientside.no_update);

/** Wait until the browser has nothing else to do. */
export const idle = () => new Promise(window.requestIdleCallback ?? requestAnimationFrame);

/** Return the group of a rule's controls below a node, once they are in it. */
export const controlsOf = async (root, store, optimizer) => {
  const group = root.querySelector(`.hyperparameters[data-optimizer="${optimizer}"]`);
  if (!group.childElementCount) dash_clientside.set_props(store, {data: optimizer});
  while (!group.childElementCount) await new Promise(requestAnimationFrame);
  return group;
};
