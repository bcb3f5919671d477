import type { FormatLocaleDefinition } from 'd3-format';
import words from '@/words/format';

/** How numbers are written in the reader's language, as d3 wants to be told. A true minus sign (U+2212) everywhere. */
export const NUMBER_FORM: FormatLocaleDefinition = {
  decimal: words.decimal(),
  thousands: words.thousands(),
  grouping: [3],
  currency: ['', ''],
  percent: words.percent({ amount: '' }),
  minus: '−',
};
