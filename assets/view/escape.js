/* Escape takes away what has come over a figure, without the pointer having to move. */

export const onEscape = takeAway => {
  window.addEventListener("keydown", ({key}) => { if (key === "Escape") takeAway(); });
};
