import * as tf from '@tensorflow/tfjs-core';
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
import type { WeightSet } from '@/lib/network/weights';
import { hasRunDry } from '@/lib/run/early-stopping';
import { trainingStages } from '../kinds/walk';
import type { Model } from '../worker/model';
import type { FullState } from '../worker/network';
import type { Place } from '../worker/state-memory';
import type { Broken } from './broken';
import { labelsOf, measuringEpoch, type RunImages, runImages } from './epoch-record';
import { accuracyOf, allOf } from './evaluate';
import { FirstMeasurement, type FirstState } from './first-measurement';
import { trainedSet } from './images/trained-set';
import { BestWeights } from './optimizer/best-weights';
import { PacedOptimizer } from './paced';
import { Progress } from './progress';
import { trainStep, type Upcoming } from './step';
import { upcomingStep } from './upcoming';

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
  /** The images it trains on, and those it only measures. */
  private readonly sets: RunImages;
  private readonly stages: readonly Stage[];
  private readonly progress: Progress;
  readonly records: EpochRecord[] = [];
  readonly parent?: ParentRun;
  private readonly firstStep: number;
  /** Of the epoch with the lowest validation loss, where the run may stop early. */
  readonly best: BestWeights | null;
  /** Of the network that it begins with; null once that is over, and where the run goes on. */
  private first: FirstMeasurement | null = null;
  /** What was stored since the last step took so many milliseconds. */
  private storing = 0;
  /** The state that the network was returned to at the run's end. */
  private kept: Pick<NetworkState, 'epoch' | 'step'> | null = null;

  constructor(
    readonly model: Model,
    readonly settings: TrainingSettings,
    readonly images: TrainingSet,
    fork: Fork | null = null,
  ) {
    const { classes } = model.pipeline.architecture;
    this.sets = runImages(trainedSet(images.training, settings, classes.length), images);
    this.stages = trainingStages(model.pipeline, inFull(settings).dropout);
    this.parent = fork?.parent;
    this.firstStep = fork?.step ?? 0;
    this.best = inFull(settings).patience === null ? null : new BestWeights();
    const epoch = 1 + (fork?.parent.epoch ?? 0);
    this.progress = new Progress(settings, this.sets.training.labels, epoch, this.firstStep);
    this.optimizer = new PacedOptimizer(settings, epoch);
  }

  /** A run from the weights that the model has now. They are measured between its first steps. */
  static async begin(
    model: Model,
    settings: TrainingSettings,
    images: TrainingSet,
    { weights, fork }: { readonly weights: WeightSet; readonly fork: Fork | null },
  ): Promise<Run> {
    const run = new Run(model, settings, images, fork);
    const first = { network: run.state, weights, optimizer: await run.remember() };
    run.first = new FirstMeasurement(first, model, settings, run.sets);
    return run;
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
    const answers = last?.answers.training ?? this.labels.training.map(() => 0);
    const epoch = (last?.epoch ?? parent?.epoch ?? 0) + 1;
    this.progress.enter(epoch, last ? to.network.step : this.firstStep, answers);
    this.optimizer.dispose();
    await this.renew(last ? to.optimizer : null);
  }

  /** What it needs beside the weights and the log to resume: the optimizer's state, and the best weights so far. */
  async remember(place?: Place): Promise<OptimizerState> {
    return [...(await this.optimizer.remember(place)), ...(this.best?.remember() ?? [])];
  }

  /** Takes that over, on the current backend. */
  async renew(state: OptimizerState | null): Promise<void> {
    this.first?.renew();
    this.best?.renew(state);
    await this.optimizer.renew(state);
  }

  /** The class that each image is labelled as. */
  get labels(): ClassOfEach {
    return labelsOf(this.sets);
  }

  /** Whether the last epoch is done, or the validation loss has stopped falling. */
  get done(): boolean {
    const { settings, records, progress } = this;
    return progress.epoch > settings.epochs || hasRunDry({ settings, epochs: records });
  }

  /** Whether the last step was the last one of its epoch, whose end is still to come. */
  get epochIsOver(): boolean {
    return this.progress.epochIsOver;
  }

  /** Whether the next step is the first of an epoch. */
  get betweenEpochs(): boolean {
    return this.progress.batch === 0;
  }

  /** How far the network is trained: `epoch` counts whole epochs. */
  get state(): NetworkState {
    const { epoch, step } = this.kept ?? { epoch: this.progress.epoch - 1, step: this.progress.steps };
    return { origin: step > 0 ? 'trained' : 'initial', seed: this.settings.seed, epoch, step };
  }

  /** At its end: returns the network to its best epoch. Returns whether that is not the last one. */
  keepBest(): boolean {
    this.kept = this.best?.restore(this.model, this.state) ?? null;
    return this.kept !== null;
  }

  /** Whether the network that it begins with is measured: nothing is known of the run before. */
  get begun(): boolean {
    return this.first === null || this.records.length > 0;
  }

  /**
   * Goes on measuring the network that it begins with: epoch 0, or the epoch at which the run branched. Once that is
   * complete, returns the network's state then, with its record among the run's.
   */
  async measureFirst(much: 'some' | 'all', between: () => Promise<void>): Promise<FirstState | null> {
    const state = (await this.first?.measure(much, between, this)) ?? null;
    if (state) this.abandonFirst();
    return state;
  }

  /** Nobody asks for that measurement any more. */
  abandonFirst(): void {
    this.first?.dispose();
    this.first = null;
  }

  /** The data of the next step. The caller disposes of the batch. */
  next(): Upcoming {
    return upcomingStep(this.model, this.stages, this.sets.training, this.settings, this.progress);
  }

  /**
   * One step. Its event contains the network's result for the batch before the step. A diverging step is not
   * taken.
   */
  async step(): Promise<BatchEvent | Broken> {
    const start = performance.now();
    const { progress } = this;
    const { epoch } = progress;
    const { places, batch, options, labels } = this.next();
    const score = await this.optimizer
      .at(epoch)
      .then((optimizer) => trainStep(this.model, optimizer, batch, options))
      .finally(() => tf.dispose([batch.images, batch.labels]));
    if (score.broken) return { type: 'broken', step: progress.steps + 1, ...score.broken };
    const milliseconds = performance.now() - start;
    progress.add(places, score, milliseconds);
    const { storing } = this;
    this.storing = 0;
    return {
      type: 'batch',
      epoch,
      batch: progress.batch,
      batches: progress.order.batches,
      step: progress.steps,
      loss: score.loss,
      accuracy: accuracyOf(score.answers, labels),
      milliseconds,
      ...(storing > 0 && { storing }),
    };
  }

  /** The network at the end of an epoch was stored, which took so many milliseconds: its next step says so. */
  stored(milliseconds: number): void {
    this.storing += milliseconds;
  }

  /**
   * After an epoch's last step: returns its record, and advances to the next. Null in the middle of an epoch.
   */
  async endEpoch(between: () => Promise<void>): Promise<EpochRecord | null> {
    const { progress } = this;
    if (!progress.epochIsOver) return null;
    const { trained, milliseconds } = progress.measured;
    const start = performance.now() - milliseconds;
    progress.enter(trained.epoch + 1, progress.steps);
    return this.record(trained, start, between);
  }

  /** Measures the other sets, and keeps the epoch's record. */
  private async record(
    trained: Parameters<typeof measuringEpoch>[3],
    start: number,
    between: () => Promise<void>,
  ): Promise<EpochRecord> {
    const { model, settings, sets, progress } = this;
    const measured = await allOf(measuringEpoch(model, settings, sets, trained), between);
    const record = { ...measured, milliseconds: performance.now() - start };
    this.records.push(record);
    await this.best?.follow(() => model.weights(), this.records, progress.steps);
    return record;
  }

  dispose(): void {
    this.abandonFirst();
    this.optimizer.dispose();
  }
}
