import { sharedFloats } from '@/lib/tensor/shared';
import { arraysOf, type Numbers } from '../runs/apart';

/** Gives memory for so many numbers, which holds what was there before. */
export type Place = (count: number) => Float32Array;

/** The memory of one state, array by array. */
type Half = Float32Array[];

/**
 * Memory for the states that a network passes through, 20 MB each for the course's network: two in turn, which are used again
 * and again. New memory comes from the system page by page, which takes longer than reading the numbers into it. It is shared
 * with the page; in a browser that shares none, the page gets copies, and nothing is used again.
 */
export class StateMemory {
  private halves: readonly Half[] = [];

  /** Where the next state may be read into. None of the arrays of `used` is overwritten. */
  besides(used: readonly Numbers[]): Place {
    if (this.halves.length === 0 && globalThis.crossOriginIsolated) this.halves = [[], []];
    const taken = new Set(used.flatMap(arraysOf));
    const half = this.halves.find((arrays) => !arrays.some((array) => taken.has(array))) ?? [];
    let next = 0;
    return (count) => {
      const at = next++;
      if (half[at]?.length !== count) half[at] = sharedFloats(count);
      return half[at];
    };
  }

  /** Another network will come: gives the memory back, as far as nothing else uses it. */
  free(): void {
    this.halves = [];
  }
}
