import type { FormatLocaleDefinition } from 'd3-format';
import words from '@/words/format';

/**
 * The number format of the reader's language, as a d3 locale. A true minus sign (U+2212) in every language.
 */
export const NUMBER_FORM: FormatLocaleDefinition = {
  decimal: words.decimal(),
  thousands: words.thousands(),
  grouping: [3],
  currency: ['', ''],
  percent: words.percent({ amount: '' }),
  minus: '−',
};
