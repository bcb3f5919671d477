import { formatDefaultLocale } from 'd3-format';
import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { NUMBER_FORM } from '@/lib/format/number-form';

// Scales write their ticks in d3's language, which is made the reader's.
formatDefaultLocale(NUMBER_FORM);

/** So many ticks on the y axis, about. */
const TICKS = 4;
/** Above this, doubles run out before a scale has found its round numbers. */
const LARGEST = 1e300;
/** From here on a tick is written short (20k), from there on, and below the last, with an exponent (2e6). */
const LONG = 10_000;
const LARGE = 1e6;
const TINY = 1e-3;
/** A longer label would lie over what stands beside the axis. */
const CHARACTERS = 8;

type Domain = readonly [low: number, high: number];

/** The ticks of an axis and how they are written. */
export interface Axis {
  readonly domain: Domain;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
}

const finite = (value: number): number =>
  Number.isNaN(value) ? 0 : Math.max(-LARGEST, Math.min(LARGEST, value));

/** A domain that a scale can divide: finite, rising, and wide enough for its ends to differ as they are written. */
function divisible(domain: Domain): Domain {
  const [low, high] = domain.map(finite);
  const size = Math.max(Math.abs(low), Math.abs(high));
  const least = size < 1 / LARGEST ? 1 : size * 1e-6;
  return high - low >= least ? [low, high] : [low, low + Math.max(least, size / 10)];
}

/** d3's form in the house's: 6e+36 is 6e36, and 0 is 0 whatever the others are written in. */
const inHouseForm = (label: string): string =>
  label
    .replace('e+', 'e')
    .replace('e-', 'e−')
    .replace(/^0(e0|k)$/, '0');

/**
 * A y axis from about `low` to about `high`, whatever they are. `form`: how ticks are written, as d3-format says it
 * ("%"); left out, in the shortest of the usual forms: 0.5, 20k, 6e36.
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

/** Whole numbers of a domain with at most `most` ticks, at even steps of 1, 2, 5, 10, ... */
export function wholeTicks([low, high]: Domain, most: number): number[] {
  if (!(Number.isFinite(low) && Number.isFinite(high) && most > 0)) return [];
  let step = 1;
  // 1, 2, 5, 10: half of them are twice the one before, the third is two and a half times it.
  for (let at = 0; (high - low) / step >= most; at++) step *= at % 3 === 1 ? 2.5 : 2;
  const ticks: number[] = [];
  for (let at = Math.ceil(low / step) * step; at <= high && ticks.length <= most; at += step)
    if (at >= low) ticks.push(at);
  return ticks;
}

/** How many times the axis' length a value may lie outside the axis in a drawing: further out no screen reaches. */
const FAR = 50;

/** Where a finite value lies in a drawing, in tenths of a pixel; what lies far outside the axis stays outside. */
export function placeOf(scale: ScaleLinear<number, number>, value: number): number {
  const [low, high] = scale.domain();
  // Along the axis first: a scale asked for a value that is far from its domain answers NaN.
  const share = Math.max(-FAR, Math.min(FAR, (value - low) / (high - low) || 0));
  return Math.round(scale(low + share * (high - low)) * 10) / 10;
}
