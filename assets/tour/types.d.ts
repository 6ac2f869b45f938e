/* Types of the tour. A stop is the data of components/tour/stop.py, as JSON. */

/** An iteration: from the end where it is negative, or what the control says. */
type TourAt = number | "control";

interface TourMeasure {
  /** A key of MEASURES in measures.js. */
  kind: string;
  /** Place of the run. */
  run: number;
  t: TourAt;
  /** The weight. */
  i: 1 | 2;
  /** Of a state or a hyperparameter. */
  name: string;
  value: number;
  of: TourMeasure[];
}

interface TourNumber {
  type: "number";
  measure: TourMeasure;
  digits: number;
  unit: string;
}

interface TourWords {
  type: "words";
  measure: TourMeasure;
  /** Limits and texts: that of the first limit above the measure is said. */
  cases: [limit: number, text: string][];
  otherwise: string;
  /** Said where the measure is not a number. */
  missing: string;
}

type TourSay = TourNumber | TourWords;

interface TourControl {
  kind: "hyperparameter" | "parameter" | "turn" | "step" | "start" | "guess";
  label: string;
  symbol: string;
  name: string;
  low: number;
  high: number;
  step: number;
  scale: "linear" | "log" | "decay";
  /** Places of the runs whose hyperparameter it is; of a guess, the first is the run whose last step is guessed. */
  runs: number[];
  /** Where it begins as the stop arrives. */
  sweep: number | null;
  unit: string;
}

/** What a control says: a number, or a point where it is the ring or a guess. */
type TourValue = number | Point | null;

interface TourLine {
  run: number;
  /** The weight; 0 where the quantity has none. */
  i: 0 | 1 | 2;
  label: string;
  faint: boolean;
}

interface TourCurves {
  type: "curves";
  title: string;
  quantity: string;
  lines: TourLine[];
  axis: "log" | "linear";
  last: number;
  level: TourMeasure | null;
  levelLabel: string;
}

interface TourResponse {
  type: "response";
  title: string;
  measures: [measure: TourMeasure, label: string][];
  axis: "log" | "linear";
  ticks: number[];
  zones: [from: number, to: number, words: string][];
  samples: number;
  byWeight: boolean;
  unit: string;
}

interface TourCompass {
  type: "compass";
  title: string;
  runs: number[];
}

type TourChart = TourCurves | TourResponse | TourCompass;

interface TourArrow {
  type: "arrow";
  kind: "gradient" | "components" | "update" | "way";
  run: number;
  t: TourAt;
  label: string;
}

interface TourSquare {
  type: "square";
  half: TourMeasure;
  about: "start" | "minimum";
}

interface TourLabel {
  type: "label";
  text: string;
  at: Point;
}

type TourMark = TourArrow | TourSquare | TourLabel;

interface TourStop {
  key: string;
  title: string;
  /** Of its state. */
  query: string;
  says: Record<string, TourSay>;
  control: TourControl | null;
  charts: TourChart[];
  marks: TourMark[];
  /** Places of runs that are drawn pale. */
  faint: number[];
  /** Whether the view is widened to hold the first step. */
  fits: boolean;
  /** Draw only the last steps, where not 0. */
  last: number;
  isPart: boolean;
  /** Key of another figure that is shown in place of the surface. */
  figure: string;
  /** Null where another figure is shown. */
  state: State;
  /** Of the control in the address. */
  value: TourValue;
  /** Of the control where the address says nothing. */
  opening: TourValue;
  /** Query of its state in the playground. */
  playground: string;
  /** MathML of E. */
  formula: string;
  /** HTML, one for each chart. */
  titles: string[];
  /** The result as a sentence, with parts in braces. */
  resultTemplate: string;
  /** Its surface; of the first stop only. */
  surface?: Sent<SurfaceAnswer>;
}

interface TourData {
  stops: TourStop[];
  catalogue: TourCatalogue;
}

type TourCatalogue = Pick<
  Catalogue,
  "defaults" | "limits" | "kernels" | "palette" | "hyperparameters" | "optimizers"
>;

/** A stop with a value of its control: all that is drawn, said and measured follows from it. */
interface TourScene {
  stop: TourStop;
  value: TourValue;
  /** The stop's state with the value in it. */
  state: State;
  kernel: ErrorFunctionKernel;
  rules: Record<string, RuleKernel>;
  /** One for each run of the state, with all its steps. */
  trajectories: Trajectory[];
  /** What has to be seen. */
  view: View;
  /** The first minimum of the stop's surface. */
  minimum: Point | null;
  /** The iteration that is inspected. */
  t: number | null;
  /** How many steps are drawn, maybe a fraction; Infinity for all. */
  grown: number;
  /** What the reader has guessed, also at the stop that reveals it. */
  guess: Point | null;
  /** False only while the last step of run `control.runs[0]` has to be guessed: it is not drawn then, nor its marks
      and its points of charts. */
  isRevealed: boolean;
  /** The key of what is pointed at, as data-link has it. */
  linked: string | null;
  /** With heights. */
  surface: SurfaceAnswer;
  /** The scene of the stop at another value; its trajectories hold until the next call. */
  at(value: TourValue): TourScene;
}

/** The surface of the tour, see surface.js. */
interface TourSurface {
  /** Draw what moves, and the rest where the view is another one. */
  draw(scene: TourScene): void;
  /** Draw the ground and the lines of the scene that was drawn last, if they are others. */
  drawGround(): void;
  /** Show the scene of another stop: the camera moves, or the surface fades. */
  moveTo(scene: TourScene, options: { animate: boolean }): void;
  /** End the motion of the camera at once. */
  finish(): void;
  /** From values to pixels of the stage and back. */
  map(): PlotMapping;
  /** What a pointer is at, as data-link has it. */
  namesAt(event: PointerEvent): string[];
  onResize(changed: () => void): void;
}

/** What the response charts need to compute every setting of the control. */
interface TourMeasuring {
  measure(measure: TourMeasure, scene: TourScene): number;
  /** The scene of a stop at another value; its trajectories hold until the next call. */
  sceneAt(stop: TourStop, value: TourValue): TourScene;
  /** Values of a stop's control, evenly spaced on its axis. */
  samples(control: TourControl, count: number): number[];
  /** Where a value lies on the control's axis, from 0 to 1. */
  shareOf(control: TourControl, value: number): number;
}

/** The charts of the tour, see charts.js. */
interface TourCharts {
  draw(scene: TourScene): void;
  /** Where the control's axis lies, in pixels of its plot. */
  axisOf(scene: TourScene): { left: number; width: number } | null;
  /** What a pointer in a chart is at, as data-link has it, the most particular name first. */
  namesAt(event: PointerEvent): string[];
  /** Compute the responses of a stop beforehand, in idle time. */
  prepare(scene: Pick<TourScene, "stop">): void;
  /** What is computed is not true any more. */
  forget(): void;
}
