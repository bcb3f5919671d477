import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TrainingSettings } from '@/lib/network/settings';
import { bestEpoch, epochToKeep, hasRunDry, isOver } from '@/lib/run/early-stopping';

const settings = (patience: number | null, epochs = 10): TrainingSettings => ({
  optimizer: 'adam',
  learningRate: 0.001,
  batchSize: 32,
  epochs,
  seed: 1,
  patience,
});
const run = (losses: readonly number[], patience: number | null, epochs?: number) => ({
  settings: settings(patience, epochs),
  epochs: losses.map((heldOutLoss, epoch) => ({ epoch, heldOutLoss })),
});

describe('early stopping', () => {
  it('waits as many epochs for a new low as it has patience', () => {
    expect(hasRunDry(run([2.3, 1.9, 1.7, 1.8], 2))).toBe(false);
    expect(hasRunDry(run([2.3, 1.9, 1.7, 1.8, 1.75], 2))).toBe(true);
    // A loss as low as the lowest is no new low.
    expect(hasRunDry(run([2.3, 1.7, 1.7, 1.7], 2))).toBe(true);
    expect(hasRunDry(run([2.3, 1.9, 1.7, 1.8, 1.6], 2))).toBe(false);
  });

  it('keeps the epoch of the lowest loss, also where the run reaches its last one', () => {
    expect(epochToKeep(run([2.3, 1.9, 1.7, 1.8, 1.75], 2))).toBe(2);
    expect(epochToKeep(run([2.3, 1.7, 1.9], 5, 2))).toBe(1);
    expect(isOver(run([2.3, 1.7, 1.9], 5, 2))).toBe(true);
    expect(bestEpoch([])).toBeNull();
    expect(epochToKeep(run([Number.NaN, 2, 3], 9))).toBe(1);
  });

  it('is off without a patience', () => {
    expect(hasRunDry(run([1, 2, 3, 4, 5], null))).toBe(false);
    expect(epochToKeep(run([1, 2, 3], null))).toBe(2);
  });

  it('ends a run at the first epoch at which the last so many bring nothing, whatever the losses', () => {
    const losses = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(losses, fc.integer({ min: 1, max: 4 }), (all, patience) => {
        const recent = all.slice(-patience);
        const before = all.slice(0, -patience);
        const expected = before.length > 0 && Math.min(...recent) >= Math.min(...before);
        expect(hasRunDry(run(all, patience, 99))).toBe(expected);
      }),
    );
  });
});
