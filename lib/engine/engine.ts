import { transfer } from 'comlink';
import type { Architecture } from '@/lib/pipeline/architecture';
import { fail, ok, type Result } from '@/lib/result';
import { size } from '@/lib/tensor/tensor';
import words from '@/words/engine';
import type { Snapshot, StartOptions } from './api';
import { BackendChoice } from './backend-choice';
import type { Model } from './model';
import { Network } from './network';
import type { PastNetwork } from './own-run';
import { Past } from './past';
import type {
  BackendName,
  EngineEvent,
  KernelSet,
  Moment,
  NetworkState,
  OptimizerState,
  Pixels,
  RunLog,
  RunName,
  Shown,
  StageTrace,
  Trace,
  WeightSet,
  WeightSource,
} from './protocol';
import type { RunFiles } from './run-files';
import { predictBatch } from './trace-stages';
import { NO_NETWORK, Tracer } from './tracer';
import type { Trainer } from './training/trainer';
import { buffersOf } from './transfer';
import { Trial } from './trial';
import { Variant } from './variant';

/** What the worker does for the page, apart from training. One network, one backend at a time. */
export class Engine {
  readonly base: string;
  readonly network: Network;
  readonly backends: BackendChoice;
  readonly past: Past;
  readonly variant = new Variant();
  readonly trial: Trial;
  private readonly tracer = new Tracer(this);
  private readonly up: Promise<boolean>;
  /** While the backend changes nothing may compute. */
  private gate: Promise<unknown>;
  private loaded: Promise<unknown> = Promise.resolve();
  private training?: Promise<Trainer>;
  private filing?: Promise<RunFiles>;
  /** Whether the page was told that nothing can be kept: once is enough. */
  private told = false;

  constructor(
    options: StartOptions,
    readonly tell: (event: EngineEvent) => void,
    private readonly onSnapshot: (snapshot: Snapshot) => void,
  ) {
    this.base = options.base;
    this.backends = new BackendChoice(tell, (lost, start) => this.alone(() => this.move(lost, start)));
    this.up = this.backends.start(options);
    this.gate = this.up;
    this.past = new Past(options.base, options.keeps);
    this.network = new Network({ base: options.base, own: this.past.own }, this.up, tell);
    this.trial = new Trial(this.backends, () => this.ready());
  }

  /** Settles when computing is allowed: a backend is up, and none is being changed. */
  async clear(): Promise<void> {
    await this.gate;
  }

  private alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.gate.then(work);
    this.gate = done.catch(() => undefined);
    return done;
  }

  /** The trainer comes in a file of its own, fetched when it is first asked for. */
  trainer(): Promise<Trainer> {
    this.training ??= import('./training/trainer').then(({ Trainer }) => new Trainer(this));
    return this.training;
  }

  /** What writes and opens runs, likewise. */
  runs(): Promise<RunFiles> {
    this.filing ??= import('./run-files').then(({ RunFiles }) => new RunFiles(this));
    return this.filing;
  }

  /** What was set and measured in a run. */
  async log(run: RunName): Promise<Result<RunLog>> {
    return (await this.runs()).log(run);
  }

  /** The backend that computes now. */
  get backend(): BackendName {
    return this.backends.current ?? 'cpu';
  }

  private async move<T>(lost: boolean, start: () => Promise<Result<T>>): Promise<Result<T>> {
    const change = () => this.network.move(lost, start);
    // It is set up again, on the new backend, when it is asked for.
    this.past.forget();
    this.variant.forget();
    return this.training ? (await this.training).carry(lost, change) : change();
  }

  async load(architecture: Architecture, source: WeightSource): Promise<Result<NetworkState>> {
    await (await this.training)?.cancel();
    const loading = this.network.load(architecture, source);
    this.loaded = loading;
    return loading;
  }

  /** The model, once computing is allowed and its first weights are there. */
  async ready(): Promise<Model | null> {
    await this.loaded;
    await this.clear();
    return this.backends.current ? this.network.model : null;
  }

  trace(pixels: Pixels, moment: Moment | null): Promise<Result<Trace>> {
    return this.tracer.trace(pixels, moment);
  }

  glance(pixels: Pixels, moment: Moment): Promise<Result<Trace>> {
    return this.tracer.glance(pixels, moment);
  }

  /** Sets up or changes the changed copy of the network. */
  async setVariant(architecture: Architecture, weights: WeightSet): Promise<Result<void>> {
    await this.clear();
    return this.variant.set(architecture, weights);
  }

  traceVariant(pixels: Pixels): Promise<Result<Trace>> {
    return this.tracer.traceVariant(pixels);
  }

  frameVariant(pixels: Pixels, shown: Shown): Promise<Result<readonly StageTrace[]>> {
    return this.tracer.frameVariant(pixels, shown);
  }

  async predictVariant(pixels: Pixels, count: number): Promise<Result<Float32Array>> {
    await this.clear();
    const model = this.variant.model;
    return model.ok ? this.predictWith(model.value, pixels, count) : model;
  }

  async predict(pixels: Pixels, count: number): Promise<Result<Float32Array>> {
    const model = await this.ready();
    return model?.complete ? this.predictWith(model, pixels, count) : fail(NO_NETWORK);
  }

  private async predictWith(model: Model, pixels: Pixels, count: number): Promise<Result<Float32Array>> {
    const expected = count * size(model.pipeline.architecture.input);
    if (pixels.length !== expected)
      return fail(words.countMismatch({ count, expected, given: pixels.length }));
    const probabilities = await predictBatch(model, pixels, count);
    return transfer(ok(probabilities), [probabilities.buffer]);
  }

  async weights(stages?: readonly string[]): Promise<WeightSet> {
    const weights = (await (await this.ready())?.weights(stages)) ?? {};
    return transfer(weights, buffersOf({ weights }));
  }

  /** Back to the initial weights of a seed. What was kept of another network is forgotten. */
  reset(seed: number): Promise<Result<NetworkState>> {
    const { model } = this.network;
    return model
      ? this.load(model.pipeline.architecture, { initial: seed })
      : Promise.resolve(fail(NO_NETWORK));
  }

  /** The weights at the end of a recorded epoch. */
  recall(moment: Moment): Promise<Result<PastNetwork>> {
    const { model } = this.network;
    return model ? this.past.recall(moment, model.pipeline) : Promise.resolve(fail(NO_NETWORK));
  }

  async kernels(moment: Moment): Promise<Result<KernelSet>> {
    const small = await this.past.small(moment);
    if (!small.ok) return small;
    const { weights } = small.value;
    return ok(Object.fromEntries(Object.entries(weights).map(([id, { kernel }]) => [id, kernel])));
  }

  /** A run begins: the epochs of the one before are let go. */
  began(): Promise<void> {
    return this.past.own.begin();
  }

  /** Whether the kept run can go on in this tab. */
  goesOn({ pipeline }: Model): Promise<Result<void>> {
    return this.past.own.goesOn(pipeline.architecture, this.network.state.step);
  }

  /**
   * Keeps the network as it is now: in the browser for the next visit, and with the page should this worker die.
   * With what the optimizer remembers its run can go on.
   */
  async save(optimizer: OptimizerState): Promise<void> {
    await this.clear();
    const snapshot = await this.network.snapshot(optimizer);
    if (!snapshot) return;
    const epoch = await this.past.own.keep(snapshot.network, snapshot.weights);
    const network = await this.past.own.keepNetwork(snapshot);
    const kept = epoch.ok ? network : epoch;
    if (!kept.ok && !this.told) this.tell({ type: 'message', problem: kept.problem });
    this.told ||= !kept.ok;
    this.onSnapshot(transfer(snapshot, buffersOf(snapshot)));
  }

  chooseBackend(backend: BackendName): Promise<Result<void>> {
    return this.backends.use(backend, 'by hand');
  }
}
