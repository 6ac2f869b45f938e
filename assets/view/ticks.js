/* The ticks of an axis with their labels, on the canvas and in Plotly alike: round, all in one style,
   and never so close that they overprint. */
import * as Numbers from "./numbers.js";

const most = 5;
const apart = 22;
const rounds = [1, 2, 3, 5, 10, 20, 30, 50, 100, 200, 300];

const tidy = value => Number(value.toPrecision(12));

/** Multiples of 1, 2 or 5 times a power of ten. */
const even = (low, high, count) => {
  const rough = (high - low) / count, decade = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].find(times => times * decade >= rough) * decade;
  const first = Math.ceil(low / step), last = Math.floor(high / step);
  return Array.from({length: Math.max(0, last - first + 1)}, (_, k) => tidy((first + k) * step));
};

/** On an axis in decades: whole ones, parts of one, or even steps, whichever shows most. */
const logarithmic = ([low, high], count, length) => {
  const least = (high - low) / count, step = rounds.find(round => round >= least) ?? 500, whole = [], parts = [];
  for (let k = Math.ceil(low / step); k * step <= high; k++) whole.push(Number(`1e${k * step}`));
  if (whole.length > 2) return whole;
  for (let k = Math.floor(low); k <= high; k++) parts.push(...[1, 2, 5].map(part => Number(`${part}e${k}`)));
  const place = value => (Math.log10(value) - low) / (high - low) * length;
  const clear = values => values.every((value, k) => !k || place(value) - place(values[k - 1]) >= apart);
  const inside = parts.filter(value => place(value) >= 0 && place(value) <= length);
  return [inside, even(10 ** low, 10 ** high, count)].filter(clear)
    .reduce((best, found) => (found.length > best.length ? found : best), whole);
};

const plain = size => size >= 1e-4 && size < 1e7;

/** The labels of some values: plain as long as all can be, or all with a power of ten. */
const labels = (values, type) => {
  const {exact, exponent, power, scaled} = Numbers;
  const sizes = values.map(Math.abs), greatest = Math.max(...sizes);
  if (plain(greatest) && (type !== "log" || plain(Math.min(...sizes)))) return values.map(value => exact(value));
  if (type !== "log") return values.map(value => scaled(value, exponent(greatest)));
  const round = values.every(value => Number(`1e${exponent(value)}`) === value);
  return values.map(value => (round ? power(exponent(value)) : scaled(value, exponent(value))));
};

/** The ticks of an axis: where, and what stands there. */
export const axisTicks = ({range, type, _length: length}) => {
  const count = Math.max(2, Math.min(most, length / apart));
  const values = type === "log" ? logarithmic(range, count, length) : even(...range, count);
  const texts = labels(values, type);
  return values.map((value, k) => ({value, text: texts[k]}));
};
