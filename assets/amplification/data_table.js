/* The large map as a table of numbers (components/amplification/data_table.py). */
import { setText } from "../view/dom.js";
import { short } from "../view/numbers.js";

/** Update the table.
    @param {HTMLElement} details
    @param {number[]} shares where g1 and g2 are taken, as shares of the range
    @param {number} range
    @param {(gradients: number[]) => number} amplification */
export const updateTable = (details, shares, range, amplification) => {
  const [, ...heads] = details.querySelectorAll("thead th");
  for (const [k, head] of heads.entries()) setText(head, short(shares[k] * range));
  details.querySelectorAll("tbody tr").forEach((row, k) => {
    const [head, ...cells] = row.children;
    const g2 = shares[shares.length - 1 - k] * range;
    setText(head, short(g2));
    for (const [j, cell] of cells.entries()) setText(cell, short(amplification([shares[j] * range, g2])));
  });
};
