export { GIFEncoder, nearestColorIndex, quantize } from "gifenc";
