/** Formats numbers for the learner, in the conventions of their language. No other module does. */
import words from '@/words/format';
import { decimals, exponent } from './numerals';

const integer = decimals(0);
/** Always one decimal: "3.0". */
export const formatTenths = decimals(1);

/** Below this, and from LARGE on, zeros would hide the value: an exponent is easier to read. */
const TINY = 1e-5;
const LARGE = 1e6;

function notFinite(value: number): string {
  if (Number.isNaN(value)) return words.notANumber();
  return value > 0 ? '∞' : '−∞';
}

/**
 * Any value of a tensor: whole numbers unchanged, others with `decimals` decimals, so that a column of terms
 * adds up by hand. A value other than 0 never reads as 0: small ones get enough decimals to show two digits
 * ("0.00012"), tiny ones an exponent ("1.2e−7").
 */
export const formatNumber = (value: number, decimals = 4): string => written(value, decimals, 2);

/** The same without the 0 before the point, where there is little room: ".502", "−.18". */
export const formatTight = (value: number, decimals = 3): string =>
  formatNumber(value, decimals).replace(/^([−-]?)0(?=[.,])/, '$1');

/**
 * A factor, divisor or radicand: sums need decimals, these need significant digits. Eight, without trailing
 * zeros, where the network's own numbers have them: "0.001", "0.000057123456".
 */
export const formatFactor = (value: number): string => written(value, 6, 8, 'trim');

/** The result of such numbers, in six digits: computing it from the displayed numbers gives the same. */
export const formatResult = (value: number): string => written(value, 0, 6, 'trim');

/**
 * A value with at least `least` decimals and `digits` significant digits; `zeros` says
 * whether trailing zeros stay.
 */
function written(value: number, least: number, digits: number, zeros: 'keep' | 'trim' = 'keep'): string {
  if (!Number.isFinite(value)) return notFinite(value);
  if (value === 0) return '0';
  const magnitude = Math.abs(value);
  if (Number.isInteger(value) && magnitude < 1e9) return integer(value);
  if (magnitude >= LARGE) return exponent(Math.max(3, digits - 1), zeros)(value);
  if (magnitude < TINY) return exponent(digits - 1, zeros)(value);
  const forDigits = digits - 1 - Math.floor(Math.log10(magnitude));
  return decimals(Math.max(least, forDigits), zeros)(value);
}

/** From here on a whole number has more digits than anyone reads, and not all of them are exact. */
const UNCOUNTABLE = 1e15;

/** A whole number of things: 12,544. */
export function formatCount(count: number): string {
  if (!Number.isFinite(count)) return notFinite(count);
  return Math.abs(count) < UNCOUNTABLE ? integer(count) : exponent(3)(count);
}

/** Sizes, height before width before channels: "62 × 62 × 32". A batch in front is one more size. */
export const formatShape = (shape: readonly number[]): string => shape.map(formatCount).join(' × ');

const percent = (amount: string) => words.percent({ amount });

/**
 * A share from 0 to 1 as a percentage with one decimal. Only exactly 0 and 1 are "0%" and "100%"; values
 * close to them are "<0.1%" or ">99.9%".
 */
export function formatPercent(share: number): string {
  if (!Number.isFinite(share)) return notFinite(share);
  if (share === 0) return percent('0');
  if (share === 1) return percent('100');
  if (share > 0 && share < 0.001) return percent(`<${formatTenths(0.1)}`);
  if (share > 0.999 && share < 1) return percent(`>${formatTenths(99.9)}`);
  if (Math.abs(share) >= LARGE) return percent(formatNumber(share * 100, 1));
  return percent(formatTenths(share * 100));
}

/** A share from 0 to 1 in whole hundredths: "90%". */
export const formatWholePercent = (share: number): string => percent(formatCount(Math.round(share * 100)));

/** Milliseconds in a readable unit: "4.2 ms", "320 ms", "1.2 s", "2 min 5 s", "1 h 3 min". */
export function formatDuration(milliseconds: number): string {
  if (!Number.isFinite(milliseconds)) return words.unknownTime();
  if (milliseconds === 0) return '0 ms';
  if (milliseconds < 0.05) return `<${formatTenths(0.1)} ms`;
  if (milliseconds < 9.95) return `${formatTenths(milliseconds)} ms`;
  if (milliseconds < 999.5) return `${integer(milliseconds)} ms`;
  if (milliseconds < 9_950) return `${formatTenths(milliseconds / 1000)} s`;
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return inTwo(seconds, 'min', 's');
  return inTwo(Math.round(seconds / 60), 'h', 'min');
}

/** 125 seconds as "2 min 5 s": the larger unit is 60 of the smaller one. */
function inTwo(amount: number, larger: string, smaller: string): string {
  const sixties = `${formatCount(Math.floor(amount / 60))} ${larger}`;
  return amount % 60 === 0 ? sixties : `${sixties} ${amount % 60} ${smaller}`;
}

const trimmed = decimals(4, 'trim', false);

/** A number made up for an example, without trailing zeros: "0.7", "−0.5". */
export const formatShort = (value: number): string => trimmed(value);
