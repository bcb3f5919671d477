import words from '@/words/bytes';
import { formatCount, formatTenths } from './format';

/** Bytes in powers of 1000, as usual for download sizes: "77 kB", "3.3 MB". */
export function formatBytes(bytes: number): string {
  if (!Number.isFinite(bytes)) return formatCount(bytes);
  if (bytes === 1) return words.oneByte();
  const units = [words.bytes(), 'kB', 'MB', 'GB', 'TB'];
  let amount = bytes;
  let unit = 0;
  // 999.5 would round to 1,000 of this unit: write it as 1.0 of the next.
  while (amount >= 999.5 && unit < units.length - 1) {
    amount /= 1000;
    unit += 1;
  }
  const whole = unit === 0 || amount >= 9.95;
  return `${(whole ? formatCount : formatTenths)(amount)} ${units[unit]}`;
}
