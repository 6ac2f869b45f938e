/* Scales: from the values of an axis to pixels, and pixels to values without digits that mean nothing. */

/** A value to a hundredth of a pixel or better, without the digits beyond.
    @param {number} value
    @param {number} extent of the axis, in values */
export const tidy = (value, extent) =>
  Number(value.toFixed(Math.max(0, Math.min(15, 4 - Math.floor(Math.log10(extent))))));

/** From the values of an axis to pixels; all that can be is computed once, not for every point.
    @param {{type: "linear" | "log", range: [number, number]}} axis a log range is in decades
    @param {number} from the pixel of its lower end
    @param {number} length in pixels, negative where it runs upwards
    @returns {(value: number) => number} */
export const axisScale = ({ type, range: [low, high] }, from, length) => {
  const factor = length / (high - low);
  const zero = from - factor * low;
  return type === "log" ? (value) => zero + factor * Math.log10(value) : (value) => zero + factor * value;
};
