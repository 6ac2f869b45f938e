/* Sameness of what something was made of, so that it is made again only when a part of it is another one. */

/** @param {unknown[]} before
    @param {unknown[]} now */
export const isSame = (before, now) =>
  before.length === now.length && now.every((part, k) => Object.is(part, before[k]));
