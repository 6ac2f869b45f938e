/* A stand-in for the browser's Path2D, which keeps what was drawn as [command, x, y]. */

export class RecordedPath {
  segments = [];

  moveTo(x, y) {
    this.segments.push(["M", x, y]);
  }

  lineTo(x, y) {
    this.segments.push(["L", x, y]);
  }
}

globalThis.Path2D = RecordedPath;
