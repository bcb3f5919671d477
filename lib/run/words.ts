import { formatNumber, formatPercent } from '@/lib/format/format';

/** A loss or a difference of two, in nats. */
export const inLoss = (loss: number): string => formatNumber(loss, 2);

/** A share from 0 to 1. */
export const inPercent = formatPercent;

/** A difference of two shares, in percentage points: "2 points". */
export function inPoints(difference: number): string {
  const tenths = Math.round(Math.abs(difference) * 1000) / 10;
  if (tenths === 0) return 'less than 0.1 points';
  return `${formatNumber(tenths, 1)} ${tenths === 1 ? 'point' : 'points'}`;
}

/** "3.5 times". */
export const inTimes = (times: number): string => `${formatNumber(Math.round(times * 10) / 10, 1)} times`;
