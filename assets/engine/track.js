/* Track: the positions of a slider and the values they stand for, as optimizers/track.py describes them. A
   position is the value, its decimal logarithm, or for a decay -log10(1 - value). */

/** @param {Track["scale"]} scale
    @param {number} value */
const positionOf = (scale, value) => {
  if (scale === "log") return Math.log10(value);
  return scale === "decay" && value < 1 ? Math.abs(Math.log10(1 - value)) : value;
};

/** @param {Track["scale"]} scale
    @param {number} position */
const valueAt = (scale, position) => {
  if (scale === "log") return 10 ** position;
  return scale === "decay" ? 1 - 10 ** -position : position;
};

/** The position of a value: an end of the track for one beyond it.
    @param {Track} track
    @param {number} value */
export const trackPosition = ({ scale, high, start, end }, value) =>
  scale === "decay" && value >= high ? end : Math.min(Math.max(positionOf(scale, value), start), end);

/** The share of the track below a value, from 0 to 1.
    @param {Track} track
    @param {number} value */
export const trackShare = (track, value) =>
  (trackPosition(track, value) - track.start) / (track.end - track.start);

/** The value at a position, with all its digits.
    @param {Track} track
    @param {number} position */
export const exactValue = ({ scale, low, high, end, step }, position) => {
  // The last place of a decay is its bound, to which no number of nines leads.
  if (scale === "decay" && position > end - step / 4) return high;
  return Math.min(Math.max(valueAt(scale, position), low), high);
};

/** The number with the fewest digits in an interval, nearest to a value inside it.
    @param {number} value
    @param {number} from inclusive
    @param {number} to exclusive */
const shortest = (value, from, to) => {
  for (let digit = Math.floor(Math.log10(to)); digit > -18; digit--) {
    const candidate = Number(`${Math.round(value / 10 ** digit)}e${digit}`);
    if (candidate >= from && candidate < to) return candidate;
  }
  return value;
};

/** The value at a place of a slider, with as few digits as tell it from the next places: 0.05, 0.053, 0.999.
    @param {Track} track
    @param {number} position may lie beyond the ends; the value keeps within the bounds */
export const trackValue = (track, position) => {
  const { scale, low, high, step, whole } = track;
  const value = exactValue(track, position);
  if (value === low || value === high) return value;
  const found = shortest(value, valueAt(scale, position - step / 2), valueAt(scale, position + step / 2));
  return Math.min(Math.max(whole ? Math.round(found) : found, low), high);
};

/** The value some places further, also beyond the ends of the track, within the bounds.
    @param {Track} track
    @param {number} value
    @param {number} places how many, negative for lower values */
export const stepValue = (track, value, places) => {
  const { scale, low, high, start, end, step, whole } = track;
  const from = scale === "decay" && value >= high ? end : positionOf(scale, value);
  const next = trackValue(track, start + (Math.round((from - start) / step) + places) * step);
  // Whole numbers can be further apart than places.
  return whole && next === value ? Math.min(Math.max(value + Math.sign(places), low), high) : next;
};
