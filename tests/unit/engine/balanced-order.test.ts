import { rollup } from 'd3-array';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderOf, turnsOf } from '@/lib/engine/training/images/order';
import type { TrainingSettings } from '@/lib/network/settings';

const SETTINGS: TrainingSettings = {
  optimizer: 'adam',
  learningRate: 0.001,
  batchSize: 8,
  epochs: 4,
  seed: 3,
  balance: true,
};

const counted = (numbers: readonly number[]) =>
  rollup(
    numbers,
    (all) => all.length,
    (one) => one,
  );

describe('balanced classes', () => {
  // 60 images of one class, 9 of another, 3 of a third, mixed.
  const labels = Array.from({ length: 72 }, (_, at) => (at % 24 === 5 ? 2 : at % 8 === 1 ? 1 : 0));

  it('draw the same number of images of each class, and an epoch is as long as without', () => {
    for (const epoch of [1, 2, 7]) {
      const order = orderOf(SETTINGS, epoch, labels);
      expect(order).toHaveLength(72);
      const byClass = counted(order.map((place) => labels[place]));
      expect([byClass.get(0), byClass.get(1), byClass.get(2)]).toEqual([24, 24, 24]);
    }
  });

  it('repeat no image of a class before all of it have come', () => {
    const labelled = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(labelled, fc.integer({ min: 1, max: 9 }), (all, epoch) => {
        const order = orderOf(SETTINGS, epoch, all);
        const byClass = [...counted(order.map((place) => all[place])).values()];
        expect(Math.max(...byClass) - Math.min(...byClass)).toBeLessThanOrEqual(1);
        const times = counted(order);
        for (const label of new Set(all)) {
          const own = all.flatMap((one, place) => (one === label ? [times.get(place) ?? 0] : []));
          expect(Math.max(...own) - Math.min(...own)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('are drawn alike by the same seed, and otherwise each epoch', () => {
    expect(orderOf(SETTINGS, 2, labels)).toEqual(orderOf(SETTINGS, 2, labels));
    expect(orderOf(SETTINGS, 3, labels)).not.toEqual(orderOf(SETTINGS, 2, labels));
    // Over the epochs every image of the large class has its turn.
    const met = new Set([1, 2, 3, 4, 5, 6, 7, 8].flatMap((epoch) => orderOf(SETTINGS, epoch, labels)));
    expect(met.size).toBeGreaterThan(68);
  });

  it('count how often an image came before, so that it can be changed differently each time', () => {
    expect(turnsOf([4, 1, 4, 4, 1, 0])).toEqual([0, 0, 1, 2, 1, 0]);
  });
});
