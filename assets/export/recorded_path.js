/* Recorded path: a path for canvases that can be written as SVG, which a Path2D alone does not tell. */

/** A coordinate as SVG has it: a hundredth of a pixel is enough.
    @param {number} value */
export const coordinate = (value) => String(Math.round(100 * value) / 100);

/** @param {number[]} values */
const list = (...values) => values.map(coordinate).join(" ");

export class RecordedPath extends Path2D {
  /** The path in SVG's letters.
      @type {string} */
  d;

  /** @param {string | Path2D} [from] */
  constructor(from) {
    super(from);
    this.d = typeof from === "string" ? from : from instanceof RecordedPath ? from.d : "";
  }

  /** @param {number} x
      @param {number} y */
  moveTo(x, y) {
    super.moveTo(x, y);
    this.d += `M${list(x, y)}`;
  }

  /** @param {number} x
      @param {number} y */
  lineTo(x, y) {
    super.lineTo(x, y);
    this.d += `${this.d ? "L" : "M"}${list(x, y)}`;
  }

  closePath() {
    super.closePath();
    this.d += "Z";
  }

  /** A circle, or an arc that goes with the clock.
      @param {number} x
      @param {number} y
      @param {number} radius
      @param {number} from
      @param {number} to */
  arc(x, y, radius, from, to) {
    super.arc(x, y, radius, from, to);
    const turn = Math.min(to - from, 2 * Math.PI);
    /** @param {number} angle */
    const at = (angle) => list(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    /** @param {number} angle */
    const arcTo = (angle) => `A${list(radius, radius)} 0 0 1 ${at(angle)}`;
    // In two halves: an SVG arc that ends where it began is not drawn.
    this.d += `${this.d ? "L" : "M"}${at(from)}${arcTo(from + turn / 2)}${arcTo(from + turn)}`;
  }

  /** @param {number} x
      @param {number} y
      @param {number} width
      @param {number} height */
  rect(x, y, width, height) {
    super.rect(x, y, width, height);
    this.d += `M${list(x, y)}h${coordinate(width)}v${coordinate(height)}h${coordinate(-width)}Z`;
  }

  /** A rectangle with round corners, of one radius.
      @param {number} x
      @param {number} y
      @param {number} width
      @param {number} height
      @param {number} radius */
  roundRect(x, y, width, height, radius) {
    super.roundRect(x, y, width, height, radius);
    const r = Math.min(radius, width / 2, height / 2);
    const [across, down] = [coordinate(width - 2 * r), coordinate(height - 2 * r)];
    /** @param {number} dx @param {number} dy */
    const corner = (dx, dy) => `a${list(r, r)} 0 0 1 ${list(dx, dy)}`;
    this.d +=
      `M${list(x + r, y)}h${across}${corner(r, r)}v${down}${corner(-r, r)}` +
      `h-${across}${corner(-r, -r)}v-${down}${corner(r, -r)}Z`;
  }

  /** @param {Path2D} path */
  addPath(path) {
    super.addPath(path);
    if (path instanceof RecordedPath) this.d += path.d;
  }
}

/** Let what is drawn now make recorded paths: the drawing functions name the platform's class.
    @param {() => void} draw without waiting for anything */
export const withRecordedPaths = (draw) => {
  const native = globalThis.Path2D;
  globalThis.Path2D = RecordedPath;
  try {
    draw();
  } finally {
    globalThis.Path2D = native;
  }
};
