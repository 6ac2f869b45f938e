/* List of runs: a row for each place with name, learning rate and final E; rows are selected, hidden and
   removed, and runs are added from a menu, which can copy the selected one. */
import { byId, setText } from "../view/dom.js";
import { glyphPath } from "../view/glyphs.js";
import { exact, short } from "../view/numbers.js";
import { distinction, runNames } from "./run_names.js";

const mostRuns = 6;

/** @param {Element} element
    @param {string} name
    @param {string} value */
const setAttribute = (element, name, value) => {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
};

/** The final error, which has a narrow column: three digits, or all before the point; with a power of ten two.
    @param {number} value */
const brief = (value) => {
  const size = Math.abs(value);
  if (size >= 1000 && size < 1e7) return exact(Math.round(value));
  const text = short(Number(value.toPrecision(3)));
  return text.includes("·") ? short(Number(value.toPrecision(2))) : text;
};

/** How a run that stopped early ended, in a word.
    @param {string | null} stopped */
const outcome = (stopped) => stopped && (stopped.startsWith("diverged") ? "diverges" : "stops");

/** The row of a place, with the elements that follow its run.
    @param {HTMLElement} row
    @param {number} place */
const bindRow = (row, place) => {
  const find = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (row.querySelector(selector));
  const acts = Object.fromEntries(
    ["select", "hide", "remove"].map((act) => [act, find(`[data-act=${act}]`)]),
  );
  find(".glyph").innerHTML =
    `<svg viewBox="-7 -7 14 14" aria-hidden="true"><path d="${glyphPath(place)}"/></svg>`;
  return {
    row,
    acts,
    eye: find("[data-act=hide] .icon"),
    name: find("b"),
    eta: find(".eta"),
    final: find(".final"),
  };
};

/** Bind the list.
    @param {Playground} playground
    @returns `draw()` follows the runs */
export const createRunList = (playground) => {
  const { state, catalogue } = playground;
  const list = byId("run-list");
  const add = byId("run-add");
  const full = /** @type {HTMLElement} */ (playground.root.querySelector(".runs-head .full"));
  const rows = [...list.children].map(bindRow);

  /** @param {ReturnType<typeof bindRow>} parts
      @param {number} place */
  const drawRow = ({ row, acts, eye, name, eta, final }, place) => {
    const run = state.runs[place];
    if (row.hidden !== !run) row.hidden = !run;
    if (!run) return;
    const label = catalogue.optimizers[run.optimizer].name;
    const by = distinction(state.runs, place);
    // Its learning rate stands beside it.
    const isTold = by === null || by === "eta";
    const found = playground.trajectories[place];
    const numbered = `run ${place + 1}, ${label}`;
    setText(name, isTold ? label : runNames(state.runs, catalogue)[place]);
    setText(eta, run.settings.eta === undefined ? "" : short(run.settings.eta));
    setText(final, found ? outcome(found.stopped) || brief(found.columns.E[found.rows - 1]) : "");
    row.classList.toggle("is-lost", Boolean(found?.stopped));
    row.classList.toggle("is-selected", place === state.selected);
    row.classList.toggle("is-hidden", run.hidden);
    setAttribute(acts.select, "aria-pressed", String(place === state.selected));
    setAttribute(acts.hide, "aria-pressed", String(run.hidden));
    setAttribute(eye, "class", `icon icon-eye${run.hidden ? "-off" : ""}`);
    setAttribute(acts.hide, "aria-label", `Hide ${numbered}`);
    setAttribute(acts.remove, "aria-label", `Remove ${numbered}`);
    acts.remove.hidden = state.runs.length === 1;
  };

  let colour = "";
  /** The colour of the selected run, for its controls and its step. */
  const showColour = () => {
    const found = playground.theme.runs[state.selected].colour;
    if (found !== colour) playground.root.style.setProperty("--run", found);
    colour = found;
  };

  const draw = () => {
    showColour();
    rows.forEach(drawRow);
    list.parentElement.classList.toggle("is-full", state.runs.length > 4);
    const isFull = state.runs.length === mostRuns;
    add.parentElement.hidden = isFull;
    full.hidden = !isFull;
  };

  /** Take other runs, at once.
      @param {Run[]} runs
      @param {number} selected */
  const take = (runs, selected) => {
    state.runs = runs;
    playground.selectRun(Math.min(selected, runs.length - 1));
    playground.commitSoon();
  };

  /** @type {Record<string, (place: number) => void>} */
  const actions = {
    select: (place) => take(state.runs, place),
    hide: (place) => {
      const run = state.runs[place];
      take(state.runs.with(place, { ...run, hidden: !run.hidden }), state.selected);
    },
    remove: (place) => {
      const selected = state.selected - Number(place < state.selected);
      take(state.runs.toSpliced(place, 1), selected);
      rows[Math.min(place, state.runs.length - 1)].acts.select.focus();
    },
  };

  list.addEventListener("click", (/** @type {MouseEvent} */ { target }) => {
    const button = /** @type {Element} */ (target).closest("button");
    const row = /** @type {HTMLElement | undefined} */ (button?.closest("[data-place]"));
    if (button?.dataset.act) actions[button.dataset.act](Number(row?.dataset.place));
  });
  const addChosen = () => {
    const optimizer = add.value;
    add.value = "";
    if (!optimizer) return;
    /** @type {Run} */
    const run =
      optimizer === "copy"
        ? structuredClone({ ...state.runs[state.selected], hidden: false })
        : { optimizer, settings: { ...catalogue.optimizers[optimizer].defaults }, hidden: false };
    take([...state.runs, run], state.runs.length);
  };
  // Letters and arrows go through the options of a closed menu: then the Enter key takes one.
  let isKeyed = false;
  add.addEventListener("keydown", (/** @type {KeyboardEvent} */ { key }) => {
    if (key === "Enter") return addChosen();
    isKeyed = true;
    setTimeout(() => {
      isKeyed = false;
    });
  });
  add.addEventListener("change", () => {
    if (!isKeyed) addChosen();
  });
  add.addEventListener("blur", () => {
    add.value = "";
  });

  return { draw };
};
