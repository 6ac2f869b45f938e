/* Emphasis: what a pointer on a symbol in the text brings out of a picture; the rest becomes pale. */

const pale = 0.2;
const more = 1;

/** @typedef {(names: string[]) => {alpha: number, extra: number}} Emphasis `extra` pixels of a line's width */

/** How parts of a picture look while a symbol is pointed at. Where the picture has no part of that name, all of it looks
    as always.
    @param {string | null} linked
    @param {string[][]} parts names of every part
    @returns {Emphasis} */
export const emphasis = (linked, parts) => {
  const isThere = linked !== null && parts.some((names) => names.includes(linked));
  return (names) => {
    if (!isThere) return { alpha: 1, extra: 0 };
    return names.includes(linked) ? { alpha: 1, extra: more } : { alpha: pale, extra: 0 };
  };
};
