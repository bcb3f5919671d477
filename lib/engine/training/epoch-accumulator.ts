import type { EpochRecord, Norms } from '@/lib/network/run';
import type { StepScore } from './step';

/** Accumulates the results of the steps of one epoch. */
export class EpochAccumulator {
  private loss = 0;
  private norms: Readonly<Record<string, Norms>> = {};
  /** Time spent on the steps and on reporting them. */
  milliseconds = 0;

  /** `answers`: the latest prediction for each training image. */
  constructor(private readonly answers: number[]) {}

  /** Adds a step over the images with these indices. */
  add(places: readonly number[], score: StepScore, milliseconds: number): void {
    this.loss += score.loss * places.length;
    this.milliseconds += milliseconds;
    if (score.norms) this.norms = score.norms;
    places.forEach((place, at) => {
      this.answers[place] = score.answers[at];
    });
  }

  /** Mean loss and latest predictions over `count` images. */
  over(count: number): Pick<EpochRecord, 'loss' | 'norms'> & { readonly answers: readonly number[] } {
    return { loss: this.loss / count, norms: this.norms, answers: [...this.answers] };
  }

  /** The next epoch. */
  next(): EpochAccumulator {
    return new EpochAccumulator(this.answers);
  }
}
