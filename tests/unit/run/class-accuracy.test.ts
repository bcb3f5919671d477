import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classAccuracies } from '@/lib/run/class-accuracy';
import { confusionOf, countsOf, recallOf } from '@/lib/run/confusion';

const CLASSES = 4;
const pairs = fc.array(fc.tuple(fc.nat(CLASSES - 1), fc.nat(CLASSES - 1)), { maxLength: 60 });

describe('the accuracy of each class', () => {
  it('is the share of its images that were predicted correctly', () => {
    expect(classAccuracies([0, 0, 1, 1, 1, 2], [0, 1, 1, 1, 0, 2], 3)).toEqual([0.5, 2 / 3, 1]);
  });

  it('is not a number for a class without images', () => {
    expect(classAccuracies([1], [1], 2)).toEqual([Number.NaN, 1]);
  });

  it('matches the confusion matrix', () => {
    fc.assert(
      fc.property(pairs, (all) => {
        const labels = all.map(([label]) => label);
        const answers = all.map(([, answer]) => answer);
        const cells = confusionOf(labels, answers, CLASSES);
        const expected = cells.map((_, own) => recallOf(countsOf(cells), own));
        expect(classAccuracies(labels, answers, CLASSES)).toEqual(expected);
      }),
    );
  });
});
