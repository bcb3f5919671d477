/** The mean image of each class, and the mean and the standard deviation of each channel. */
import { type MapShape, size } from '@/lib/tensor/tensor';

/** Of one class. */
export interface ClassStatistics {
  readonly count: number;
  /** height x width x channels bytes: each the mean of all images at this place, rounded. */
  readonly mean: Uint8Array<ArrayBufferLike>;
  /** For each channel over all pixels of all images, from 0 to 255. */
  readonly means: readonly number[];
  readonly deviations: readonly number[];
}

/** The statistics while the images come in. The sums are whole numbers below 2^53, so they are exact. */
export class Statistics {
  readonly #shape: MapShape;
  readonly #sums: readonly Float64Array[];
  readonly #squares: readonly Float64Array[];
  readonly #counts: Uint32Array;

  constructor(classes: number, shape: MapShape) {
    this.#shape = shape;
    this.#sums = Array.from({ length: classes }, () => new Float64Array(size(shape)));
    this.#squares = Array.from({ length: classes }, () => new Float64Array(shape[2]));
    this.#counts = new Uint32Array(classes);
  }

  /** Whole images, and the class of each; null for one that doesn't count. */
  add(pixels: Uint8Array, classOf: (nth: number) => number | null): void {
    const bytes = size(this.#shape);
    const channels = this.#shape[2];
    for (let from = 0, nth = 0; from < pixels.length; from += bytes, nth++) {
      const label = classOf(nth);
      if (label === null) continue;
      const [sums, squares] = [this.#sums[label], this.#squares[label]];
      for (let at = 0; at < bytes; at++) {
        const value = pixels[from + at];
        sums[at] += value;
        squares[at % channels] += value * value;
      }
      this.#counts[label] += 1;
    }
  }

  finish(): readonly ClassStatistics[] {
    const [height, width, channels] = this.#shape;
    return this.#sums.map((sums, label) => {
      const count = this.#counts[label];
      const values = Math.max(1, count * height * width);
      const totals = new Array<number>(channels).fill(0);
      for (let at = 0; at < sums.length; at++) totals[at % channels] += sums[at];
      const means = totals.map((total) => total / values);
      const deviations = means.map((mean, channel) =>
        Math.sqrt(Math.max(0, this.#squares[label][channel] / values - mean * mean)),
      );
      return {
        count,
        mean: Uint8Array.from(sums, (sum) => Math.round(sum / Math.max(1, count))),
        means,
        deviations,
      };
    });
  }
}
