/* Types of figure 1. */

/** A gradient (g) or a step (v) as an arrow, in pixels. */
interface Arrow {
  kind: "g" | "v";
  /** 0 or 1; null for g(1), which both runs have. */
  run: number | null;
  t: number;
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  length: number;
}

/** The weights w(t) of a run, in pixels. */
interface WeightPoint {
  kind: "w";
  run: number | null;
  t: number;
  x: number;
  y: number;
}

interface Arrows {
  g: Arrow[];
  v: Arrow[];
  w: WeightPoint[];
}

/** What the pointer or the keyboard is on: an arrow, a point, or an iteration of a run. */
interface Mark {
  kind?: "g" | "v" | "w";
  run: number | null;
  t: number;
}

/** A label at its place, with its width. */
interface PlacedLabel {
  run: number | null;
  x: number;
  y: number;
  width: number;
  text: string;
}

interface ArrowTheme {
  /** The colour of a run; null is for what both have. */
  of(run: number | null): string;
  halo: string;
  panel: string;
}

/** A trajectory with its rule. */
type RunOfRule = Trajectory & { rule: OptimizerInfo };

/** The figure's surface: its view may be the one that frames all arrows. */
type FramedAnswer = SurfaceAnswer & { scale: number; framed: boolean };

/** What Python sends for the first picture. */
interface TwoStepsData {
  state: State;
  defaults: State;
  surface: Sent<FramedAnswer>;
  trajectories: Trajectory[];
  /** Texts of the address that were refused, by the ids of their boxes. */
  refused: Record<string, string>;
}

/** Figure 1, see figure.js. */
interface TwoStepsFigure extends RunFigure, Embeddable {
  /** The catalogue of the whole page: its defaults are those of the server's files. */
  page: Catalogue;
  /** The id of one of its elements. */
  idOf(id: string): string;
  /** The function's canonical text. */
  E: string;
  /** One for each run of the state; NumPy's in the first picture. */
  trajectories: RunOfRule[];
  arrows: Arrows;
  marked: Mark | null;
  /** What the framing asks with; controls ask with `surface`. */
  requests: Surface;
  /** The query of the state without a view: of what frames its arrows. */
  query(part?: Partial<State>): string;
  /** The view may follow from runs and start, so that a surface depends on all of the state. */
  surfaceQuery(part?: Partial<State>): string;
  /** Take a whole state; without a view it is framed. */
  take(whole: StatePart & { view: View | null }): Promise<boolean>;
  /** Take the answer to a request, and what was asked for with it. */
  apply(part: StatePart & { reframe?: string }, found: FoundSurface & { answer: FramedAnswer }): Promise<void>;
  drawArrows(context: CanvasRenderingContext2D, marked: Mark | null): void;
  /** Mark an arrow, a point or an iteration. */
  mark(mark: Mark | null): void;
  begin(): Promise<void>;
}
