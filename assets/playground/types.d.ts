/* Types of the playground. */

/** A trajectory with the run that it came from. */
interface PlaygroundTrajectory extends Trajectory {
  optimizer: string;
  settings: Settings;
}

/** What Python sends for the first picture. */
interface PlaygroundData {
  state: State;
  surface: Sent<SurfaceAnswer>;
  trajectories: Trajectory[];
  /** Texts of the address that were refused, by the ids of their boxes. */
  refused: Record<string, string>;
}

/** Colours of the page and its fonts, for canvases. */
interface PageTheme extends Omit<CanvasTheme, "grid"> {
  paper: string;
  panel: string;
  sunk: string;
  line: string;
  field: string;
  wrong: string;
  accent: string;
  /** Families. */
  words: string;
  math: string;
  /** Pixels of a rem. */
  unit: number;
}

/** Those of the playground's canvases. */
interface PlaygroundTheme extends PageTheme, CanvasTheme {
  /** By place. */
  runs: RunColours[];
}

/** The iteration that is inspected; in a race, runs are drawn up to it. It is a fraction while playing. */
interface PlaygroundTime {
  t: number;
  isRace: boolean;
  isPlaying: boolean;
}

/** A part of the playground that is drawn again when the state changes. */
interface FigureView {
  draw(): void;
  /** Called at rest. */
  commit?(): void;
  /** Called when a canvas was resized. */
  fit?(): void;
}

/** What charts need of the margins around them, see plot_frame.js. */
interface PlotFrame {
  readonly left: number;
  readonly right: number;
  /** Neither axes nor names. */
  readonly isCompact: boolean;
  /** Whether an element stands over the charts as their cursor. */
  readonly hasCursorElement: boolean;
}

/** A chart of the time section, with what it drew last. */
interface TimeChart {
  /** The room of its curves in its canvas. */
  area(): Box;
  axis(): { type: "linear" | "log"; range: [number, number] } | null;
  /** From iterations and values to pixels of its canvas. */
  mapping(): Box & { x(t: number): number; y(value: number): number };
  curves(): { place: number; label: string | null; values: ArrayLike<number>; rows: number }[];
  /** Its numbers at an iteration, in lines. */
  numbersAt(t: number): { text: string; colour: string }[];
}

/** The playground, see figure.js. */
interface Playground extends RunFigure, Embeddable {
  key: string;
  /** The function's canonical text. */
  E: string;
  theme: PlaygroundTheme;
  startBoxes: { show(): void; draw(): void; commit(): void };
  runControls: FigureView & { show(): void; commit(): void };
  commit(): void;
  /** Go on drawing in the next frame. */
  proceed(): void;
  begin(): Promise<void>;
  playback: Playback;
  /** Called after each drawing, for benchmarks. */
  afterDraw: (() => void) | null;
  rules: Record<string, RuleKernel> | null;
  stepsModule: StepsModule;
  /** One for each run of the state. */
  trajectories: PlaygroundTrajectory[];
  /** Those of the selected run. */
  trajectory: PlaygroundTrajectory;
  rule: OptimizerInfo;
  time: PlaygroundTime;
  /** The iteration that is pointed at. */
  marked: number | null;
  /** Whether it is drawn where nobody can touch it. */
  isPicture?: boolean;
  /** Tells whether two states show the same runs. */
  scene: string;
  isFirstScene: boolean;
  selectRun(place: number): void;
  /** The two charts, see time_section.js. */
  charts: Record<"error" | "trace", TimeChart>;
  goTo(t: number, time?: { isRace?: boolean; isPlaying?: boolean }): void;
  mark(t: number | null): void;
  /** Say in the lead what to look at in this scene. */
  tell(words: string): void;
}

/** A case of a worked line, printed by optimizers/formulas/steps_module.py. */
interface StepCase {
  when(now: Record<string, number>): boolean;
  /** The values of the slots. */
  read(now: Record<string, number>): number[];
  /** The value of the line for numbers in its slots. */
  value(slots: number[]): number;
  settings: boolean[];
  rational: boolean;
  sums: boolean;
  /** MathML. */
  formula: string;
}

interface StepLine {
  name: string;
  cases: StepCase[];
}

/** The outcome of a step compared with gradient descent. */
interface StepFate {
  when(v: number, plain: number): boolean;
  times(v: number, plain: number): number;
  words: string;
  again: string;
}

/** The module of the worked steps of all rules. */
interface StepsModule {
  sentence: string;
  gradient: string;
  fates: StepFate[];
  steps: Record<
    string,
    {
      past: Record<string, string>;
      compared: string;
      plain(now: Record<string, number>): number;
      /** Whether the effective learning rate is a quotient; null without one. */
      divides: boolean | null;
      lines: StepLine[];
    }
  >;
}
