import { formatNumber } from '@/lib/format/format';

/** One of a stage's values in words; what is to be predicted is not said. */
export function said(values: Float32Array | null, at: number, asked = false): string {
  if (asked) return 'to be predicted';
  return values ? formatNumber(values[at]) : 'not there yet';
}
