/* Theme: light or dark, by the system's preference until the reader chooses; stored for the next visit.
   Where the system forces its colours on the page, the figures are as light or dark as those. The state is
   in the document: data-theme is what is seen, data-chosen-theme what the reader chose. */

const storageKey = "lockstep-theme";
const root = document.documentElement;
const prefersDark = matchMedia("(prefers-color-scheme: dark)");
const forcedColours = matchMedia("(forced-colors: active)");

// A page in a frame of another site may not be allowed to store anything.
const readStored = () => {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
};

/** @param {string} theme */
const store = (theme) => {
  try {
    localStorage.setItem(storageKey, theme);
  } catch {
    // It holds for this visit only.
  }
};

const chosenTheme = () => root.dataset.chosenTheme ?? readStored() ?? "system";

const applyTheme = () => {
  const theme = forcedColours.matches ? "system" : chosenTheme();
  const dark = theme === "dark" || (theme !== "light" && prefersDark.matches);
  root.dataset.theme = dark ? "dark" : "light";
};

/** Set the theme of the page, and follow the system. */
export const startTheme = () => {
  applyTheme();
  for (const query of [prefersDark, forcedColours]) query.addEventListener("change", applyTheme);
};

/** Let buttons choose the theme.
    @param {HTMLElement} switcher */
export const attachThemeSwitch = (switcher) => {
  const buttons = [...switcher.querySelectorAll("button")];
  const show = () => {
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.value === chosenTheme()));
  };
  for (const button of buttons) {
    button.addEventListener("click", () => {
      root.dataset.chosenTheme = button.value;
      store(button.value);
      applyTheme();
      show();
    });
  }
  show();
};

/** The theme that is seen.
    @returns {ThemeName} */
export const themeName = () => (root.dataset.theme === "dark" ? "dark" : "light");

/** Call a function whenever the theme is set, also when only the system's own colours changed.
    @param {() => void} changed */
export const onThemeChange = (changed) =>
  new MutationObserver(changed).observe(root, { attributes: true, attributeFilter: ["data-theme"] });
