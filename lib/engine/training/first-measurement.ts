import { sum } from 'd3-array';
import type { EpochRecord, NetworkState, OptimizerState } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';
import type { WeightSet } from '@/lib/network/weights';
import { must } from '@/lib/result';
import { Model } from '../worker/model';
import { measuringEpoch, type RunImages } from './epoch-record';
import { evaluating, imagesAtATime } from './evaluate';
import { normsOf } from './norms';
import type { BestWeights } from './optimizer/best-weights';

/** Over how many of the first steps the measurement is spread: less than the course's first epoch. */
const SPREAD = 24;

/** The network that a run begins with, before its first step. */
export interface FirstState {
  readonly network: NetworkState;
  readonly weights: WeightSet;
  readonly optimizer: OptimizerState;
}

/** What becomes of the record. */
interface MeasuredRun {
  readonly records: EpochRecord[];
  readonly best: BestWeights | null;
}

/**
 * The measurement of the network that a run begins with, over all sets: epoch 0, or the epoch at which the run branched.
 * It takes as long as a dozen steps, or as thousands of them with many images, so it is made in parts between the first
 * ones, on a model of its own that keeps the first weights.
 */
export class FirstMeasurement {
  private model: Model | null = null;
  private measuring: AsyncGenerator<void, EpochRecord> | null = null;
  private readonly partsAStep: number;
  private over = false;

  constructor(
    readonly state: FirstState,
    private readonly of: Model,
    private readonly settings: TrainingSettings,
    private readonly sets: RunImages,
  ) {
    const most = imagesAtATime(of.pipeline);
    const parts = sum([sets.training, sets.heldOut, sets.test], (set) => Math.ceil((set?.count ?? 0) / most));
    this.partsAStep = Math.ceil(parts / SPREAD);
  }

  /**
   * Measures a step's share, or all that is left; `between` is awaited before each part. Once the record is complete it is
   * the run's first one, and the state then is returned.
   */
  async measure(
    much: 'some' | 'all',
    between: () => Promise<void>,
    run: MeasuredRun,
  ): Promise<FirstState | null> {
    const { state } = this;
    for (let part = 0; much === 'all' || part < this.partsAStep; part++) {
      await between();
      if (this.over) return null;
      const record = await this.next();
      if (this.over || !record) continue;
      run.records.push(record);
      await run.best?.follow(async () => state.weights, run.records, state.network.step);
      return { ...state, optimizer: [...state.optimizer, ...(run.best?.remember() ?? [])] };
    }
    return null;
  }

  /** One part. Where the backend is lost in it, all begins again. */
  private async next(): Promise<EpochRecord | null> {
    this.measuring ??= this.record();
    try {
      const next = await this.measuring.next();
      return next.done ? next.value : null;
    } catch (error) {
      this.measuring = null;
      throw error;
    }
  }

  private async *record(): AsyncGenerator<void, EpochRecord> {
    this.model ??= new Model(this.of.pipeline, 'first/');
    this.renew();
    const { model } = this;
    const { epoch } = this.state.network;
    let milliseconds = 0;
    const timed = timing((spent) => {
      milliseconds += spent;
    });
    const { loss, answers } = yield* timed(evaluating(model, this.sets.training));
    const norms = await normsOf(model);
    const trained = { epoch, loss, answers, norms };
    const record = yield* timed(measuringEpoch(model, this.settings, this.sets, trained));
    return { ...record, milliseconds };
  }

  /** Takes the model to the current backend, if it has changed. */
  renew(): void {
    if (this.model) must(this.model.load(this.state.weights));
  }

  /** Ends it. */
  dispose(): void {
    this.over = true;
    this.model?.dispose();
    this.model = null;
  }
}

/** Passes work on, and reports what each of its parts takes, in milliseconds; the steps between them don't count. */
const timing = (report: (milliseconds: number) => void) =>
  async function* <T>(work: AsyncGenerator<void, T>): AsyncGenerator<void, T> {
    for (;;) {
      const start = performance.now();
      const next = await work.next();
      report(performance.now() - start);
      if (next.done) return next.value;
      yield;
    }
  };
