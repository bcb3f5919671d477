/**
 * Metrics of a classifier's predictions, from its probabilities for images of known class. Terms as in
 * Fawcett, “An introduction to ROC analysis” (2006).
 */
import { maxIndex } from 'd3-array';

/** Probabilities for a set of images, and their actual classes. */
export interface Scored {
  /** [images, classes], row by row. */
  readonly probabilities: Float32Array;
  /** The actual class of each image. */
  readonly labels: ArrayLike<number>;
  readonly classes: number;
}

/** Images, by their index in the set, of one class against all others. */
export interface OneAgainstRest {
  /** Of the class, and predicted as such. */
  readonly hits: readonly number[];
  /** Not of the class, but predicted as such. */
  readonly falseAlarms: readonly number[];
  /** Of the class, but not predicted as such. */
  readonly misses: readonly number[];
  /** Not of the class, and not predicted as such. */
  readonly rejections: readonly number[];
}

/** Precision, recall and their harmonic mean; NaN for a division by 0. */
export interface Rates {
  /** Of the images predicted as the class, the share that is of it. */
  readonly precision: number;
  /** Of the images of the class, the share that is predicted as it. */
  readonly recall: number;
  readonly f1: number;
}

/** One image's probabilities. */
export const rowOf = ({ probabilities, classes }: Scored, image: number): Float32Array =>
  probabilities.subarray(image * classes, (image + 1) * classes);

/** The most probable class of each image, the first of equals. */
export const answersOf = (scored: Scored): number[] =>
  Array.from(scored.labels, (_, image) => maxIndex(rowOf(scored, image)));

/** Sorts images by whether they are of a class and whether they are predicted as it. */
export function againstRest(
  labels: ArrayLike<number>,
  target: number,
  called: (image: number) => boolean,
): OneAgainstRest {
  const parts = {
    hits: [] as number[],
    falseAlarms: [] as number[],
    misses: [] as number[],
    rejections: [] as number[],
  };
  for (let image = 0; image < labels.length; image++) {
    const [yes, no] =
      labels[image] === target ? [parts.hits, parts.misses] : [parts.falseAlarms, parts.rejections];
    (called(image) ? yes : no).push(image);
  }
  return parts;
}

/**
 * Predicts the class when its probability is at least `threshold`, whatever the probabilities of the others.
 */
export const atThreshold = (scored: Scored, target: number, threshold: number): OneAgainstRest =>
  againstRest(scored.labels, target, (image) => rowOf(scored, image)[target] >= threshold);

export function ratesOf({ hits, falseAlarms, misses }: OneAgainstRest): Rates {
  const right = hits.length;
  return {
    precision: right / (right + falseAlarms.length),
    recall: right / (right + misses.length),
    f1: (2 * right) / (2 * right + falseAlarms.length + misses.length),
  };
}

/** Precision and recall of a class at every threshold that changes them, the highest first. */
export function thresholdCurve(
  scored: Scored,
  target: number,
): readonly (Rates & { readonly threshold: number })[] {
  const own = Array.from(scored.labels, (_, image) => rowOf(scored, image)[target]);
  const thresholds = [...new Set(own)].sort((a, b) => b - a);
  return thresholds.map((threshold) => ({ threshold, ...ratesOf(atThreshold(scored, target, threshold)) }));
}

/**
 * The share of images whose actual class is among the `k` most probable; equals are ranked by class index.
 */
export function topK(scored: Scored, k: number): number {
  const within = Array.from(scored.labels).filter((label, image) => rankOf(rowOf(scored, image), label) < k);
  return within.length / scored.labels.length;
}

/** How many classes rank above one. */
function rankOf(row: Float32Array, label: number): number {
  let before = 0;
  row.forEach((value, at) => {
    if (value > row[label] || (value === row[label] && at < label)) before += 1;
  });
  return before;
}
