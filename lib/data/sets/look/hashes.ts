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
    let bits = 0;
    for (let part = 0; part < PARTS; part++) {
      bits += BITS[this.hashes[one * PARTS + part] ^ this.hashes[other * PARTS + part]];
      if (bits > MOST_BITS) return false;
    }
    let apart = 0;
    for (let cell = 0; cell < CELLS; cell++)
      apart += Math.abs(this.#grids[one * CELLS + cell] - this.#grids[other * CELLS + cell]);
    return apart <= MOST_APART * CELLS;
  }
}
