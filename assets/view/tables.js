/* Tables: rows, headings and captions as elements. */

/** A table row; `scopeOf` tells which cells are headings.
    @param {string[]} cells
    @param {(index: number) => "row" | "col" | null} scopeOf */
const createRow = (cells, scopeOf) => {
  const row = document.createElement("tr");
  row.append(
    ...cells.map((text, k) => {
      const scope = scopeOf(k);
      const cell = document.createElement(scope ? "th" : "td");
      if (scope) cell.setAttribute("scope", scope);
      cell.textContent = text;
      return cell;
    }),
  );
  return row;
};

/** A row whose first cell is its heading.
    @param {...string} cells */
export const tableRow = (...cells) => createRow(cells, (k) => (k ? null : "row"));

/** The row of column headings.
    @param {...string} cells */
export const headingRow = (...cells) => createRow(cells, () => "col");

/** A table without caption and headings, for tooltips.
    @param {HTMLTableRowElement[]} rows */
export const plainTable = (rows) => {
  const table = document.createElement("table");
  table.append(...rows);
  return table;
};

/** A table with a caption and a row of headings.
    @param {string} caption
    @param {HTMLTableRowElement} headings
    @param {HTMLTableRowElement[]} rows */
export const captionedTable = (caption, headings, rows) => {
  const table = document.createElement("table");
  table.createCaption().textContent = caption;
  table.createTHead().append(headings);
  table.createTBody().append(...rows);
  return table;
};
