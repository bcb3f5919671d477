import type * as tf from '@tensorflow/tfjs-core';
import type { DataSet } from '@/lib/data/data-set';
import type { TrainingSet } from '@/lib/data/training-set';
import type { Model } from '../model';
import type { BatchEvent, EpochRecord, NetworkState, TrainingSettings } from '../protocol';
import { pickBatch } from './batch';
import { evaluate } from './evaluate';
import { makeOptimizer, type OptimizerState, readOptimizer, writeOptimizer } from './optimizer';
import { orderOf } from './order';
import { trainStep } from './step';

/** Sums over the epoch so far. */
const NOTHING = { loss: 0, right: 0, pictures: 0, milliseconds: 0 };

/** One run: where it stands, and its next step. Knows nothing of pausing or of the page. */
export class Run {
  private optimizer: tf.Optimizer;
  private order: readonly number[];
  private sums = NOTHING;
  /** The epoch that the next step belongs to, and that step's place in it; both from 1 and 0. */
  private epoch = 1;
  private batch = 0;
  private steps = 0;
  readonly records: EpochRecord[] = [];

  constructor(
    readonly model: Model,
    readonly settings: TrainingSettings,
    private readonly pictures: TrainingSet,
  ) {
    this.optimizer = makeOptimizer(settings);
    this.order = orderOf(settings.seed, 1, this.training.count);
  }

  private get training(): DataSet {
    return this.pictures.training;
  }

  private get batches(): number {
    return Math.ceil(this.training.count / this.settings.batchSize);
  }

  /** Whether the last epoch is done. */
  get done(): boolean {
    return this.epoch > this.settings.epochs;
  }

  /** Whether the next step is the first of an epoch. */
  get betweenEpochs(): boolean {
    return this.batch === 0;
  }

  /** How far the network is trained: `epoch` counts whole epochs. */
  get state(): NetworkState {
    const origin = this.steps > 0 ? 'trained' : 'initial';
    return { origin, seed: this.settings.seed, epoch: this.epoch - 1, step: this.steps };
  }

  /** The network before the first step, over both sets: epoch 0. */
  async begin(between: () => Promise<void>): Promise<EpochRecord> {
    const start = performance.now();
    const { loss, accuracy } = await evaluate(this.model, this.training, between);
    return this.record({ epoch: 0, loss, accuracy }, start, between);
  }

  /** One step. Its event tells the network's answer to the batch before the step. */
  async step(): Promise<BatchEvent> {
    const { batchSize } = this.settings;
    const start = performance.now();
    const from = this.batch * batchSize;
    const batch = pickBatch(this.model, this.training, this.order.slice(from, from + batchSize));
    const { loss, right } = await trainStep(this.model, this.optimizer, batch);
    batch.pictures.dispose();
    batch.labels.dispose();
    const milliseconds = performance.now() - start;
    const { sums } = this;
    this.sums = {
      loss: sums.loss + loss * batch.count,
      right: sums.right + right,
      pictures: sums.pictures + batch.count,
      milliseconds: sums.milliseconds + milliseconds,
    };
    this.batch++;
    this.steps++;
    return {
      type: 'batch',
      epoch: this.epoch,
      batch: this.batch,
      batches: this.batches,
      step: this.steps,
      loss,
      accuracy: right / batch.count,
      milliseconds,
    };
  }

  /** After an epoch's last step: its record, and on to the next. Null in the middle of an epoch. */
  async endEpoch(between: () => Promise<void>): Promise<EpochRecord | null> {
    if (this.batch < this.batches) return null;
    const { loss, right, pictures, milliseconds } = this.sums;
    const { epoch } = this;
    this.sums = NOTHING;
    this.batch = 0;
    this.epoch++;
    this.order = orderOf(this.settings.seed, this.epoch, this.training.count);
    const start = performance.now() - milliseconds;
    return this.record({ epoch, loss: loss / pictures, accuracy: right / pictures }, start, between);
  }

  private async record(
    training: Pick<EpochRecord, 'epoch' | 'loss' | 'accuracy'>,
    start: number,
    between: () => Promise<void>,
  ): Promise<EpochRecord> {
    const heldOut = await evaluate(this.model, this.pictures.heldOut, between);
    const record: EpochRecord = {
      ...training,
      heldOutLoss: heldOut.loss,
      heldOutAccuracy: heldOut.accuracy,
      milliseconds: performance.now() - start,
    };
    this.records.push(record);
    return record;
  }

  /** What the optimizer remembers, before the backend changes. */
  remember(): Promise<OptimizerState> {
    return readOptimizer(this.optimizer);
  }

  /** A new optimizer on the present backend; with nothing remembered it begins afresh. */
  async renew(state: OptimizerState | null): Promise<void> {
    this.optimizer = makeOptimizer(this.settings);
    if (state) await writeOptimizer(this.optimizer, state);
  }

  dispose(): void {
    this.optimizer.dispose();
  }
}
