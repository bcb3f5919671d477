import type { Addend } from '@/components/figures/sum';
import { formatCount } from '@/lib/format/format';
import type { TracedExplanation } from '@/lib/provenance/explain';
import { sumOf } from '@/lib/provenance/reads';
import { inOrder } from '@/lib/provenance/terms';
import words from '@/words/inspector-announcements';
import type { TermRows } from './use-term-rows';

/** How many terms of a long sum, or groups, are listed individually. */
const FIRST = 12;
const GROUPS = 4;

/**
 * The decimals for `count` terms: their total rounding stays below the last digit but one, as long as it is a
 * sum that someone would do by hand.
 */
export const writtenDecimals = (count: number): number => (count > 9 ? 6 : 5);

/** The contents of a list of terms, in a sentence. */
export function placesOf({ terms, reads, winner }: TracedExplanation): string {
  const stage = reads ?? '';
  if (terms.length === 1) return words.leadsTo({ stage });
  if (winner !== undefined) return words.candidates({ count: terms.length, stage });
  return words.eachLeads({ count: formatCount(terms.length), stage });
}

/** The addends of a summarized sum: its groups or its first terms, the rest, and the bias. */
export function addendsOf(
  { terms, bias }: TracedExplanation,
  { groups, order }: Pick<TermRows, 'groups' | 'order'>,
  groupName: (key: number) => string,
): readonly Addend[] {
  const listed: readonly Addend[] = groups
    ? groups.slice(0, groups.length > GROUPS ? GROUPS - 1 : GROUPS).map((group) => ({
        value: group.sum,
        note: groupName(group.key),
      }))
    : [firstTerms(terms, order)];
  const others = groups ? groups.length - listed.length : terms.length - Math.min(FIRST, terms.length);
  const rest = sumOf(terms) - listed.reduce((sum, { value }) => sum + value, 0);
  return [
    ...listed,
    ...(others > 0
      ? [{ value: rest, note: words.others({ count: formatCount(others), groups: groups ? 'yes' : 'no' }) }]
      : []),
    ...(bias === undefined ? [] : [{ value: bias, note: words.bias() }]),
  ];
}

function firstTerms(terms: TracedExplanation['terms'], order: TermRows['order']): Addend {
  const first = inOrder(terms, order).slice(0, FIRST);
  const count = first.length;
  const note = count < terms.length ? words.first({ count }) : words.productsOf({ count });
  return { value: sumOf(first), note };
}
