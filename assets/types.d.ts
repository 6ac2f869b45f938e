/* Types that the modules of assets/ share. */

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
