/* Types of figure 3. */

/** The rule of a map: what the catalogue has of it, and its kernel once that is loaded. */
interface MapRule {
  name: string;
  rate: NamedHyperparameter | null;
  decay: NamedHyperparameter | null;
  defaults: Record<string, number>;
  atOne: string;
  kernel: AmplificationKernel;
}

interface NamedHyperparameter {
  name: string;
  symbol: string;
  low: number;
  high: number;
}

/** Printed by optimizers/kernels.py. */
interface AmplificationKernel {
  /** Writes v(2), C_a and |v(2)| / |eta g2|. */
  twoSteps(g1: number, g2: number, settings: Record<string, number>, out: Float64Array): void;
  /** Writes C_a for every pair of gradients, row by row. */
  map(
    across: Float64Array,
    down: Float64Array,
    settings: Record<string, number>,
    out: Float64Array,
  ): void;
}

interface AmplificationState {
  run: { optimizer: string; settings: Record<string, number> };
  decays: number[];
  range: number;
  probe: [number, number];
}

interface AmplificationCatalogue {
  defaults: AmplificationState;
  kernel: string;
  rules: Record<string, MapRule>;
  colours: Record<ThemeName, string[]>;
  beyond: Record<ThemeName, string>;
  grid: string;
  decays: { most: number; sentence: string };
  shares: number[];
}

/** Places on the colours of C_a: asinh(C_a / rate), from -1 to 1. */
interface ColourScale {
  rate: number;
  /** Where the colours end, in multiples of the rate. */
  end: number;
  /** Values above are hatched. */
  limit: number;
  span: number;
}

/** Colours by level, as the pixels of an image hold them. */
interface MapPalette {
  stops: string[];
  pixels: Uint32Array;
  beyond: number;
}

interface MapTheme {
  name: ThemeName;
  colours: MapPalette;
  ink: string;
  quiet: string;
  grid: string;
  font: string;
  hatch: CanvasPattern;
}

/** What two steps come to. */
interface TwoSteps {
  g1: number;
  g2: number;
  v: number;
  amplification: number;
  ratio: number;
  /** The rule's name. */
  name: string;
  /** The plain step that it is compared with, such as "η g₂". */
  plain: string;
}

/** A small map that is to be shown. */
interface SmallMap {
  key: string;
  title: string;
  rule: MapRule;
  settings: Record<string, number>;
  /** Whether it is the large map, too. */
  current: boolean;
  decay?: number;
}
