import { formatCount, formatNumber } from './format';

/**
 * Formats `#` in a plural of `messages/`; the compiled messages call it. It uses the format of `lib/format`,
 * whatever the locale.
 */
export const number = (_locale: string, value: number, offset: number): string =>
  Number.isInteger(value - offset) ? formatCount(value - offset) : formatNumber(value - offset);
