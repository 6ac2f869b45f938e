/* Light or dark: by the system's preference until the reader chooses; kept for the next visit. Where
   the system forces its colours on the page, the figures are as light or dark as those. */

const root = document.documentElement, kept = "lockstep-theme";
const system = matchMedia("(prefers-color-scheme: dark)"), forced = matchMedia("(forced-colors: active)");
const listeners = [];

// A page in a frame of another site may not be allowed to keep anything.
const read = () => { try { return localStorage.getItem(kept); } catch { return null; } };
const keep = theme => { try { localStorage.setItem(kept, theme); } catch { /* for this visit only */ } };
let chosen = read() ?? "system";

const isDark = () => root.dataset.theme === "dark";

const apply = () => {
  const asked = forced.matches ? "system" : chosen;
  const dark = asked === "dark" || (asked !== "light" && system.matches);
  root.dataset.theme = dark ? "dark" : "light";
  for (const listener of listeners) listener();
};

const attach = switcher => {
  const buttons = [...switcher.querySelectorAll("button")];
  const show = () => {
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.value === chosen));
  };
  switcher.addEventListener("click", ({target}) => {
    if (!buttons.includes(target)) return;
    chosen = target.value;
    keep(chosen);
    apply();
    show();
  });
  show();
};

apply();
for (const query of [system, forced]) query.addEventListener("change", apply);
const listen = listener => listeners.push(listener);

export { attach, isDark, listen };
