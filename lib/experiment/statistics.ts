import { deviation, extent, mean } from 'd3-array';

/** Statistics of repeated measurements. */
export interface Spread {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** The standard deviation with n − 1; 0 for a single value. */
  readonly deviation: number;
}

/** Mean, extremes and standard deviation; null without values. */
export function spreadOf(values: readonly number[]): Spread | null {
  const [low, high] = extent(values);
  if (low === undefined || high === undefined) return null;
  return { mean: mean(values) ?? low, low, high, deviation: deviation(values) ?? 0 };
}

/**
 * The probability that Student's t stays between −t and t, where t = √df · tan(angle), for a whole number of
 * degrees of freedom. An exact sum of `df` / 2 terms: Abramowitz & Stegun, Handbook of Mathematical Functions
 * (1964), 26.7.3 and 26.7.4.
 */
function withinAngle(angle: number, df: number): number {
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const odd = df % 2 === 1;
  let term = odd ? cos : 1;
  let sum = df === 1 ? 0 : term;
  for (let power = odd ? 3 : 2; power <= df - 2; power += 2) {
    term *= (cos * cos * (power - 1)) / power;
    sum += term;
  }
  return odd ? (2 / Math.PI) * (angle + sin * sum) : sin * sum;
}

/** This many halvings of a right angle reach the limit of double precision. */
const HALVINGS = 60;

/**
 * The t for which a share `confidence` of Student's distribution with `df` (1 or more, whole) degrees of
 * freedom lies between −t and t: 12.706 for 0.95 and 1.
 */
export function tQuantile(confidence: number, df: number): number {
  let [low, high] = [0, Math.PI / 2];
  for (let turn = 0; turn < HALVINGS; turn++) {
    const middle = (low + high) / 2;
    if (withinAngle(middle, df) < confidence) low = middle;
    else high = middle;
  }
  return Math.sqrt(df) * Math.tan(low);
}

/** The interval of a mean, given the few measured values. */
export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Student's interval for the mean of two or more `values`: mean ± t · s / √n. With the differences of pairs
 * as values this is the paired t test: it finds a difference where the interval excludes 0.
 */
export function tInterval(values: readonly number[], confidence: number): Interval {
  const found = spreadOf(values) ?? { mean: 0, deviation: 0 };
  const n = values.length;
  const reach =
    n < 2 ? Number.POSITIVE_INFINITY : (tQuantile(confidence, n - 1) * found.deviation) / Math.sqrt(n);
  return { mean: found.mean, low: found.mean - reach, high: found.mean + reach };
}

/** Nobody trains more pairs than this for one comparison. */
const MOST_PAIRS = 200;

/**
 * How many pairs it takes until a difference of `mean` exceeds the noise, if it and the deviation of the
 * pairs stay the same. Null where {@link MOST_PAIRS} are not enough.
 */
export function pairsNeeded(mean: number, deviation: number, confidence: number): number | null {
  for (let n = 2; n <= MOST_PAIRS; n++)
    if ((tQuantile(confidence, n - 1) * deviation) / Math.sqrt(n) < Math.abs(mean)) return n;
  return null;
}
