/* Curve labels: names beside their curves, where no curve and no other label is. A label stays where it was
   as long as it has room there, so that it does not jump while a slider moves. */

/** @typedef {import("./curve_geometry.js").Envelope} Envelope */
/** @typedef {{left: number, y: number, width: number}} Placed text, by its left end and its middle */
/** @typedef {{curve: number, width: number, at: number}} Label of a curve, by its index; `at` is the part of
    the plot's width where it is best */

const gap = 4;
const between = 6;
const enough = 16;
const distanceCost = 9;
const stayBonus = 5;

/** The columns of the envelopes that a text covers.
    @param {Box} area
    @param {number} columns
    @param {number} left
    @param {number} width */
const columnsUnder = (area, columns, left, width) => {
  const column = (/** @type {number} */ x) => Math.floor(((x - area.left) / area.width) * columns);
  return [Math.max(0, column(left)), Math.min(columns - 1, column(left + width))];
};

/** How far the middle of a text is from the nearest curve, in pixels.
    @param {Envelope[]} envelopes
    @param {Box} area
    @param {Placed} text */
export const roomAround = (envelopes, area, { left, y, width }) => {
  let room = Infinity;
  for (const { tops, bottoms } of envelopes) {
    const [first, last] = columnsUnder(area, tops.length, left, width);
    for (let k = first; k <= last; k++) {
      if (!Number.isNaN(tops[k])) room = Math.min(room, Math.max(tops[k] - y, y - bottoms[k], 0));
    }
  }
  return room;
};

/** The height of a text above (side −1) or below (1) a curve; NaN where the curve is not.
    @param {Envelope} envelope
    @param {Box} area
    @param {{left: number, width: number, height: number, side: number}} text */
const besideCurve = ({ tops, bottoms }, area, { left, width, height, side }) => {
  const [first, last] = columnsUnder(area, tops.length, left, width);
  let reach = -Infinity;
  for (let k = first; k <= last; k++) reach = Math.max(reach, side > 0 ? bottoms[k] : -tops[k]);
  return side * (reach + height / 2 + gap);
};

/** @param {Placed} text
    @param {Placed[]} others
    @param {number} height */
const isFree = ({ left, y, width }, others, height) =>
  others.every(
    (other) =>
      left >= other.left + other.width + between ||
      other.left >= left + width + between ||
      Math.abs(y - other.y) >= height + 1,
  );

/** The best place for a label, or null where there is none.
    @param {Label} label
    @param {{envelopes: Envelope[], area: Box, height: number, taken: Placed[], last: Placed | null}} options
    @returns {Placed | null} */
const placeLabel = ({ curve, width, at }, { envelopes, area, height, taken, last }) => {
  const columns = envelopes[curve].tops.length;
  let best = null;
  let bestScore = -Infinity;
  for (let k = 1; k < columns; k++) {
    const left = area.left + (k / columns) * area.width;
    if (left + width > area.left + area.width - 2) break;
    const cost = distanceCost * Math.abs((left + width / 2 - area.left) / area.width - at);
    for (const side of [-1, 1]) {
      const y = besideCurve(envelopes[curve], area, { left, width, height, side });
      const isInside = y - height / 2 > area.top - 6 && y + height / 2 < area.top + area.height + 3;
      if (!isInside || !isFree({ left, y, width }, taken, height)) continue;
      const room = roomAround(envelopes, area, { left, y, width });
      if (room < height / 2 + gap / 2) continue;
      const stays =
        last && Math.abs(left - last.left) < area.width / columns && Math.abs(y - last.y) < height;
      const score = Math.min(room, enough) - cost + (stays ? stayBonus : 0);
      if (score <= bestScore) continue;
      bestScore = score;
      best = { left, y, width };
    }
  }
  return best;
};

/** Places for some labels in their order; a label without room has none.
    @param {Label[]} labels
    @param {{envelopes: Envelope[], area: Box, height: number, taken: Placed[], last: (Placed | null)[]}} options
    `taken` are places of other texts, `last` those of the same labels before
    @returns {(Placed | null)[]} */
export const placeLabels = (labels, { taken, last, ...options }) => {
  const all = [...taken];
  return labels.map((label, k) => {
    const placed = placeLabel(label, { ...options, taken: all, last: last[k] ?? null });
    if (placed) all.push(placed);
    return placed;
  });
};
