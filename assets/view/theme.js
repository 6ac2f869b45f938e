/* Theme: light or dark, by the system's preference until the reader chooses; stored for the next visit. An address
   may ask for one, such as that of a figure in another site's page (theme=light).
   Where the system forces its colours on the page, the figures are as light or dark as those. The state is
   in the document: data-theme is what is seen, data-chosen-theme what the reader chose. */
import { readName } from "../state/encoding.js";

const storageKey = "lockstep-theme";
const choices = ["system", "light", "dark"];
const names = ["auto", "light", "dark"];
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

const askedFor = () => {
  const parts = [...new URLSearchParams(location.search)];
  const [, asked] = parts.find(([name]) => readName(name) === "theme") ?? ["", ""];
  // What a chat program took for a part of the address is no part of the name.
  return choices[names.indexOf(asked.toLowerCase().replace(/[^a-z]+$/, ""))];
};

const chosenTheme = () => {
  const chosen = root.dataset.chosenTheme ?? askedFor() ?? readStored() ?? "";
  return choices.includes(chosen) ? chosen : choices[0];
};

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

/** Let a button choose the theme: the system's, light, dark, and again.
    @param {HTMLElement} button */
export const attachThemeButton = (button) => {
  const show = () => {
    const label = `Colours of the page: ${names[choices.indexOf(chosenTheme())]}`;
    button.setAttribute("aria-label", label);
    button.title = label;
  };
  button.addEventListener("click", () => {
    const next = choices[(choices.indexOf(chosenTheme()) + 1) % choices.length];
    root.dataset.chosenTheme = next;
    store(next);
    applyTheme();
    show();
  });
  show();
};

/** The theme that is seen.
    @returns {ThemeName} */
export const themeName = () => (root.dataset.theme === "dark" ? "dark" : "light");

/** Call a function whenever the theme is set, also when only the system's own colours changed.
    @param {() => void} changed */
export const onThemeChange = (changed) =>
  new MutationObserver(changed).observe(root, { attributes: true, attributeFilter: ["data-theme"] });
