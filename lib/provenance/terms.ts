import type { Term } from '@/lib/kinds/types';
import type { MapShape } from '@/lib/tensor/tensor';
import { cellRead, sumOf } from './reads';

/**
 * The order of a sum's terms: by magnitude, from the most positive to the most negative, or as the layer
 * reads them.
 */
export type TermOrder = 'size' | 'sign' | 'place';

/** The grouping of a sum's terms: by the channel or the position that they read, or none. */
export type TermGrouping = 'channel' | 'position' | 'none';

/** Terms that read one channel, or one position, and their sum. */
export interface TermGroup {
  /** The channel; or the position, counted row by row over the maps, {@link PADDING} outside them. */
  readonly key: number;
  readonly terms: readonly Term[];
  readonly sum: number;
}

interface Weighed {
  readonly product?: number;
  readonly sum?: number;
}

const amount = ({ product, sum = 0 }: Weighed): number => product ?? sum;

/** Compares the contributions of two terms, or two groups, to the sum. Equals keep their order. */
const COMPARE: Record<TermOrder, (a: Weighed, b: Weighed) => number> = {
  size: (a, b) => Math.abs(amount(b)) - Math.abs(amount(a)),
  sign: (a, b) => amount(b) - amount(a),
  place: () => 0,
};

/** A copy of the terms, or of groups of them, in a different order. */
export const inOrder = <T extends Weighed>(terms: readonly T[], order: TermOrder): readonly T[] =>
  order === 'place' ? terms : terms.toSorted(COMPARE[order]);

/** The shared key of all positions in the padding, where the input is 0. */
export const PADDING = -1;

/**
 * The terms grouped by the channel or the position that they read: each term is in one group, so the groups'
 * sums plus the bias are the whole. Groups are in the order of their keys, terms keep their order.
 */
export function groupTerms(
  terms: readonly Term[],
  by: 'channel' | 'position',
  maps: MapShape,
): readonly TermGroup[] {
  const groups = new Map<number, Term[]>();
  for (const term of terms) {
    const key = keyOf(term, by, maps);
    const group = groups.get(key);
    if (group) group.push(term);
    else groups.set(key, [term]);
  }
  return [...groups]
    .map(([key, own]) => ({ key, terms: own, sum: sumOf(own) }))
    .toSorted((a, b) => a.key - b.key);
}

/** The key of a term's group. */
export function keyOf({ source, padded }: Term, by: 'channel' | 'position', maps: MapShape): number {
  const [row, column, channel] = cellRead(source, maps);
  if (by === 'channel') return channel;
  return padded ? PADDING : row * maps[1] + column;
}
