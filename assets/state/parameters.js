/* Parameters of the error function: letters with values and the ranges of their sliders, as an address has them:
   p=k:25,min:1,max:100,step:0.5. components/state/parameter.py reads the same. */

const leastRange = 10;

/** The range that follows from a value.
    @param {number} value
    @returns {[low: number, high: number]} */
const usualRange = (value) => {
  let extent = leastRange;
  while (extent < Math.abs(value)) extent *= 10;
  return [-extent, extent];
};

/** A power of ten of which a range has 100 to 1000.
    @param {number} low
    @param {number} high */
export const usualStep = (low, high) => Number(`1e${Number((high - low).toExponential().split("e")[1]) - 2}`);

/** A parameter with the range that follows from its value.
    @param {string} name
    @param {number} value
    @returns {Parameter} */
export const parameterOf = (name, value) => {
  const [low, high] = usualRange(value);
  return { name, value, low, high, step: usualStep(low, high) };
};

/** A parameter with another range. A step that was the usual one stays so, and the value keeps within.
    @param {Parameter} parameter
    @param {number} low
    @param {number} high
    @returns {Parameter} */
export const withRange = ({ name, value, ...before }, low, high) => {
  const isUsual = before.step === usualStep(before.low, before.high);
  const step = isUsual ? usualStep(low, high) : Math.min(before.step, high - low);
  return { name, value: Math.min(Math.max(value, low), high), low, high, step };
};

/** A parameter with another value, which its range then holds.
    @param {Parameter} parameter
    @param {number} value
    @returns {Parameter} */
export const withValue = (parameter, value) => {
  const { low, high } = parameter;
  const held = { ...parameter, value };
  return value < low || value > high ? withRange(held, Math.min(low, value), Math.max(high, value)) : held;
};

/** A parameter as an address has it: only what does not follow from the rest.
    @param {Parameter} parameter */
export const parameterText = ({ name, value, low, high, step }) => {
  const [usualLow, usualHigh] = usualRange(value);
  const parts = [`${name}:${value}`];
  if (low !== usualLow) parts.push(`min:${low}`);
  if (high !== usualHigh) parts.push(`max:${high}`);
  if (step !== usualStep(low, high)) parts.push(`step:${step}`);
  return parts.join(",");
};

/** Parameters without the ranges, on which no surface depends.
    @param {Parameter[]} parameters */
export const withoutRanges = (parameters) => parameters.map(({ name, value }) => parameterOf(name, value));

/** The values by name.
    @param {Parameter[]} parameters
    @returns {Record<string, number>} */
export const valuesOf = (parameters) =>
  Object.fromEntries(parameters.map(({ name, value }) => [name, value]));

/** Those of some parameters whose letter may be in a text; a Greek letter may be spelled out.
    @param {Parameter[]} parameters
    @param {string} text */
export const mayHave = (parameters, text) =>
  parameters.filter(({ name }) => name.charCodeAt(0) > 127 || text.includes(name[0]));

/** Those of some parameters that a function has.
    @param {Parameter[]} parameters
    @param {Pick<SurfaceAnswer, "parameters">} answer */
export const usedOf = (parameters, answer) =>
  parameters.filter(({ name }) => answer.parameters.includes(name));
