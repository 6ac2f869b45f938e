/* Types of the state of a figure, and of the catalogue of what it can have. */

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
