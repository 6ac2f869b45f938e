/* Simplification: of the points of a line as many as come within a fifth of a pixel of all, in one pass: strokes cost
   by the point. */

const tolerance = 0.2;

/** Create a simplifier. From the last point that was kept, it holds the cone of directions that pass all points since
    within the tolerance (Sklansky and Gonzalez, 1980); the last point before one outside the cone is kept.
    @param {(x: number, y: number) => void} keep takes each point of the simplified line but its first
    @returns `begin(x, y)` a line, `push(x, y)` its further points, and `end()` it */
export const createSimplifier = (keep) => {
  let [fromX, fromY] = [0, 0];
  let [lastX, lastY] = [0, 0];
  let reached = 0;
  let isWaiting = false;
  let hasCone = false;
  let [lowX, lowY, highX, highY] = [0, 0, 0, 0];

  /** @param {number} x
      @param {number} y */
  const begin = (x, y) => {
    [fromX, fromY] = [x, y];
    reached = 0;
    isWaiting = hasCone = false;
  };

  const end = () => {
    if (!isWaiting) return;
    keep(lastX, lastY);
    begin(lastX, lastY);
  };

  /** @param {number} x
      @param {number} y */
  const push = (x, y) => {
    const outside = (/** @type {number} */ dx, /** @type {number} */ dy) =>
      lowX * dy - lowY * dx < 0 || highX * dy - highY * dx > 0;
    // Backwards, the farthest point would be lost.
    if (hasCone && (Math.hypot(x - fromX, y - fromY) < reached || outside(x - fromX, y - fromY))) end();
    const distance = Math.hypot(x - fromX, y - fromY);
    if (distance > tolerance) {
      const [ux, uy] = [(x - fromX) / distance, (y - fromY) / distance];
      const sin = tolerance / distance;
      const cos = Math.sqrt(1 - sin * sin);
      const [rightX, rightY] = [ux * cos + uy * sin, uy * cos - ux * sin];
      const [leftX, leftY] = [ux * cos - uy * sin, uy * cos + ux * sin];
      if (!hasCone || lowX * rightY - lowY * rightX > 0) [lowX, lowY] = [rightX, rightY];
      if (!hasCone || highX * leftY - highY * leftX < 0) [highX, highY] = [leftX, leftY];
      hasCone = true;
      reached = distance;
    }
    [lastX, lastY] = [x, y];
    isWaiting = true;
  };

  return { begin, push, end };
};
