/** The hashes and grids of many images of one shape, by which those that look alike are found. */
import type { MapShape } from '@/lib/tensor/tensor';
import { differenceHash, GRID, gridder, PARTS } from './difference-hash';

/** How many of 128 bits may differ. Below the number of parts: then at least one part is the same in both. */
export const MOST_BITS = 6;
/** So far apart their grey grids may be on average, of 255: plain images share many bits without being alike. */
const MOST_APART = 10;

const CELLS = GRID * GRID;

const BITS = Uint8Array.from({ length: 1 << 16 }, (_, number) => {
  let count = 0;
  for (let rest = number; rest > 0; rest &= rest - 1) count += 1;
  return count;
});

export class Hashes {
  /** {@link PARTS} numbers for each image. */
  readonly hashes: Uint16Array;
  /** {@link GRID} x {@link GRID} bytes for each image. */
  readonly #grids: Uint8Array;
  readonly #grid: ReturnType<typeof gridder>;

  constructor(count: number, shape: MapShape) {
    this.hashes = new Uint16Array(count * PARTS);
    this.#grids = new Uint8Array(count * CELLS);
    this.#grid = gridder(shape);
  }

  /** The image at a place. */
  put(at: number, image: Uint8Array): void {
    const grid = this.#grids.subarray(at * CELLS, (at + 1) * CELLS);
    this.#grid(image, 0, grid);
    differenceHash(grid, this.hashes.subarray(at * PARTS, (at + 1) * PARTS));
  }

  /** Whether two images look alike; those with the same pixels always do. */
  areAlike(one: number, other: number): boolean {
    return isClose(this.hashes, one * PARTS, this.hashes, other * PARTS) && this.#isAsBright(one, other, 1);
  }

  /** The hash of an image's mirror image, left and right exchanged. */
  mirrorHash(at: number, into: Uint16Array): void {
    const grid = this.#grids.subarray(at * CELLS, (at + 1) * CELLS);
    const turned = grid.map((_, cell) => grid[mirrorCell(cell)]);
    differenceHash(turned, into);
  }

  /** Whether an image, whose mirror image has this hash, looks like the mirror image of another. */
  isMirror(one: number, mirrorHash: Uint16Array, other: number): boolean {
    return isClose(mirrorHash, 0, this.hashes, other * PARTS) && this.#isAsBright(one, other, -1);
  }

  /** Whether the grids hardly differ; the first one read from its right side where `side` is -1. */
  #isAsBright(one: number, other: number, side: 1 | -1): boolean {
    let apart = 0;
    for (let cell = 0; cell < CELLS; cell++) {
      const from = side === 1 ? cell : mirrorCell(cell);
      apart += Math.abs(this.#grids[one * CELLS + from] - this.#grids[other * CELLS + cell]);
    }
    return apart <= MOST_APART * CELLS;
  }
}

const mirrorCell = (cell: number): number => cell - 2 * (cell % GRID) + GRID - 1;

function isClose(a: Uint16Array, from: number, b: Uint16Array, at: number): boolean {
  let bits = 0;
  for (let part = 0; part < PARTS; part++) {
    bits += BITS[a[from + part] ^ b[at + part]];
    if (bits > MOST_BITS) return false;
  }
  return true;
}
