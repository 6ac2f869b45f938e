/* Types of runs, kernels and sweeps. */

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
