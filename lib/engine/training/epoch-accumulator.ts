import type { EpochRecord, Norms } from '@/lib/network/run';
import type { StepScore } from './step';

/** What the steps of one epoch met, until it is over. */
export class EpochAccumulator {
  private loss = 0;
  private norms: Readonly<Record<string, Norms>> = {};
  /** Spent in the steps and in reporting them. */
  milliseconds = 0;

  /** `answers`: to each training image, when it was last met. */
  constructor(private readonly answers: number[]) {}

  /** After a step over the images at these places. */
  add(places: readonly number[], score: StepScore, milliseconds: number): void {
    this.loss += score.loss * places.length;
    this.milliseconds += milliseconds;
    if (score.norms) this.norms = score.norms;
    places.forEach((place, at) => {
      this.answers[place] = score.answers[at];
    });
  }

  /** Mean loss and last answers over `count` images. */
  over(count: number): Pick<EpochRecord, 'loss' | 'norms'> & { readonly answers: readonly number[] } {
    return { loss: this.loss / count, norms: this.norms, answers: [...this.answers] };
  }

  /** The next epoch. */
  next(): EpochAccumulator {
    return new EpochAccumulator(this.answers);
  }
}
