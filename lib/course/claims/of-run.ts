/** What the recorded run shows: the loss on validation images rises again while the accuracy still does. */
import { maxIndex, minIndex } from 'd3-array';
import { calibratedLoss, lossAt } from './answers';
import type { Claim, Measured } from './claim';

const lowest = ({ log }: Measured): number =>
  log.epochs[minIndex(log.epochs, (epoch) => epoch.heldOutLoss)].epoch;
const best = ({ log }: Measured): number =>
  log.epochs[maxIndex(log.epochs, (epoch) => epoch.heldOutAccuracy)].epoch;
const last = ({ log }: Measured): number => log.epochs[log.epochs.length - 1].epoch;

/** The loss on validation images at an epoch, before or after one temperature is fitted for all of them. */
const lossIn = async (measured: Measured, epoch: number, fitted: boolean): Promise<number> => {
  const scored = await measured.predict('heldOut', { epoch });
  return fitted ? calibratedLoss(scored) : lossAt(scored, 1);
};

const EPOCH = { on: ['heldOut'], form: 'count', tolerance: 0 } as const;
const LOSS = { on: ['heldOut'], form: 'decimals', tolerance: 0.02 } as const;

export const RUN_CLAIMS = {
  lowestLossEpoch: { ...EPOCH, holds: [3, 7], measure: lowest },
  bestAccuracyEpoch: { ...EPOCH, holds: [6, 10], measure: best },
  lowestLoss: {
    ...LOSS,
    holds: [1.3, 1.6],
    measure: (measured) => lossIn(measured, lowest(measured), false),
  },
  lowestLossFitted: {
    ...LOSS,
    holds: [1.3, 1.55],
    measure: (measured) => lossIn(measured, lowest(measured), true),
  },
  lastLoss: { ...LOSS, holds: [1.8, 2.6], measure: (measured) => lossIn(measured, last(measured), false) },
  lastLossFitted: {
    ...LOSS,
    holds: [1.25, 1.48],
    measure: (measured) => lossIn(measured, last(measured), true),
  },
} satisfies Record<string, Claim>;
