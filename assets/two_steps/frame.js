/* Whether figure 1's view does its steps and gradients justice. */
import * as Scales from "../view/scales.js";

const smallest = {all: 0.3, gradient: 0.1};

/** Whether the view shows every step and gradient, none of them lost in it. */
const good = ({surface, arrows: {g, v}}) => {
  const {left, top, width, height} = Scales.mapping(surface), all = [...g, ...v];
  const xs = all.flatMap(({x0, x1}) => [x0, x1]), ys = all.flatMap(({y0, y1}) => [y0, y1]);
  if (!all.length) return true;
  const extent = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
  return Math.min(...xs) >= left && Math.max(...xs) <= left + width
    && Math.min(...ys) >= top && Math.max(...ys) <= top + height
    && extent >= smallest.all * width
    && Math.max(...g.map(({length}) => length)) >= smallest.gradient * width;
};

export { good };
