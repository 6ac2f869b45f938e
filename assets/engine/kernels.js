/* The printed kernels: ES modules of this site that compute what follows a moving hand. */
import { retry } from "./retry.js";

const places = 2001;
const rooms = new WeakMap();

/** The module at an address of this site. A browser remembers that a module could not be had: a
    fragment makes it ask once more. */
const load = address => {
  const {href} = new URL(address, document.baseURI);
  return retry(turn => import(turn ? `${href}#${turn}` : href));
};

/** Room for what a rule leaves behind at every step; one set a rule for each who asks, used again
    and again. */
const room = (optimizer, owner) => {
  if (!rooms.has(owner)) rooms.set(owner, new Map());
  const columns = rooms.get(owner);
  if (!columns.has(optimizer)) {
    const names = optimizer.columns;
    columns.set(optimizer, Object.fromEntries(names.map(n => [n, new Float64Array(places)])));
  }
  return columns.get(optimizer);
};

/** Run a rule: its columns, how many rows of them count, and why it ended early, if it did. The
    columns hold until the same owner runs the same rule again. */
const descend = (optimizer, errorFunction, {start, steps}, settings, owner = rooms) => {
  const into = room(optimizer, owner);
  const [w1, w2] = start;
  const {rows, stopped} = optimizer.descend(errorFunction.evaluate, w1, w2, steps, settings, into);
  return {columns: into, rows, stopped};
};

export { load, descend };
