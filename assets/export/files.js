/* Files: their names, and the addresses under which the server makes those of numbers and code. */

/** A name of a file that says what is in it.
    @param {...(string | null | undefined | false)} parts those that are not there are left out */
export const fileName = (...parts) => ["lockstep", ...parts.filter(Boolean)].join("-");

/** @typedef {{label: string, route: string, extension: string, query: string}} ServedFile */

/** What is served of all runs.
    @param {Pick<Playground, "query">} playground
    @returns {ServedFile[]} */
export const runFiles = ({ query }) =>
  [
    ["CSV", "csv"],
    ["JSON", "json"],
  ].map(([label, extension]) => ({ label, route: `trajectory.${extension}`, extension, query: query() }));

/** What is served of the first steps of a run.
    @param {Pick<Playground, "query" | "state">} playground
    @param {number} selected
    @param {number} steps
    @returns {ServedFile[]} */
export const stepFiles = ({ query, state }, selected, steps) => {
  const part = query({ selected, steps, step: Math.min(state.step, steps) });
  return [
    ["Markdown", "md"],
    ["LaTeX", "tex"],
    ["CSV", "csv"],
  ].map(([label, extension]) => ({ label, route: `steps.${extension}`, extension, query: part }));
};

/** The scene as a script for each library.
    @param {Pick<Playground, "query">} playground
    @returns {(ServedFile & {library: string})[]} */
export const scriptFiles = ({ query }) =>
  [
    ["NumPy", "numpy"],
    ["PyTorch", "pytorch"],
    ["optax", "optax"],
    ["Keras 3", "keras"],
  ].map(([label, library]) => ({
    label,
    library,
    route: "script.py",
    extension: "py",
    query: `${query()}&library=${library}`,
  }));

/** How large a file is, for reading.
    @param {number} bytes */
export const sizeOf = (bytes) =>
  bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

/** Have the browser save something.
    @param {Blob} blob
    @param {string} name */
export const save = (blob, name) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // Once the browser has begun to read it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};
