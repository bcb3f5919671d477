/** Numbers as digits in the reader's language, by the browser's own formatter. */
import { LOCALE } from '@/words/locale';

/** Whether zeros at the end stay: "0.500" or "0.5". */
type Zeros = 'keep' | 'trim';
type Written = (value: number) => string;

/** Making a formatter takes far longer than using it. */
const formatters = new Map<string, Written>();

function numerals(digits: number, zeros: Zeros, options: Intl.NumberFormatOptions): Written {
  const key = `${digits} ${zeros} ${options.notation} ${options.useGrouping}`;
  const known = formatters.get(key);
  if (known) return known;
  const { format } = new Intl.NumberFormat(LOCALE, {
    minimumFractionDigits: zeros === 'keep' ? digits : 0,
    maximumFractionDigits: digits,
    // A value that is rounded to 0 has no sign.
    signDisplay: 'negative',
    ...options,
  });
  // A true minus sign (U+2212), and a small e before an exponent.
  const write: Written = (value) => format(value).replaceAll('-', '−').replace('E', 'e');
  formatters.set(key, write);
  return write;
}

/** Writes numbers with this many decimals, in groups of three digits: "12,544.0". */
export const decimals = (digits: number, zeros: Zeros = 'keep', grouped = true): Written =>
  numerals(digits, zeros, { notation: 'standard', useGrouping: grouped });

/** Writes numbers from 1 to 10 times a power of ten, with this many decimals: "1.234e7", "1.2e−7". */
export const exponent = (digits: number, zeros: Zeros = 'keep'): Written =>
  numerals(digits, zeros, { notation: 'scientific' });
