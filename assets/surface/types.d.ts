/* Types of surfaces: what the server answers, and the plot that shows it. */

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
  labels(): import("./labels.js").ContourLabel[];
  /** Show other contours, in their own view unless another one is given. */
  show(answer: SurfaceAnswer, at?: View): Promise<unknown>;
  /** Show the surface of a kernel among the present levels, until the next answer. */
  follow(kernel: ErrorFunctionKernel, live: typeof import("./live_contours.js")): void;
  /** Show another view while a gesture goes on. */
  move(view: View): void;
  /** The gesture is over. */
  rest(): void;
  /** Show another view. */
  go(view: View): void;
  /** Place the contour labels anew, away from what `clear` finds now and later. */
  label(clear?: () => import("./labels.js").Clear): void;
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
