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

/** What a slider spans of a hyperparameter's range, see optimizers/track.py: `low` and `high` are bounds of the
    value, `start`, `end` and `step` are positions. */
interface Track {
  scale: "linear" | "log" | "decay";
  low: number;
  high: number;
  start: number;
  end: number;
  step: number;
  whole: boolean;
}

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

/** The module of an error function: its kernel, or that of any values of its parameters. */
interface ErrorFunctionModule extends ErrorFunctionKernel {
  /** The names of its parameters, where it has some. */
  parameters?: string[];
  withParameters?(values: Record<string, number>): ErrorFunctionKernel;
}

/** The kernel of an error function. */
interface ErrorFunctionKernel {
  error(w1: number, w2: number): number;
  /** Writes E, g1 and g2. */
  evaluate(w1: number, w2: number, out: Float64Array): void;
}

/** A parameter of the error function: its value, and the ends and the step of its slider. */
interface Parameter {
  name: string;
  value: number;
  low: number;
  high: number;
  step: number;
}

type Point = [number, number];

/** Left, right, bottom and top of a part of the plane. */
type View = [number, number, number, number];

interface Run {
  optimizer: string;
  settings: Settings;
  hidden: boolean;
}

/** The state of a figure with runs, which its address describes. */
interface State {
  E: string;
  start: Point;
  steps: number;
  runs: Run[];
  view: View;
  /** Index of the run whose rule, hyperparameters and traces are shown. */
  selected: number;
  /** The iteration whose step is inspected, from 1. */
  step: number;
  /** Scale of the E axis. */
  axis: "log" | "linear";
  /** What the lower chart shows of the selected run. */
  traces: "rate" | "state";
  /** Those of the error function. */
  parameters: Parameter[];
}

/** A curve of one weight: what it is called and which column it shows. */
interface CurveInfo {
  name: string;
  column: string;
}

/** What the lower chart can show of a rule, see components/playground/traces.py. */
interface TracesInfo {
  /** The effective learning rates; `name` is their formula. */
  rate: { name: string; curves: CurveInfo[] } | null;
  /** The hyperparameter that is the rate of both weights. */
  constant: string | null;
  states: { symbol: string; label: string; curves: CurveInfo[] }[];
}

interface OptimizerInfo {
  name: string;
  defaults: Settings;
  /** Its first hyperparameter: the learning rate, or the first step. */
  rate: { name: string; track: Track };
  /** The symbols of its states, by the name of their columns. */
  symbols: Record<string, string>;
  traces: TracesInfo;
}

/** A preset: its name, what to look for, and the part of the state that it sets. */
interface Preset extends Partial<State> {
  E: string;
  start: Point;
  name?: string;
  look?: string;
}

interface Catalogue {
  defaults: State;
  limits: { largest: number; smallest: number; characters: number; steps: number };
  /** Addresses of the kernels. */
  kernels: Record<"optimizers" | "steps", string>;
  presets: Record<string, Preset>;
  palette: Record<ThemeName, Palette>;
  /** Of hyperparameters, by their names. */
  hyperparameters: Record<string, string>;
  optimizers: Record<string, OptimizerInfo>;
}

type ThemeName = "light" | "dark";

/** The colour of a run, and those of its trajectory from the first iterations to the last. */
interface RunColours {
  colour: string;
  bins: string[];
}

/** The colours of data in a theme. */
interface Palette {
  /** Of the runs, by their place; figure 1 has the first two. */
  runs: RunColours[];
  ground: GroundColours;
  grid: string;
}

/** The colours of the surface in a theme, see components/ui/ground.py: ramps go from low to high E. */
interface GroundColours {
  flat: string[];
  lit: string[];
  shaded: string[];
  line: { colour: string; low: number; high: number; thin: number };
  dotted: string;
  label: string;
  tick: string;
}

/** Contours and formulas of a function in a view, as the server answers. */
interface SurfaceAnswer {
  /** The function's canonical text. */
  E: string;
  /** As the reader spelled it. */
  typed: string;
  view: View;
  trace: ContourTrace;
  /** What is marked, the lowest first. */
  minima: Point[];
  optimum: { w1: number; w2: number } | null;
  /** The key of the preset that it is. */
  preset: string | null;
  /** MathML. */
  formula: string;
  /** MathML, or a sentence. */
  gradient: string;
  /** A sentence on the part of the view that is blank; empty where there is none. */
  note: string;
  /** The names of the parameters that it has. */
  parameters: string[];
}

/** Why a typed error function was refused. */
interface Mistake {
  message: string;
  /** Index of the mistaken character, in code points as Python counts them. */
  position: number | null;
  /** The whole text as the message advises to type it. */
  replacement: string | null;
  /** The letter that can be made a parameter. */
  parameter?: string | null;
}

/** Contours: `z` is the number of the level, in `size` parts of a level, at the points of a grid. */
interface ContourTrace {
  /** What the grid covers: more than the view of the answer. */
  region: View;
  z: (number | null)[][];
  size: number;
  /** E at every level; the first and the last are no lines. */
  levels: number[];
  /** The levels from 1 to this one are dotted. */
  dotted: number;
  strong: number[];
  /** Of the ground at evenly spaced heights, in thousandths of the ramp. */
  tones: number[];
}

/** A picture of a surface as Python sends it (components/surface/surface.py): with differences along each row
    instead of heights. */
type Sent<Picture extends { trace: ContourTrace }> = Omit<Picture, "trace"> & {
  trace: Omit<ContourTrace, "z"> & { dz: (number | null)[][] };
};

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

/** The surface of a figure as it is drawn, see surface/plot.js. */
interface Plot {
  /** The element as Plotly extends it. */
  gd: any;
  mapping(): PlotMapping;
  /** The view that has to be seen, as the address has it. */
  view(): View;
  /** What is seen: the view, or another one, widened to the shape of the stage. */
  seen(view?: View): View;
  /** Width of the stage divided by its height. */
  aspect(): number;
  /** Whether the view is this one and no gesture is under way. */
  isAt(view: View): boolean;
  /** Whether the present contours fill the stage at a view, fine enough. */
  covers(view: View): boolean;
  /** The lowest minimum, if there is one. */
  readonly optimum: { w1: number; w2: number } | null;
  /** The answer that is shown. */
  answer(): SurfaceAnswer;
  /** Its contour labels, where they stand. */
  labels(): import("./surface/labels.js").ContourLabel[];
  /** Show other contours, in their own view unless another one is given. */
  show(answer: SurfaceAnswer, at?: View): Promise<unknown>;
  /** Show the surface of a kernel among the present levels, until the next answer. */
  follow(kernel: ErrorFunctionKernel, live: typeof import("./surface/live_contours.js")): void;
  /** Show another view while a gesture goes on. */
  move(view: View): void;
  /** The gesture is over. */
  rest(): void;
  /** Show another view. */
  go(view: View): void;
  /** Place the contour labels anew, away from what `clear` finds now and later. */
  label(clear?: () => import("./surface/labels.js").Clear): void;
  /** Call `draw` whenever another view is drawn, also during a gesture. */
  onDraw(draw: () => void): void;
  /** Call `changed` when another view is at rest. */
  onView(changed: () => void): void;
  /** Call `changed` when the stage has another size. */
  onSize(changed: () => void): void;
}

/** The answer to a typed function, and its kernel. */
interface FoundSurface {
  answer: SurfaceAnswer;
  module: ErrorFunctionModule;
}

/** The surface of a figure, see surface/controller.js. */
interface Surface {
  /** Ask for another function, with what belongs to it; a refused text gives its mistake. */
  ask(part: StatePart): Promise<Mistake | "applied" | "overtaken" | "unanswered">;
  /** Ask for the contours of the present view once it has settled. */
  askView(): void;
}

/** The parameters of a figure, see controls/parameters.js. */
interface ParameterControls {
  /** The kernel of a module with the values of the state. */
  bind(): void;
  /** Show controls and surface as the state has them, once a frame. */
  draw(): void;
  /** Ask for the contours of the values, once they rest. */
  commit(): void;
  /** The answer that comes is for these values. */
  answered(parameters: Parameter[]): void;
  /** Know a parameter that a text may have. */
  add(parameter: Parameter): void;
  /** Those that a text may have, as they were set last. */
  of(text: string): Parameter[];
}

/** Another function, the part of the state that belongs to it, and what to look for in it. */
type StatePart = Partial<State> & { E: string; look?: string };

/** What controls and surfaces need of a figure with runs. */
interface RunFigure {
  key: string;
  root: HTMLElement;
  state: State;
  catalogue: Catalogue;
  plot: Plot;
  surface: Surface;
  /** The answer that belongs to the function and its parameters. */
  answer: SurfaceAnswer;
  /** The module of the function; null until it has come. */
  module: ErrorFunctionModule | null;
  /** It with the values of the parameters. */
  kernel: ErrorFunctionKernel | null;
  parameters: ParameterControls;
  /** The view that the reset button shows. */
  defaultView: View;
  /** The view that the reader has chosen last, in words. */
  viewSentence: string | null;
  byId(id: string): any;
  /** The runs that are shown. */
  paths(): Pick<Trajectory, "columns" | "rows">[];
  /** The query of the state, with some of it changed. */
  query(part?: Partial<State>): string;
  /** The query of a surface: what it depends on, with some of it changed. */
  surfaceQuery(part?: Partial<State>): string;
  /** Take a change of the state: drawn in the next frame, committed later. */
  change(part: Partial<State>): void;
  /** Take another start, and show it in its boxes. */
  setStart(start: Point): void;
  /** Take the answer to a typed function, and what was asked for with it. */
  apply(part: StatePart, found: FoundSurface): Promise<void>;
  /** Ask for a function with what belongs to it, such as a preset's start. */
  ask(part: StatePart): Promise<boolean>;
  redraw(): void;
  commitLater(): void;
  commitSoon(): void;
  /** Shows the view of the reset button, where that is not `defaultView`. */
  resetView?(): void;
  /** May take a tap for itself. */
  tapped?(x: number, y: number): boolean;
}

/** A figure as a page that embeds it sees it, see page/embedding.js. */
interface Embeddable {
  key: string;
  /** The parameters of its address. */
  parts(): import("./state/address.js").Parts;
  /** Its runs, as they are now. */
  results(): (Pick<Trajectory, "columns" | "rows" | "stopped"> & { optimizer: string })[];
  /** Take a whole state as the server sends it, and tell whether it could be shown. */
  take(state: any): Promise<boolean>;
  playback?: Playback;
}

interface Playback {
  /** Play on, or from an iteration. */
  play(t?: number): void;
  /** Pause at an iteration. */
  seek(t: number): void;
}

/** Colours and font of what is drawn on canvases. */
interface CanvasTheme {
  ink: string;
  quiet: string;
  halo: string;
  grid: string;
  font: string;
}

/** What the page calls of Dash in the browser. */
declare var dash_clientside: {
  set_props(id: string, props: Record<string, unknown>): void;
  no_update: unknown;
  /** What Dash calls, see boot.js. */
  lockstep: Record<string, (...args: any[]) => unknown>;
};

/** Debug handle of tests and benchmarks, see main.js. */
declare var lockstep: Record<string, any>;

/** Global of vendor/plotly.min.js. */
declare const Plotly: any;

/** A run whose hyperparameter `name` is varied over a track, see engine/sweep.js. */
interface SweepTask {
  rule: RuleKernel;
  errorFunction: ErrorFunctionKernel;
  start: Point;
  steps: number;
  settings: Settings;
  name: string;
  track: Track;
}

/** The final error at every place of a track; the outcomes are those of engine/sweep.js. */
interface Sweep {
  isFine: boolean;
  places: Float64Array;
  finalE: Float64Array;
  outcomes: Uint8Array;
  startE: number;
  /** Null where no run takes all its steps. */
  best: { value: number; E: number } | null;
  /** How many values were tried. */
  tried: number;
}
