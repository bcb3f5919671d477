import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesOf, confusionOf, countsOf, recallOf, worstMistake } from '@/lib/run/confusion';

const CLASSES = 4;
const classIndex = fc.nat(CLASSES - 1);
const answered = fc.integer({ min: 1, max: 60 }).chain((count) =>
  fc.record({
    labels: fc.array(classIndex, { minLength: count, maxLength: count }),
    before: fc.array(classIndex, { minLength: count, maxLength: count }),
    now: fc.array(classIndex, { minLength: count, maxLength: count }),
  }),
);

describe('a confusion matrix', () => {
  it('counts every image once, in the row of its actual and the column of its predicted class', () => {
    fc.assert(
      fc.property(answered, ({ labels, now }) => {
        const cells = confusionOf(labels, now, CLASSES);
        expect(cells.flat(2).toSorted((a, b) => a - b)).toEqual(labels.map((_, at) => at));
        for (const [right, row] of cells.entries())
          for (const [answer, images] of row.entries())
            for (const image of images) expect([labels[image], now[image]]).toEqual([right, answer]);
      }),
    );
  });

  it('has the accuracy on its diagonal', () => {
    fc.assert(
      fc.property(answered, ({ labels, now }) => {
        const cells = confusionOf(labels, now, CLASSES);
        const right = cells.reduce((sum, row, at) => sum + row[at].length, 0);
        expect(right).toBe(labels.filter((label, at) => label === now[at]).length);
      }),
    );
  });

  it('gives each class’s share and the most frequent mistake', () => {
    const cells = confusionOf([0, 0, 0, 1, 1, 2], [0, 1, 1, 1, 0, 2], 3);
    expect(recallOf(countsOf(cells), 0)).toBeCloseTo(1 / 3, 12);
    expect(recallOf(countsOf(cells), 2)).toBe(1);
    expect(worstMistake(countsOf(cells))).toEqual({ right: 0, answered: 1, count: 2 });
    expect(worstMistake(countsOf(confusionOf([0, 1], [0, 1], 2)))).toBeNull();
  });
});

describe('the changes from one epoch to the next', () => {
  it('are all images with a different prediction, each in one of three groups', () => {
    fc.assert(
      fc.property(answered, ({ labels, before, now }) => {
        const { gained, lost, other } = changesOf(labels, before, now);
        const all = [...gained, ...lost, ...other].toSorted((a, b) => a - b);
        expect(all).toEqual(labels.map((_, at) => at).filter((at) => before[at] !== now[at]));
        const right = (answers: readonly number[]) => answers.filter((one, at) => one === labels[at]).length;
        expect(right(now) - right(before)).toBe(gained.length - lost.length);
      }),
    );
  });
});
