import type { EpochRecord } from '@/lib/network/run';

/** What an epoch came to, as a lab writes it. */
export const epochLine = ({ testLoss, testAccuracy, ...record }: EpochRecord): string =>
  `epoch ${record.epoch}: loss ${record.loss.toFixed(4)}, accuracy ${record.accuracy.toFixed(3)}, ` +
  `validation ${record.heldOutLoss.toFixed(4)}, ${record.heldOutAccuracy.toFixed(3)}, ` +
  `${testLoss === undefined || testAccuracy === undefined ? '' : `test ${testLoss.toFixed(4)}, ${testAccuracy.toFixed(3)}, `}${(record.milliseconds / 1000).toFixed(1)} s`;
