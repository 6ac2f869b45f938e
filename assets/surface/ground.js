/* Ground: the tones of the surface from low to high E, with a gentle relief lit from the north-west, as a picture
   with a pixel for every point of the grid. */

const shades = 16;
const typicalSlope = 0.7;
const sampleEvery = 97;

/** @typedef {[number, number, number]} Colour */

/** @param {string} hex
    @returns {Colour} */
const channels = (hex) => {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
};

/** @param {Colour} from
    @param {Colour} to
    @param {number} share
    @returns {Colour} */
const mix = ([r, g, b], to, share) => [
  r + (to[0] - r) * share,
  g + (to[1] - g) * share,
  b + (to[2] - b) * share,
];

/** The packed colours of a tone, from the side that lies away from the light to the one that faces it.
    @param {GroundColours} colours
    @param {number} tone from 0 to 1 */
const shadesOf = ({ flat, lit, shaded }, tone) => {
  const place = tone * (flat.length - 1);
  const k = Math.min(flat.length - 2, Math.floor(place));
  /** @param {string[]} ramp */
  const at = (ramp) => mix(channels(ramp[k]), channels(ramp[k + 1]), place - k);
  const [even, light, dark] = [at(flat), at(lit), at(shaded)];
  return Array.from({ length: shades + 1 }, (_, n) => {
    const facing = (2 * n) / shades - 1;
    const [red, green, blue] = mix(even, facing > 0 ? light : dark, Math.abs(facing)).map(Math.round);
    return (255 << 24) | (blue << 16) | (green << 8) | red;
  });
};

/** How steep most of the ground is, in parts of a level from one grid point to the next.
    @param {ContourTrace["z"]} z */
const usualSlope = (z) => {
  const columns = z[0].length - 1;
  const slopes = [];
  for (let k = 0; k < (z.length - 1) * columns; k += sampleEvery) {
    const [row, column] = [Math.floor(k / columns), k % columns];
    const here = z[row][column];
    if (here === null) continue;
    slopes.push(Math.hypot((z[row][column + 1] ?? here) - here, (z[row + 1][column] ?? here) - here));
  }
  slopes.sort((a, b) => a - b);
  return slopes[Math.floor(typicalSlope * slopes.length)] || 1;
};

/** Of a table of tones, how many lie between two that are given. */
const fine = 8;

/** The shades of every tone. The tones are given at evenly spaced heights: there is one for every eighth of these.
    @param {ContourTrace} trace
    @param {GroundColours} colours */
export const shadesOfTones = ({ tones }, colours) =>
  Array.from({ length: (tones.length - 1) * fine + 1 }, (_, n) => {
    const k = Math.min(tones.length - 1, Math.floor(n / fine));
    const next = tones[Math.min(tones.length - 1, k + 1)];
    return shadesOf(colours, (tones[k] + (next - tones[k]) * (n / fine - k)) / 1000);
  });

/** Paint the ground; where E has no value it stays clear.
    @param {HTMLCanvasElement} canvas
    @param {ContourTrace} trace
    @param {ReturnType<typeof shadesOfTones>} table */
export const paintGround = (canvas, { z, size, levels, tones }, table) => {
  const [rows, columns] = [z.length, z[0].length];
  canvas.width = columns;
  canvas.height = rows;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const image = context.createImageData(columns, rows);
  const pixels = new Int32Array(image.data.buffer);
  const perTone = ((levels.length - 1) * size) / Math.max(1, tones.length - 1) || 1;
  const usual = usualSlope(z);
  for (let row = 0; row < rows; row++) {
    const [below, here, above] = [z[Math.max(0, row - 1)], z[row], z[Math.min(rows - 1, row + 1)]];
    const into = (rows - 1 - row) * columns;
    for (let column = 0; column < columns; column++) {
      const height = here[column];
      if (height === null) continue;
      const right = here[column + 1] ?? height;
      const left = here[column - 1] ?? height;
      const across = (right - left) / 2;
      const up = ((above[column] ?? height) - (below[column] ?? height)) / 2;
      const steep = Math.sqrt(across * across + up * up);
      // Ground that rises to the right and falls upwards faces the north-west.
      const lit = steep ? (across - up) / (Math.SQRT2 * (steep + usual)) : 0;
      const shade = Math.round(((lit + 1) * shades) / 2);
      pixels[into + column] = table[Math.min(table.length - 1, Math.round((height / perTone) * fine))][shade];
    }
  }
  context.putImageData(image, 0, 0);
};
