/** The claims' numbers as they were last measured; `npm run check:claims -- --write` writes them. */
import { formatCount, formatNumber, formatPercent } from '@/lib/format/format';
import type { Claim, CountedSet } from './claim';
import { CLAIMS, type ClaimId } from './claims';
import recorded from './recorded.json' with { type: 'json' };

/** How many images a set or a class has, and how many different drawings they show. */
export interface ImageCount {
  readonly images: number;
  readonly originals: number;
}

export interface Recorded {
  /** By set: all images, and those of each class in the order of the classes. */
  readonly sets: Readonly<Record<CountedSet, ImageCount & { readonly classes: readonly ImageCount[] }>>;
  readonly values: Readonly<Record<ClaimId, number>>;
}

export const RECORDED: Recorded = recorded;

/** Whether a claim was counted on photographs, not on drawings. */
export const isOfPhotographs = (id: ClaimId): boolean => {
  const on: readonly CountedSet[] = CLAIMS[id].on;
  return on.includes('photographs');
};

/** A claim's number in the reader's language. */
export function formatClaim(id: ClaimId, value = RECORDED.values[id]): string {
  const { form, decimals = 2 }: Claim = CLAIMS[id];
  if (form === 'percent') return formatPercent(value);
  return form === 'count' || decimals === 0 ? formatCount(Math.round(value)) : formatNumber(value, decimals);
}

/** What a claim was counted on, all its sets together; null where it follows from the layers alone. */
export function imagesOfClaim(id: ClaimId): ImageCount | null {
  const on: readonly CountedSet[] = CLAIMS[id].on;
  if (on.length === 0) return null;
  const total = (of: keyof ImageCount) => on.reduce((sum, set) => sum + RECORDED.sets[set][of], 0);
  return { images: total('images'), originals: total('originals') };
}
