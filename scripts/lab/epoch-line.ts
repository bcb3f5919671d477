import type { EpochRecord } from '@/lib/network/run';

/** What an epoch came to, as a lab writes it. */
export const epochLine = (record: EpochRecord): string =>
  `epoch ${record.epoch}: loss ${record.loss.toFixed(4)}, accuracy ${record.accuracy.toFixed(3)}, ` +
  `held out ${record.heldOutLoss.toFixed(4)}, ${record.heldOutAccuracy.toFixed(3)}, ${(record.milliseconds / 1000).toFixed(1)} s`;
