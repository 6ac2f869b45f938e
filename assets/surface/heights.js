/* Heights of a surface: they travel as differences along each row, which compress to a quarter. */

/** @param {(number | null)[]} differences
    @returns {(number | null)[]} */
const sums = (differences) => {
  let sum = 0;
  return differences.map((difference) => {
    if (difference === null) return null;
    sum += difference;
    return sum;
  });
};

/** A picture of a surface with its heights.
    @template {{trace: ContourTrace}} Picture
    @param {Sent<Picture>} sent
    @returns {Picture} */
export const withHeights = (sent) => {
  const { dz, ...trace } = sent.trace;
  return /** @type {any} */ ({ ...sent, trace: { ...trace, z: dz.map(sums) } });
};
