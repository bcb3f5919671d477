import { inFull, type TrainingSettings } from '@/lib/network/settings';

/** After each third of the epochs, the learning rate is multiplied by this. */
const STEP = 0.3;

/**
 * The learning rate of an epoch, counted from 1. `steps` decreases after each third of the run; `cosine`
 * (Loshchilov and Hutter 2017, arXiv:1608.03983) from the full rate in the first epoch towards 0 after the
 * last.
 */
export function rateAt(settings: TrainingSettings, epoch: number): number {
  const { schedule, learningRate, epochs } = inFull(settings);
  const done = (epoch - 1) / epochs;
  switch (schedule) {
    case 'constant':
      return learningRate;
    case 'steps':
      return learningRate * STEP ** Math.floor(3 * done);
    case 'cosine':
      return (learningRate * (1 + Math.cos(Math.PI * done))) / 2;
  }
}
