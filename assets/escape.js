/* Escape takes away what has come over a figure, without the pointer having to move. */
(lockstep => {
  lockstep.onEscape = takeAway => {
    window.addEventListener("keydown", ({key}) => { if (key === "Escape") takeAway(); });
  };
})((window.dash_clientside ??= {}).lockstep ??= {});
