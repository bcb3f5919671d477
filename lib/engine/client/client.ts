import type { WeightPlace } from '@/lib/kinds/types';
import type { Architecture } from '@/lib/network/architecture';
import type { BackendName } from '@/lib/network/backends';
import type { Moment, NetworkState, OpenedLog, RunName } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';
import type { Pixels, Shown, StageTrace, Trace } from '@/lib/network/trace';
import type { KernelSet, WeightSet } from '@/lib/network/weights';
import type { Result } from '@/lib/result';
import { remember } from '@/lib/tensor/counted';
import type { EngineCalls, Evaluation } from '../api';
import type { EngineEvent, WeightSource } from '../protocol';
import type { StepReport, StepWeight } from '../step-protocol';
import type { Survey } from '../worker/survey';
import { inTurn } from './in-turn';
import { newestOnly } from './newest-only';
import { type Question, Workers } from './workers';

export interface TraceQuestion {
  readonly pixels: Pixels;
  /** Null: as the network is now. */
  readonly moment: Moment | null;
}

/** The engine as the page has it: whatever becomes of the worker behind it, its calls are answered. */
export interface EngineClient extends EngineCalls {
  /** Hears all events from now on. Answers how to stop hearing. */
  subscribe(listener: (event: EngineEvent) => void): () => void;
  /**
   * All stages of one picture, of the present network or of an earlier one. 'superseded' when something newer was asked
   * for before this could start.
   */
  trace(question: TraceQuestion): Promise<Result<Trace> | 'superseded'>;
  /** The same for the network that is held beside the one shown: neither overtakes the other. */
  traceHeld(question: TraceQuestion): Promise<Result<Trace> | 'superseded'>;
  /** The same for a network that is likely to be looked at next. */
  traceAhead(question: TraceQuestion): Promise<Result<Trace> | 'superseded'>;
  /** What can be had of an earlier network at once: the stages before its large layers. It waits for no other trace. */
  glance(question: TraceQuestion & { readonly moment: Moment }): Promise<Result<Trace> | 'superseded'>;
  /** Ends the engine and frees all that it holds. What is asked from then on, or still waits, is answered that it is gone. */
  dispose(): void;
}

interface EngineOptions {
  /** What the site's addresses begin with. */
  readonly base: string;
  /** False for an engine beside the learner's own: nothing that it trains is kept, and what was kept is left alone. */
  readonly keeps?: boolean;
}

/** Starts an engine in a worker. */
export function createEngine({ base, keeps = true }: EngineOptions): EngineClient {
  return new Client(base, keeps);
}

class Client implements EngineClient {
  private readonly listeners = new Set<(event: EngineEvent) => void>();
  private readonly workers: Workers;
  /** The weights of the newest trace: the worker sends them only when they are others than before. */
  private weightsOfTrace: WeightSet = {};
  readonly trace: EngineClient['trace'];
  readonly traceHeld: EngineClient['traceHeld'];
  readonly traceAhead: EngineClient['traceAhead'];
  readonly glance: EngineClient['glance'];

  constructor(base: string, keeps: boolean) {
    this.workers = new Workers({ base, keeps }, (event) => {
      for (const listener of this.listeners) listener(event);
    });
    // The worker has one model for all epochs: two questions at once would be answered by the same weights.
    const ask = inTurn((question: TraceQuestion) => this.traceNow(question));
    this.trace = newestOnly(ask);
    this.traceHeld = newestOnly(ask);
    this.traceAhead = newestOnly(ask);
    this.glance = newestOnly(({ pixels, moment }) =>
      this.askTrace(async (api) => api.glance(pixels, moment)),
    );
  }

  subscribe(listener: (event: EngineEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** What the worker has counted is remembered, for whoever draws. */
  private async askTrace(question: Question<Trace>): Promise<Result<Trace>> {
    const answer = await this.workers.ask(question);
    if (answer.ok)
      for (const { values, counted } of answer.value.stages) if (counted) remember(values, counted);
    return answer;
  }

  private async traceNow({ pixels, moment }: TraceQuestion): Promise<Result<Trace>> {
    const answer = await this.askTrace(async (api) => api.trace(pixels, moment));
    if (!answer.ok) return answer;
    const { weights } = answer.value;
    if (Object.keys(weights).length > 0) this.weightsOfTrace = weights;
    return { ok: true, value: { ...answer.value, weights: this.weightsOfTrace } };
  }

  async load(
    architecture: Architecture,
    source: WeightSource,
    subject?: string,
  ): Promise<Result<NetworkState>> {
    const loaded = await this.workers.ask(async (api) => api.load(architecture, source, subject));
    // What could not be set up is not to be set up again when the worker dies.
    if (loaded.ok) this.workers.remember(architecture, source, subject);
    return loaded;
  }

  predict(pixels: Pixels, count: number): Promise<Result<Float32Array>> {
    return this.workers.ask(async (api) => api.predict(pixels, count));
  }

  setVariant(architecture: Architecture, weights: WeightSet): Promise<Result<void>> {
    return this.workers.ask(async (api) => api.setVariant(architecture, weights));
  }

  traceVariant(pixels: Pixels): Promise<Result<Trace>> {
    return this.askTrace(async (api) => api.traceVariant(pixels));
  }

  frameVariant(pixels: Pixels, shown: Shown): Promise<Result<readonly StageTrace[]>> {
    return this.workers.ask(async (api) => api.frameVariant(pixels, shown));
  }

  predictVariant(pixels: Pixels, count: number): Promise<Result<Float32Array>> {
    return this.workers.ask(async (api) => api.predictVariant(pixels, count));
  }

  survey(which: 'training' | 'heldOut', stage: string): Promise<Result<Survey>> {
    return this.workers.ask(async (api) => api.survey(which, stage));
  }

  integrated(pixels: Pixels, unit: number, steps: number): Promise<Result<Float32Array>> {
    return this.workers.ask(async (api) => api.integrated(pixels, unit, steps));
  }

  dropVariant(): Promise<void> {
    return this.workers.askOr(async (api) => api.dropVariant(), undefined);
  }

  weights(stages?: readonly string[]): Promise<WeightSet> {
    return this.workers.askOr(async (api) => api.weights(stages), {});
  }

  kernels(moment: Moment): Promise<Result<KernelSet>> {
    return this.workers.ask(async (api) => api.kernels(moment));
  }

  train(settings: TrainingSettings): Promise<Result<void>> {
    this.workers.forgetRun();
    return this.workers.askToTrain(async (api) => api.train(settings));
  }

  fork(from: Moment, settings: TrainingSettings): Promise<Result<void>> {
    this.workers.forgetRun();
    return this.workers.askToTrain(async (api) => api.fork(from, settings));
  }

  pause(): Promise<void> {
    return this.workers.askOr(async (api) => api.pause(), undefined);
  }

  resume(): Promise<Result<void>> {
    return this.workers.askToTrain(async (api) => api.resume());
  }

  stepOnce(settings: TrainingSettings): Promise<Result<void>> {
    return this.workers.askToTrain(async (api) => api.stepOnce(settings));
  }

  epochOnce(settings: TrainingSettings): Promise<Result<void>> {
    return this.workers.askToTrain(async (api) => api.epochOnce(settings));
  }

  stop(): Promise<void> {
    return this.workers.askOr(async (api) => api.stop(), undefined);
  }

  async reset(seed: number): Promise<Result<NetworkState>> {
    const done = await this.workers.ask(async (api) => api.reset(seed));
    if (done.ok) this.workers.rememberSeed(seed);
    return done;
  }

  writeRun(run: RunName): Promise<Result<Uint8Array<ArrayBuffer>>> {
    return this.workers.ask(async (api) => api.writeRun(run));
  }

  openRun(file: Uint8Array): Promise<Result<OpenedLog>> {
    return this.workers.ask(async (api) => api.openRun(file));
  }

  closeRun(run: RunName): Promise<void> {
    return this.workers.askOr(async (api) => api.closeRun(run), undefined);
  }

  takeOver(run: RunName): Promise<Result<NetworkState>> {
    return this.workers.ask(async (api) => api.takeOver(run));
  }

  evaluate(pictures: 'training' | 'heldOut'): Promise<Result<Evaluation>> {
    return this.workers.ask(async (api) => api.evaluate(pictures));
  }

  observeStep(moment: Moment | null, settings: TrainingSettings): Promise<Result<StepReport>> {
    return this.workers.ask(async (api) => api.observeStep(moment, settings));
  }

  observedWeight(stage: string, place: WeightPlace): Promise<Result<StepWeight>> {
    return this.workers.ask(async (api) => api.observedWeight(stage, place));
  }

  chooseBackend(backend: BackendName): Promise<Result<void>> {
    return this.workers.ask(async (api) => api.chooseBackend(backend));
  }

  dispose(): void {
    this.workers.dispose();
    this.listeners.clear();
  }
}
