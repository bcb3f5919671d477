import { formatNumber, formatPercent, formatTenths } from '@/lib/format/format';
import words from '@/words/observations';

/** A loss or a difference of two, in nats. */
export const inLoss = (loss: number): string => formatNumber(loss, 2);

/** A share from 0 to 1. */
export const inPercent = formatPercent;

/** A difference of two shares, in percentage points: "2 points". */
export function inPoints(difference: number): string {
  const tenths = Math.round(Math.abs(difference) * 1000) / 10;
  if (tenths === 0) return words.hardlyPoints({ amount: formatTenths(0.1) });
  return words.points({ points: tenths, amount: formatNumber(tenths, 1) });
}

/** A factor such as "3.5". */
export const inTimes = (times: number): string => formatNumber(Math.round(times * 10) / 10, 1);
