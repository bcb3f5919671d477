import { formatCount, formatNumber } from './format';

/** What `#` in a plural of `messages/` becomes; the compiled messages call it. The form is `lib/format`'s in any language. */
export const number = (_locale: string, value: number, offset: number): string =>
  Number.isInteger(value - offset) ? formatCount(value - offset) : formatNumber(value - offset);
