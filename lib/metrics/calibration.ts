import { maxIndex } from 'd3-array';
import { rowOf, type Scored } from './classification';

/** Images with a similar confidence of the network. */
export interface Bin {
  /** The probability of its prediction is at least `from` and less than `to`; the last bin includes 1. */
  readonly from: number;
  readonly to: number;
  /** By their index in the set. */
  readonly images: readonly number[];
  /** The mean probability of its predictions; NaN in an empty bin. */
  readonly confidence: number;
  /** The share of correct predictions; NaN in an empty bin. */
  readonly accuracy: number;
}

export interface Calibration {
  readonly bins: readonly Bin[];
  /**
   * Expected calibration error: the mean distance of confidence and accuracy, each image counting the same.
   */
  readonly error: number;
}

/**
 * Whether a network that says 90% is right nine times in ten: its predictions in `count` bins of equal width
 * by their probability (Guo et al., “On Calibration of Modern Neural Networks”, 2017).
 */
export function calibrationOf(scored: Scored, count = 10): Calibration {
  const sorted = Array.from({ length: count }, (): number[] => []);
  const answers = Array.from(scored.labels, (label, image) => {
    const row = rowOf(scored, image);
    const best = maxIndex(row);
    sorted[Math.min(count - 1, Math.floor(row[best] * count))].push(image);
    return { sure: row[best], right: best === label ? 1 : 0 };
  });
  const mean = (images: readonly number[], of: (image: number) => number) =>
    images.reduce((sum, image) => sum + of(image), 0) / images.length;
  const bins = sorted.map((images, n) => ({
    from: n / count,
    to: (n + 1) / count,
    images,
    confidence: mean(images, (image) => answers[image].sure),
    accuracy: mean(images, (image) => answers[image].right),
  }));
  const error = bins.reduce(
    (sum, { images, confidence, accuracy }) =>
      images.length === 0 ? sum : sum + images.length * Math.abs(confidence - accuracy),
    0,
  );
  return { bins, error: error / scored.labels.length };
}
