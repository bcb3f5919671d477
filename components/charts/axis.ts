import { formatDefaultLocale } from 'd3-format';
import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { NUMBER_FORM } from '@/lib/format/number-form';

// Scales format their ticks in d3's default locale, which is set to the reader's.
formatDefaultLocale(NUMBER_FORM);

/** The approximate number of ticks on the y axis. */
const TICKS = 4;
/** Above this, doubles overflow before a scale has found its round numbers. */
const LARGEST = 1e300;
/**
 * From here on a tick has a short form (20k); from the next constant on, and below the last, an exponent
 * (2e6).
 */
const LONG = 10_000;
const LARGE = 1e6;
const TINY = 1e-3;
/** A longer label would overlap what is beside the axis. */
const CHARACTERS = 8;

type Domain = readonly [low: number, high: number];

/** The ticks of an axis and their format. */
export interface Axis {
  readonly domain: Domain;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
}

const finite = (value: number): number =>
  Number.isNaN(value) ? 0 : Math.max(-LARGEST, Math.min(LARGEST, value));

/** A domain that a scale can divide: finite, increasing, and wide enough for its ends to differ in print. */
function divisible(domain: Domain): Domain {
  const [low, high] = domain.map(finite);
  const size = Math.max(Math.abs(low), Math.abs(high));
  const least = size < 1 / LARGEST ? 1 : size * 1e-6;
  return high - low >= least ? [low, high] : [low, low + Math.max(least, size / 10)];
}

/** d3's format in the form of this site: 6e+36 is 6e36, and 0 is always 0. */
const inHouseForm = (label: string): string =>
  label
    .replace('e+', 'e')
    .replace('e-', 'e−')
    .replace(/^0(e0|k)$/, '0');

/**
 * A y axis from about `low` to about `high`, for any domain. `form`: the d3-format of the ticks ("%"); by
 * default the shortest of the usual forms: 0.5, 20k, 6e36.
 */
export function axisOf(domain: Domain, form?: string): Axis {
  const scale = scaleLinear().domain(divisible(domain)).nice(TICKS);
  const [low, high] = scale.domain();
  const ticks = scale.ticks(TICKS);
  const size = Math.max(Math.abs(low), Math.abs(high));
  const usual = size >= LARGE || size < TINY ? '~e' : size >= LONG ? '~s' : undefined;
  const labelled = (as: string | undefined) =>
    ticks.map((at) => ({ at, label: inHouseForm(scale.tickFormat(TICKS, as)(at)) }));
  const fits = (labels: Axis['ticks']) => labels.every(({ label }) => label.length <= CHARACTERS);
  const wanted = labelled(form ?? usual);
  return { domain: [low, high], ticks: fits(wanted) ? wanted : labelled('.1~e') };
}

/** Whole numbers of a domain, at most `most`, at even steps of 1, 2, 5, 10, ... */
export function wholeTicks([low, high]: Domain, most: number): number[] {
  if (!(Number.isFinite(low) && Number.isFinite(high) && most > 0)) return [];
  let step = 1;
  // 1, 2, 5, 10: two of three steps double, the other one is two and a half times as large.
  for (let at = 0; (high - low) / step >= most; at++) step *= at % 3 === 1 ? 2.5 : 2;
  const ticks: number[] = [];
  for (let at = Math.ceil(low / step) * step; at <= high && ticks.length <= most; at += step)
    if (at >= low) ticks.push(at);
  return ticks;
}

/** How many axis lengths a value may lie outside the axis in a drawing: no screen reaches further. */
const FAR = 50;

/**
 * The position of a finite value in a drawing, in tenths of a pixel; values far outside the axis stay
 * outside.
 */
export function placeOf(scale: ScaleLinear<number, number>, value: number): number {
  const [low, high] = scale.domain();
  // As a share of the axis first: a scale returns NaN for a value far from its domain.
  const share = Math.max(-FAR, Math.min(FAR, (value - low) / (high - low) || 0));
  return Math.round(scale(low + share * (high - low)) * 10) / 10;
}
