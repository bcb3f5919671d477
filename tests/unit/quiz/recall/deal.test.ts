import { randomLcg } from 'd3-random';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classWord } from '@/lib/course/class-names';
import { bankOf } from '@/lib/quiz/bank';
import { askable, deal } from '@/lib/quiz/recall/deal';
import { anyPipeline } from '../../support/networks';

const seed = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

describe('cards that can be asked', () => {
  it('every card of the deck can be asked, of any network', () => {
    fc.assert(
      fc.property(anyPipeline, seed, (pipeline, at) => {
        const bank = askable(bankOf({ ...pipeline, images: 1000, classWord }));
        for (const { id } of bank) expect(deal(bank, [id], randomLcg(at))?.id).toBe(id);
      }),
      { numRuns: 25 },
    );
  });

  it('a question that does not apply is no card, and does not keep others from being asked', () => {
    fc.assert(
      fc.property(
        anyPipeline.filter(({ architecture }) => architecture.input[2] === 1),
        (pipeline) => {
          const all = bankOf({ ...pipeline, images: 1000, classWord });
          const order = all.find(({ id }) => id.endsWith('-order'))?.id ?? '';
          expect(order).not.toBe('');
          const cards = askable(all).map(({ id }) => id);
          expect(cards).not.toContain(order);
          expect(deal(all, [order, cards[0]], randomLcg(0))?.id).toBe(cards[0]);
        },
      ),
      { numRuns: 25 },
    );
  });
});
