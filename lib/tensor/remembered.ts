import type { Counted } from './counted';

const known = new WeakMap<Float32Array, Counted>();

/**
 * Stores statistics that were computed with the values, outside the page, so that the page need not compute
 * them again. Such values must not be changed in place.
 */
export function remember(values: Float32Array, counted: Counted): void {
  known.set(values, counted);
}

/** The stored statistics of values, if any. */
export const remembered = (values: Float32Array): Counted | undefined => known.get(values);
