import { type ColourRange, rangeOf } from '@/lib/format/colour-maps';
import type { StageTrace } from '@/lib/network/trace';
import { difference } from '@/lib/tensor/difference';
import type { Pinned } from './use-pinned';

/**
 * The union of two ranges, so that one legend serves both. `signed`: centred on zero whatever the values are.
 */
export function rangeOfBoth(a: Float32Array | null, b: Float32Array | null, signed = false): ColourRange {
  const kind = signed ? 'diverging' : undefined;
  const [one, other] = [a, b].map((values) => rangeOf(values ?? new Float32Array(0), kind));
  if (one.kind === other.kind) return one.high > other.high ? one : other;
  const reach = Math.max(one.high, other.high);
  return { kind: 'diverging', low: -reach, high: reach };
}

export interface Compared {
  /** What is shown beside the current values: those of the pinned epoch, or the current ones minus them. */
  readonly shown: StageTrace;
  readonly shownRange: ColourRange;
  /** The range of the current values: side by side both have the same one. */
  readonly range?: ColourRange;
}

/** Prepares a stage's values at the pinned epoch for display beside the current ones. */
export function compareWith(
  before: StageTrace,
  now: StageTrace | null,
  how: Pinned['how'] = 'beside',
): Compared {
  if (how === 'beside' || !now) {
    const range = rangeOfBoth(before.values, now?.values ?? null);
    return { shown: before, shownRange: range, range };
  }
  const values = difference(now.values, before.values);
  return { shown: { ...before, values }, shownRange: rangeOf(values, 'diverging') };
}
