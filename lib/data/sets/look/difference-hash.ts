/**
 * The difference hash, by which images that look alike are found: it says of neighbouring places which one is brighter, so it
 * survives scaling, recompression and changes of brightness. By Neal Krawetz (“Kind of Like That”, hackerfactor.com, 2013),
 * here with rows and columns in 128 bits, as in Ben Hoyt’s “Duplicate image detection with perceptual hashing in Python”
 * (2017).
 */
import type { MapShape } from '@/lib/tensor/tensor';

/** The grid's side: nine places have eight differences. */
export const GRID = 9;
const DIFFERENCES = GRID - 1;
/** A hash in parts of 16 bits. */
export const PARTS = (2 * DIFFERENCES * DIFFERENCES) / 16;

/** For each pixel of a side: the cells that it lies in, and by how much of a cell. */
function sharesOf(side: number): readonly (readonly (readonly [cell: number, share: number])[])[] {
  const step = GRID / side;
  return Array.from({ length: side }, (_, at) => {
    const [low, high] = [at * step, Math.min((at + 1) * step, GRID)];
    const shares: [number, number][] = [];
    for (let cell = Math.floor(low); cell < high && cell < GRID; cell++)
      shares.push([cell, Math.min(high, cell + 1) - Math.max(low, cell)]);
    return shares;
  });
}

/** Scales images of one shape to the grid. */
export function gridder([height, width, channels]: MapShape) {
  const [rows, columns] = [sharesOf(height), sharesOf(width)];
  const lines = new Float64Array(GRID);
  const sums = new Float64Array(GRID * GRID);
  /** Writes the grey means of an image that begins at `from`: nine rows of nine. */
  return (pixels: Uint8Array, from: number, into: Uint8Array): void => {
    sums.fill(0);
    let at = from;
    for (let row = 0; row < height; row++) {
      lines.fill(0);
      for (let column = 0; column < width; column++, at += channels) {
        // The luma of ITU-R BT.601, as everywhere where colours become grey.
        const grey =
          channels === 1 ? pixels[at] : 0.299 * pixels[at] + 0.587 * pixels[at + 1] + 0.114 * pixels[at + 2];
        for (const [cell, share] of columns[column]) lines[cell] += grey * share;
      }
      for (const [cell, share] of rows[row])
        for (let column = 0; column < GRID; column++) sums[cell * GRID + column] += lines[column] * share;
    }
    for (let cell = 0; cell < sums.length; cell++) into[cell] = Math.round(sums[cell]);
  };
}

/**
 * The hash of a grid, as {@link PARTS} numbers of 16 bits. Neighbouring bits are in different parts: what is plain in one
 * place of all images, such as the rim of digits, makes no part the same for all.
 */
export function differenceHash(grid: Uint8Array, into: Uint16Array): void {
  into.fill(0);
  let bit = 0;
  const put = (isBrighter: boolean) => {
    if (isBrighter) into[bit % PARTS] |= 1 << Math.floor(bit / PARTS);
    bit += 1;
  };
  for (let row = 0; row < DIFFERENCES; row++)
    for (let column = 0; column < DIFFERENCES; column++) {
      const at = row * GRID + column;
      put(grid[at] < grid[at + 1]);
      put(grid[at] < grid[at + GRID]);
    }
}
