/* Path of a run: its outline from the first to the last iteration in pieces, kept until the run or the mapping
   changes, and what is drawn of it up to an iteration. Short pieces take less time than one long path: Skia rasters a
   path in a faster way where it has few points for its size. */
import { polyline } from "../view/polyline.js";

const apart = 5.5;

/** @typedef {Pick<Trajectory, "columns" | "rows">} RunRows */
/** @typedef {{end: number, path: Path2D}} Piece `end` is its last row */
/** @typedef {{rows: number, x: number, y: number}} Head how far a run is drawn: up to a point after so many whole
    rows */

/** A step between dots: 1, 2 or 5 times a power of ten.
    @param {number} steps of the run */
export const dotInterval = (steps) => {
  const rough = steps / 20;
  const decade = 10 ** Math.floor(Math.log10(rough));
  const times = [1, 2, 5, 10].findLast((round) => round * decade <= rough) ?? 1;
  return Math.max(1, Math.round(times * decade));
};

/** The path of one run.
    @returns `follow` a run, then ask for its parts */
export const createRunPath = () => {
  /** @type {RunRows | null} */
  let run = null;
  /** @type {PlotMapping} */
  let map;
  let known = "";
  /** @type {Piece[]} */
  let pieces = [];

  /** @param {number} from
      @param {number} to */
  const between = (from, to) => {
    const { w1, w2 } = /** @type {RunRows} */ (run).columns;
    return polyline(map, w1, w2, from, to);
  };

  /** Follow a run, in a mapping that has a key.
      @param {RunRows} trajectory
      @param {PlotMapping} mapping
      @param {string} key
      @param {number} count of pieces */
  const follow = (trajectory, mapping, key, count) => {
    map = mapping;
    if (trajectory === run && key === known) return;
    [run, known] = [trajectory, key];
    const last = trajectory.rows - 1;
    pieces = [];
    for (let k = 0; k < count; k++) {
      const from = Math.floor((k * last) / count);
      const end = Math.floor(((k + 1) * last) / count);
      pieces.push({ end, path: between(from, end) });
    }
  };

  /** Where a run stands at an iteration, which may lie between two rows.
      @param {number} t
      @returns {Head} */
  const at = (t) => {
    const { columns, rows } = /** @type {RunRows} */ (run);
    const row = Math.max(0, Math.min(rows - 1, Math.floor(t)));
    const next = Math.min(rows - 1, row + 1);
    const share = Math.min(1, Math.max(0, t - row));
    const [x, y] = [map.x(columns.w1[row]), map.y(columns.w2[row])];
    if (next === row || !share) return { rows: row, x, y };
    return {
      rows: row,
      x: x + share * (map.x(columns.w1[next]) - x),
      y: y + share * (map.y(columns.w2[next]) - y),
    };
  };

  /** The piece that a head stands in, up to the head.
      @param {Head} head
      @param {number} k of the piece */
  const partial = ({ rows, x, y }, k) => {
    const path = between(k ? pieces[k - 1].end : 0, rows);
    path.lineTo(x, y);
    return path;
  };

  /** Call `stroke` for every piece up to a head, with its number.
      @param {Head | null} head null for the whole run
      @param {(path: Path2D, k: number) => void} stroke */
  const upTo = (head, stroke) => {
    for (const [k, { path, end }] of pieces.entries()) {
      if (head && end > head.rows) return stroke(partial(head, k), k);
      stroke(path, k);
    }
  };

  /** The path from the last whole row of a head on.
      @param {Head} head */
  const beyond = ({ rows }) => {
    const path = new Path2D();
    const k = pieces.findIndex(({ end }) => end > rows);
    if (k < 0) return path;
    path.addPath(between(rows, pieces[k].end));
    for (const piece of pieces.slice(k + 1)) path.addPath(piece.path);
    return path;
  };

  /** The dots of iterations that stand apart, every so many, up to a row.
      @param {number} every
      @param {number} last
      @param {number} radius */
  const dots = (every, last, radius) => {
    const { w1, w2 } = /** @type {RunRows} */ (run).columns;
    const path = new Path2D();
    let [x0, y0] = [map.x(w1[0]), map.y(w2[0])];
    for (let t = every; t <= last; t += every) {
      const [x, y] = [map.x(w1[t]), map.y(w2[t])];
      if (!(Math.hypot(x - x0, y - y0) >= apart)) continue;
      path.moveTo(x + radius, y);
      path.arc(x, y, radius, 0, 7);
      [x0, y0] = [x, y];
    }
    return path;
  };

  return { follow, at, upTo, beyond, dots };
};
