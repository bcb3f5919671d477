import * as tf from '@tensorflow/tfjs-core';
import type { LabelledImages } from '@/lib/data/data-set';
import type { TrainingSet } from '@/lib/data/training-set';
import type { Stage } from '@/lib/network/pipeline';
import type {
  BatchEvent,
  ClassOfEach,
  EpochRecord,
  NetworkState,
  OptimizerState,
  ParentRun,
  RunLog,
} from '@/lib/network/run';
import { inFull, type TrainingSettings } from '@/lib/network/settings';
import { hasRunDry } from '@/lib/run/early-stopping';
import { trainingStages } from '../kinds/walk';
import type { Model } from '../worker/model';
import type { FullState } from '../worker/network';
import type { Broken } from './broken';
import { EpochAccumulator } from './epoch-accumulator';
import { accuracyOf, evaluate } from './evaluate';
import { augmentationOf } from './images/augment';
import { pickBatch } from './images/batch';
import { EpochOrder } from './images/order';
import { streamOf } from './images/streams';
import { trainedSet } from './images/trained-set';
import { normsOf } from './norms';
import { BestWeights } from './optimizer/best-weights';
import { rateAt } from './optimizer/schedule';
import { PacedOptimizer } from './paced';
import { trainStep, type Upcoming } from './step';

/**
 * The start of a run that branched from another one: at the end of this epoch, after this number of steps.
 */
export interface Fork {
  readonly parent: ParentRun;
  readonly step: number;
}

/** One run: its state, and its next step. Knows nothing of pausing or of the page. */
export class Run {
  readonly optimizer: PacedOptimizer;
  private order: EpochOrder;
  private accumulator: EpochAccumulator;
  private readonly training: LabelledImages;
  private readonly stages: readonly Stage[];
  /** The epoch of the next step, counted from 1, and that step's index in it, counted from 0. */
  private epoch = 1;
  private batch = 0;
  private steps = 0;
  readonly records: EpochRecord[] = [];
  readonly parent?: ParentRun;
  private readonly firstStep: number;
  /** Of the epoch with the lowest validation loss, where the run may stop early. */
  private readonly best: BestWeights | null;
  /** The state that the network was returned to at the run's end. */
  private kept: Pick<NetworkState, 'epoch' | 'step'> | null = null;

  constructor(
    readonly model: Model,
    readonly settings: TrainingSettings,
    readonly images: TrainingSet,
    fork: Fork | null = null,
  ) {
    this.training = trainedSet(images.training, settings, model.pipeline.architecture.classes.length);
    this.stages = trainingStages(model.pipeline, inFull(settings).dropout);
    this.accumulator = new EpochAccumulator(Array.from({ length: this.training.count }, () => 0));
    this.parent = fork?.parent;
    this.firstStep = fork?.step ?? 0;
    this.best = inFull(settings).patience === null ? null : new BestWeights();
    this.epoch = 1 + (fork?.parent.epoch ?? 0);
    this.steps = this.firstStep;
    this.order = new EpochOrder(settings, this.epoch, this.training.labels);
    this.optimizer = new PacedOptimizer(settings, this.epoch);
  }

  /** A run resumed at the end of the last epoch of its log, as if it had never stopped. */
  static async goOn(
    model: Model,
    log: RunLog,
    state: OptimizerState,
    steps: number,
    images: TrainingSet,
  ): Promise<Run> {
    const fork = log.parent && { parent: log.parent, step: 0 };
    const run = new Run(model, log.settings, images, fork);
    await run.goBack({ log, optimizer: state, network: { step: steps } });
    return run;
  }

  /** Goes back to the end of the last epoch of its log; without one, to its start. */
  async goBack(to: Pick<FullState, 'log' | 'optimizer'> & { readonly network: { readonly step: number } }) {
    const { parent } = this;
    this.records.splice(0, this.records.length, ...(to.log?.epochs ?? []));
    const last = this.records.at(-1);
    const answers = last?.answers.training ?? this.training.labels.map(() => 0);
    this.accumulator = new EpochAccumulator([...answers]);
    this.enter((last?.epoch ?? parent?.epoch ?? 0) + 1, last ? to.network.step : this.firstStep);
    this.optimizer.dispose();
    await this.renew(last ? to.optimizer : null);
  }

  /** What it needs beside the weights and the log to resume: the optimizer's state, and the best weights so far. */
  async remember(): Promise<OptimizerState> {
    return [...(await this.optimizer.remember()), ...(this.best?.remember() ?? [])];
  }

  /** Takes that over, on the current backend. */
  async renew(state: OptimizerState | null): Promise<void> {
    this.best?.renew(state);
    await this.optimizer.renew(state);
  }

  /** The test images, where they are measured after every epoch. */
  private get followed(): LabelledImages | null {
    return (this.images.followsTest && this.images.test) || null;
  }

  /** The class that each image is labelled as. */
  get labels(): ClassOfEach {
    return {
      training: [...this.training.labels],
      heldOut: [...this.images.heldOut.labels],
      ...(this.followed && { test: [...this.followed.labels] }),
    };
  }

  /** Whether the last epoch is done, or the validation loss has stopped falling. */
  get done(): boolean {
    return this.epoch > this.settings.epochs || hasRunDry({ settings: this.settings, epochs: this.records });
  }

  /** Whether the next step is the first of an epoch. */
  get betweenEpochs(): boolean {
    return this.batch === 0;
  }

  /** How far the network is trained: `epoch` counts whole epochs. */
  get state(): NetworkState {
    const { epoch, step } = this.kept ?? { epoch: this.epoch - 1, step: this.steps };
    return { origin: step > 0 ? 'trained' : 'initial', seed: this.settings.seed, epoch, step };
  }

  /** At its end: returns the network to its best epoch. Returns whether that is not the last one. */
  keepBest(): boolean {
    this.kept = this.best?.restore(this.model, this.state) ?? null;
    return this.kept !== null;
  }

  private enter(epoch: number, steps: number): void {
    this.epoch = epoch;
    this.steps = steps;
    this.batch = 0;
    this.order = new EpochOrder(this.settings, epoch, this.training.labels);
    this.accumulator = this.accumulator.next();
  }

  /**
   * Measures the network before the first step, over all sets: epoch 0, or the epoch at which the run
   * branched.
   */
  async begin(between: () => Promise<void>): Promise<EpochRecord> {
    const start = performance.now();
    const { loss, answers } = await evaluate(this.model, this.training, between);
    const norms = await normsOf(this.model);
    return this.record({ epoch: this.epoch - 1, loss, answers, norms }, start, between);
  }

  /** The data of the next step. The caller disposes of the batch. */
  next(): Upcoming {
    const { seed, l2, frozen } = inFull(this.settings);
    const { epoch, batch, stages } = this;
    const { places, turns } = this.order.batch(batch);
    return {
      places,
      batch: pickBatch(this.model, this.training, places, augmentationOf(this.settings, epoch, turns)),
      options: {
        norms: this.batch + 1 === this.order.batches,
        mode: { stages, frozen, stream: () => streamOf(seed, 'dropout', epoch, batch) },
        l2,
      },
      labels: places.map((place) => this.training.labels[place]),
      rate: rateAt(this.settings, epoch),
    };
  }

  /**
   * One step. Its event contains the network's result for the batch before the step. A diverging step is not
   * taken.
   */
  async step(): Promise<BatchEvent | Broken> {
    const start = performance.now();
    const { epoch } = this;
    const { places, batch, options, labels } = this.next();
    const score = await this.optimizer
      .at(epoch)
      .then((optimizer) => trainStep(this.model, optimizer, batch, options))
      .finally(() => tf.dispose([batch.images, batch.labels]));
    if (score.broken) return { type: 'broken', step: this.steps + 1, ...score.broken };
    const milliseconds = performance.now() - start;
    this.accumulator.add(places, score, milliseconds);
    this.batch++;
    this.steps++;
    return {
      type: 'batch',
      epoch,
      batch: this.batch,
      batches: this.order.batches,
      step: this.steps,
      loss: score.loss,
      accuracy: accuracyOf(score.answers, labels),
      milliseconds,
    };
  }

  /**
   * After an epoch's last step: returns its record, and advances to the next. Null in the middle of an epoch.
   */
  async endEpoch(between: () => Promise<void>): Promise<EpochRecord | null> {
    if (this.batch < this.order.batches) return null;
    const { epoch } = this;
    const start = performance.now() - this.accumulator.milliseconds;
    const met = { epoch, ...this.accumulator.over(this.order.images) };
    this.enter(epoch + 1, this.steps);
    return this.record(met, start, between);
  }

  private async record(
    training: Pick<EpochRecord, 'epoch' | 'loss' | 'norms'> & { readonly answers: readonly number[] },
    start: number,
    between: () => Promise<void>,
  ): Promise<EpochRecord> {
    const heldOut = await evaluate(this.model, this.images.heldOut, between);
    const test = this.followed && (await evaluate(this.model, this.followed, between));
    const record: EpochRecord = {
      ...training,
      accuracy: accuracyOf(training.answers, this.training.labels),
      heldOutLoss: heldOut.loss,
      heldOutAccuracy: heldOut.accuracy,
      ...(test && { testLoss: test.loss, testAccuracy: test.accuracy }),
      milliseconds: performance.now() - start,
      learningRate: rateAt(this.settings, Math.max(1, training.epoch)),
      answers: {
        training: training.answers,
        heldOut: heldOut.answers,
        ...(test && { test: test.answers }),
      },
    };
    this.records.push(record);
    await this.best?.follow(this.model, this.records, this.steps);
    return record;
  }

  dispose(): void {
    this.optimizer.dispose();
  }
}
