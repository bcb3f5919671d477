import { formatLocale } from 'd3-format';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NUMBER_FORM } from '@/lib/format/number-form';
import { decimals, exponent } from '@/lib/format/numerals';

const { format } = formatLocale(NUMBER_FORM);

const digits = fc.integer({ min: 0, max: 12 });
const zeros = fc.constantFrom('keep' as const, 'trim' as const);
const mark = (kind: 'keep' | 'trim') => (kind === 'trim' ? '~' : '');
/** What tensors hold. Of other doubles, those that were typed ("0.015") are rounded as they are written, not as they are stored. */
const single = (max: number) => fc.float({ min: Math.fround(-max), max: Math.fround(max), noNaN: true });
const typed = fc.record({ whole: fc.integer({ min: 1, max: 1e6 }), places: fc.integer({ min: 1, max: 6 }) });

describe('numerals are those of d3-format, in the same language', () => {
  it('with any number of decimals, grouped or not', () => {
    fc.assert(
      fc.property(single(1e9), digits, zeros, fc.boolean(), (value, count, kind, grouped) => {
        const theirs = format(`${grouped ? ',' : ''}.${count}${mark(kind)}f`)(value);
        expect(decimals(count, kind, grouped)(value)).toBe(theirs);
      }),
      { numRuns: 2000 },
    );
  });

  it('with an exponent', () => {
    fc.assert(
      fc.property(single(3e38), digits, zeros, (value, count, kind) => {
        const theirs = format(`.${count}${mark(kind)}e`)(value)
          .replace('e+', 'e')
          .replace('e-', 'e−');
        expect(exponent(count, kind)(value)).toBe(theirs);
      }),
      { numRuns: 2000 },
    );
  });

  it('rounds what was typed as a person would', () => {
    fc.assert(
      fc.property(typed, ({ whole, places }) => {
        const value = Number(`${whole}e-${places}`);
        const expected = (Math.round(whole / 10) / 10 ** (places - 1)).toFixed(places - 1);
        expect(decimals(places - 1, 'keep', false)(value)).toBe(expected);
      }),
    );
  });
});
