import { LOCALE } from '@/words/locale';

const MINUTE = 60_000;
/** In milliseconds, the largest first. */
const UNITS = [
  ['year', 365 * 24 * 60 * MINUTE],
  ['month', 30 * 24 * 60 * MINUTE],
  ['day', 24 * 60 * MINUTE],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE],
] as const;
const relative = new Intl.RelativeTimeFormat(LOCALE);

/**
 * The time until something, in its largest unit: "in 10 minutes", "in 3 days". Takes milliseconds; never less
 * than a minute.
 */
export function formatAhead(milliseconds: number): string {
  const [unit, size] = UNITS.find((own) => milliseconds >= own[1]) ?? (['minute', MINUTE] as const);
  return relative.format(Math.max(1, Math.round(milliseconds / size)), unit);
}
