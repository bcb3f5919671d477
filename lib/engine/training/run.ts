import type * as tf from '@tensorflow/tfjs-core';
import type { DataSet } from '@/lib/data/data-set';
import type { TrainingSet } from '@/lib/data/training-set';
import type { Model } from '../model';
import type {
  BatchEvent,
  ClassOfEach,
  EpochRecord,
  NetworkState,
  Norms,
  OptimizerState,
  RunLog,
  TrainingSettings,
} from '../protocol';
import { pickBatch } from './batch';
import type { Broken } from './broken';
import { accuracyOf, evaluate } from './evaluate';
import { normsOf } from './norms';
import { makeOptimizer, readOptimizer, writeOptimizer } from './optimizer';
import { orderOf } from './order';
import { trainStep } from './step';

/** The epoch so far. */
interface Sums {
  readonly loss: number;
  readonly milliseconds: number;
  readonly norms: Readonly<Record<string, Norms>> | null;
}

const NOTHING: Sums = { loss: 0, milliseconds: 0, norms: null };

/** One run: where it stands, and its next step. Knows nothing of pausing or of the page. */
export class Run {
  private optimizer: tf.Optimizer;
  private order: readonly number[];
  private sums = NOTHING;
  /** The network's answer to each training picture when it last met it. */
  private readonly met: number[];
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
    this.met = Array.from({ length: this.training.count }, () => 0);
  }

  /** A run as it stood at the end of the last epoch of its log. It goes on as if it had never stopped. */
  static async goOn(model: Model, log: RunLog, state: OptimizerState, pictures: TrainingSet): Promise<Run> {
    const run = new Run(model, log.settings, pictures);
    const last = log.epochs.at(-1);
    run.records.push(...log.epochs);
    run.epoch = (last?.epoch ?? 0) + 1;
    run.steps = (run.epoch - 1) * run.batches;
    run.order = orderOf(log.settings.seed, run.epoch, run.training.count);
    last?.answers.training.forEach((answer, picture) => {
      run.met[picture] = answer;
    });
    await writeOptimizer(run.optimizer, state);
    return run;
  }

  /** The right class of each picture. */
  get labels(): ClassOfEach {
    const { training, heldOut } = this.pictures;
    return { training: [...training.labels], heldOut: [...heldOut.labels] };
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
    const { loss, answers } = await evaluate(this.model, this.training, between);
    return this.record({ epoch: 0, loss, answers, norms: await normsOf(this.model) }, start, between);
  }

  /** One step. Its event tells the network's answer to the batch before the step. A step that broke was not taken. */
  async step(): Promise<BatchEvent | Broken> {
    const { batchSize } = this.settings;
    const start = performance.now();
    const from = this.batch * batchSize;
    const indices = this.order.slice(from, from + batchSize);
    const batch = pickBatch(this.model, this.training, indices);
    const last = this.batch + 1 === this.batches;
    const { loss, answers, norms, broken } = await trainStep(this.model, this.optimizer, batch, last);
    batch.pictures.dispose();
    batch.labels.dispose();
    if (broken) return { type: 'broken', step: this.steps + 1, ...broken };
    const milliseconds = performance.now() - start;
    const { sums } = this;
    this.sums = {
      loss: sums.loss + loss * batch.count,
      milliseconds: sums.milliseconds + milliseconds,
      norms,
    };
    indices.forEach((index, at) => {
      this.met[index] = answers[at];
    });
    this.batch++;
    this.steps++;
    return {
      type: 'batch',
      epoch: this.epoch,
      batch: this.batch,
      batches: this.batches,
      step: this.steps,
      loss,
      accuracy: accuracyOf(
        answers,
        indices.map((index) => this.training.labels[index]),
      ),
      milliseconds,
    };
  }

  /** After an epoch's last step: its record, and on to the next. Null in the middle of an epoch. */
  async endEpoch(between: () => Promise<void>): Promise<EpochRecord | null> {
    if (this.batch < this.batches) return null;
    const { loss, milliseconds, norms } = this.sums;
    const { epoch } = this;
    this.sums = NOTHING;
    this.batch = 0;
    this.epoch++;
    this.order = orderOf(this.settings.seed, this.epoch, this.training.count);
    const start = performance.now() - milliseconds;
    const mean = loss / this.training.count;
    return this.record({ epoch, loss: mean, answers: [...this.met], norms: norms ?? {} }, start, between);
  }

  private async record(
    training: Pick<EpochRecord, 'epoch' | 'loss' | 'norms'> & { readonly answers: readonly number[] },
    start: number,
    between: () => Promise<void>,
  ): Promise<EpochRecord> {
    const heldOut = await evaluate(this.model, this.pictures.heldOut, between);
    const record: EpochRecord = {
      ...training,
      accuracy: accuracyOf(training.answers, this.training.labels),
      heldOutLoss: heldOut.loss,
      heldOutAccuracy: heldOut.accuracy,
      milliseconds: performance.now() - start,
      learningRate: this.settings.learningRate,
      answers: { training: training.answers, heldOut: heldOut.answers },
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
