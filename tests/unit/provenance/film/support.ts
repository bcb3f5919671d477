import type { EpochRecord } from '@/lib/network/run';

/** The epochs of a run with these losses, from epoch `from` on. */
export const epochsWith = (
  losses: readonly (readonly [training: number, validation: number])[],
  from = 0,
): readonly EpochRecord[] =>
  losses.map(([loss, heldOutLoss], at) => ({
    epoch: from + at,
    ...{ loss, heldOutLoss },
    accuracy: 0.5,
    heldOutAccuracy: 0.4,
    milliseconds: 1,
    learningRate: 0.001,
    norms: {},
    answers: { training: [], heldOut: [] },
  }));

/** A run of some epochs, in which every loss falls. */
export const falling = (count: number, from = 0): readonly EpochRecord[] =>
  epochsWith(
    Array.from({ length: count }, (_, at) => [3 - at / count, 3 - at / count]),
    from,
  );
