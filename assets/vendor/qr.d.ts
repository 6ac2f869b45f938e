/** The modules of a QR code, row by row, with a border: whether each is dark. */
export function encode(text: string, options?: { ecc?: "L" | "M" | "Q" | "H"; border?: number }): {
  size: number;
  data: boolean[][];
};
