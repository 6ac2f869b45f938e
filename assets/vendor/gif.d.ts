/** Encoder of GIF, frame by frame. */
export function GIFEncoder(): {
  writeFrame(
    index: Uint8Array,
    width: number,
    height: number,
    options: {
      palette?: number[][];
      /** In milliseconds. */
      delay: number;
      transparent?: boolean;
      transparentIndex?: number;
      /** What becomes of the frame before the next one; 1 leaves it. */
      dispose?: number;
    },
  ): void;
  finish(): void;
  bytes(): Uint8Array<ArrayBuffer>;
};
/** The colours that come nearest to those of RGBA pixels, as red, green and blue. */
export function quantize(pixels: Uint8ClampedArray | Uint8Array, most: number): number[][];
export function nearestColorIndex(palette: number[][], colour: number[]): number;
