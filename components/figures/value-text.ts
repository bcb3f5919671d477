import { formatNumber } from '@/lib/format/format';
import words from '@/words/ask';

/** One of a stage's values as text; a value to be predicted is hidden. */
export function valueText(values: Float32Array | null, at: number, asked = false): string {
  if (asked) return words.toPredict();
  return values ? formatNumber(values[at]) : words.notYet();
}
