import type { Parameter } from '@/lib/kinds/types';

/** How far one filter of a convolution moved between two epochs. */
export interface FilterChange {
  readonly filter: number;
  /** The L2 norm of the difference of its weights. */
  readonly moved: number;
  /** `moved` over the L2 norm of its weights before; Infinity where those were all zero and no longer are. */
  readonly relative: number;
}

/** Whether a layer's kernels are all the same: nothing was learned there, as where it is frozen. */
export const isUnchanged = ([first, ...others]: readonly Parameter[]): boolean =>
  others.every(({ values }) => values.every((value, at) => value === first.values[at]));

/**
 * How far each filter moved, those that changed most in relation to their size first; equals in the order of
 * the filters. The kernels are [height, width, channels, filters], the filter running fastest; biases are
 * left out.
 * @throws Error when the kernels have different shapes.
 */
export function filterChanges(before: Parameter, now: Parameter): FilterChange[] {
  if (before.shape.join() !== now.shape.join())
    throw new Error(`a kernel of ${now.shape} was none of ${before.shape}`);
  const filters = now.shape[now.shape.length - 1] ?? 1;
  const differences = new Float64Array(filters);
  const sizes = new Float64Array(filters);
  for (let at = 0; at < now.values.length; at++) {
    const filter = at % filters;
    differences[filter] += (now.values[at] - before.values[at]) ** 2;
    sizes[filter] += before.values[at] ** 2;
  }
  return Array.from(differences, (squares, filter) => ({
    filter,
    moved: Math.sqrt(squares),
    relative: squares === 0 ? 0 : Math.sqrt(squares / sizes[filter]),
  })).sort((a, b) => b.relative - a.relative || a.filter - b.filter);
}
