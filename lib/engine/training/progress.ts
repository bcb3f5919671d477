import type { TrainingSettings } from '@/lib/network/settings';
import { EpochAccumulator } from './epoch-accumulator';
import { EpochOrder } from './images/order';

/** Where a run stands: the next step's epoch and place in it, and what the epoch has measured until then. */
export class Progress {
  /** The steps of this epoch that were taken. */
  batch = 0;
  order: EpochOrder;
  private accumulator: EpochAccumulator;

  /**
   * @param labels of the training images
   * @param epoch of the next step, counted from 1
   * @param steps that were taken before it, in all epochs
   */
  constructor(
    private readonly settings: TrainingSettings,
    private readonly labels: ArrayLike<number>,
    public epoch: number,
    public steps: number,
  ) {
    this.order = new EpochOrder(settings, epoch, labels);
    this.accumulator = new EpochAccumulator(Array.from(labels, () => 0));
  }

  /** Goes to the beginning of an epoch. `answers`: the last ones for each training image, where they change. */
  enter(epoch: number, steps: number, answers?: readonly number[]): void {
    this.epoch = epoch;
    this.steps = steps;
    this.batch = 0;
    this.order = new EpochOrder(this.settings, epoch, this.labels);
    this.accumulator = answers ? new EpochAccumulator([...answers]) : this.accumulator.next();
  }

  /** One step was taken. */
  add(...step: Parameters<EpochAccumulator['add']>): void {
    this.accumulator.add(...step);
    this.batch++;
    this.steps++;
  }

  /** Whether all steps of the epoch were taken. */
  get epochIsOver(): boolean {
    return this.batch >= this.order.batches;
  }

  /** What the epoch's steps measured on the training images, and how long they took. */
  get measured() {
    const { epoch, accumulator } = this;
    return {
      trained: { epoch, ...accumulator.over(this.order.images) },
      milliseconds: accumulator.milliseconds,
    };
  }
}
