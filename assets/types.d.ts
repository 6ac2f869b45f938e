/* Types that the modules of assets/ share. */

/** Columns of a trajectory by name: w1, w2, E, g1, g2, v1, v2 and the rule's states. */
type Columns = Record<string, Float64Array | number[]>;

interface Trajectory {
  columns: Columns;
  /** How many rows of the columns count; row 0 is the start. */
  rows: number;
  /** Why the run ended early, in words. */
  stopped: string | null;
}

type Settings = Record<string, number>;

/** A rule's kernel, printed by optimizers/kernels.py. */
interface RuleKernel {
  columns: string[];
  descend(
    evaluate: ErrorFunctionKernel["evaluate"],
    w1: number,
    w2: number,
    steps: number,
    settings: Settings,
    out: Columns,
  ): { rows: number; stopped: string | null };
}

/** The kernel of an error function. */
interface ErrorFunctionKernel {
  error(w1: number, w2: number): number;
  /** Writes E, g1 and g2. */
  evaluate(w1: number, w2: number, out: Float64Array): void;
}

type Point = [number, number];

/** Left, right, bottom and top of a part of the plane. */
type View = [number, number, number, number];

interface Run {
  optimizer: string;
  settings: Settings;
}

/** The state of a figure with runs, which its address describes. */
interface State {
  E: string;
  start: Point;
  steps: number;
  runs: Run[];
  view: View;
}

/** A curve of a rule beside the error: what it is called and which column it shows. */
interface CurveInfo {
  name: string;
  column: string | null;
  group: "error" | "memory" | "rate" | "level";
}

interface OptimizerInfo {
  name: string;
  defaults: Settings;
  /** The symbols of its states, by the name of their columns. */
  symbols: Record<string, string>;
  curves: (CurveInfo | null)[];
  level: { of: string; mark: string } | null;
}

interface Preset {
  E: string;
  start: Point;
  view?: View;
}

interface ClaimInfo {
  claim: string;
  words: string;
  shows: { label: string; state: State; curves: string }[];
}

interface Catalogue {
  defaults: State;
  limits: { largest: number; smallest: number; characters: number };
  kernels: Record<"optimizers" | "steps" | "amplification", string>;
  presets: Record<string, Preset>;
  palette: Record<ThemeName, Record<string, any>>;
  claims: Record<string, ClaimInfo>;
  optimizers: Record<string, OptimizerInfo>;
}

type ThemeName = "light" | "dark";

/** Contours and formulas of a function in a view, as the server answers. */
interface SurfaceAnswer {
  /** The function's canonical text. */
  E: string;
  /** As the reader spelled it. */
  typed: string;
  view: View;
  /** A contour trace of Plotly. */
  trace: Record<string, any>;
  /** MathML. */
  formula: string;
  /** MathML, or a sentence. */
  gradient: string;
}

/** A rectangle in pixels. */
interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** From values to pixels of a stage and back, inside a plotting area. */
interface PlotMapping extends Box {
  x(value: number): number;
  y(value: number): number;
  valueX(pixel: number): number;
  valueY(pixel: number): number;
}

/** Colours and font of what is drawn on canvases. */
interface Theme {
  ink: string;
  quiet: string;
  halo: string;
  grid: string;
  font: string;
}

/** What the page calls of Dash in the browser. */
declare const dash_clientside: {
  set_props(id: string, props: Record<string, unknown>): void;
  no_update: unknown;
  callback_context: { outputs_list: { id: string }[] };
};

/** The global of vendor/plotly.min.js. */
declare const Plotly: any;
