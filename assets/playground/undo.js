/* Undo, redo and reset of all that a reader sets, with buttons and keys; the browser's Back and Forward go from
   scene to scene: another function, or other optimizers. */
import { pathOf } from "../state/address.js";
import { createHistory } from "../state/history.js";
import { byId } from "../view/dom.js";
import { announce } from "../view/live_region.js";

/** What undo restores: the step that is inspected stays.
    @param {State} state
    @returns {Partial<State>} */
const settable = ({ step, ...rest }) => rest;

/** What a scene is for Back and Forward.
    @param {State} state */
const placeOf = ({ E, runs }) => [E, ...runs.map(({ optimizer }) => optimizer)].join();

/** @param {EventTarget | null} target */
const isTextBox = (target) => target instanceof HTMLInputElement && target.type !== "range";

/** Bind buttons and keys.
    @param {Playground} playground */
export const createUndo = (playground) => {
  const { state, catalogue } = playground;
  const past = createHistory(settable(state));
  const [undoButton, redoButton, resetButton] = ["undo", "redo", "reset"].map(byId);
  let place = placeOf(state);
  /** How many states have been asked for that are not shown yet. */
  let pending = 0;

  /** A button that cannot be pressed any more gives the focus to the other.
      @param {HTMLButtonElement} button
      @param {boolean} isOn
      @param {HTMLButtonElement} other */
  const enable = (button, isOn, other) => {
    const hadFocus = button === document.activeElement;
    button.disabled = !isOn;
    if (hadFocus && !isOn) other.focus();
  };

  const show = () => {
    if (!undoButton) return;
    if (past.canRedo()) redoButton.disabled = false;
    enable(undoButton, past.canUndo(), redoButton);
    enable(redoButton, past.canRedo(), undoButton);
  };

  /** @param {Partial<State> | null} part
      @param {string} words
      @returns {Promise<boolean>} whether it is shown */
  const restore = async (part, words) => {
    if (!part) return false;
    announce(words);
    const isSameSurface = part.E === state.E && String(part.view) === String(state.view);
    if (isSameSurface) {
      playground.change(part);
      playground.runControls.show();
      playground.startBoxes.show();
      playground.commitSoon();
    }
    show();
    if (isSameSurface) return true;
    pending += 1;
    return playground.ask(/** @type {StatePart} */ (part)).finally(() => {
      pending -= 1;
      playground.commitLater();
    });
  };

  // A whole state that comes from elsewhere is no step for Back.
  playground.take = async (whole) => {
    place = placeOf(whole);
    return restore(whole, "");
  };

  const undo = () => restore(past.undo(), "Undone");
  const redo = () => restore(past.redo(), "Redone");

  addEventListener("keydown", (event) => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || isTextBox(event.target)) return;
    if (key === "z" && !event.shiftKey) undo();
    else if ((key === "z" && event.shiftKey) || (key === "y" && !event.shiftKey)) redo();
    else return;
    event.preventDefault();
  });
  undoButton?.addEventListener("click", undo);
  redoButton?.addEventListener("click", redo);
  resetButton?.addEventListener("click", () => restore(structuredClone(catalogue.defaults), "First picture"));

  const remember = () => history.replaceState({ playground: structuredClone(state) }, "");
  addEventListener("popstate", ({ state: entry }) => {
    if (entry?.playground) playground.take(entry.playground);
    // A link inside the page has made an entry of what is seen.
    else remember();
  });
  remember();
  show();

  return {
    /** Whether a restored state waits for its surface: what is still shown belongs to no entry of either history. */
    isPending: () => pending > 0,
    /** Begin an entry of the browser's history before the address of another scene is written. */
    enter: () => {
      if (placeOf(state) === place) return;
      place = placeOf(state);
      // Another scene is not what a link has led to.
      history.pushState(null, "", pathOf(location) + location.search);
    },
    /** Record what was committed. */
    commit: () => {
      past.record(settable(state));
      remember();
      show();
    },
  };
};
