import { transfer } from 'comlink';
import type { Architecture } from '@/lib/pipeline/architecture';
import { fail, ok, type Result } from '@/lib/result';
import { size } from '@/lib/tensor/tensor';
import words from '@/words/engine';
import type { Snapshot, StartOptions } from './api';
import { BackendChoice } from './backend-choice';
import { BACKEND_WORD } from './backends';
import { notKept } from './kept-network';
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
import { BackendLost, onBackend } from './read-back';
import type { RunFiles } from './run-files';
import { predictBatch } from './trace-stages';
import { NO_NETWORK, Tracer } from './tracer';
import type { Trainer } from './training/trainer';
import { buffersOf } from './transfer';
import { Trial } from './trial';
import { Variant } from './variant';
import { within } from './within';

/** What a browser has not kept by then it keeps later or never; nobody waits for it. */
const KEEPING_LIMIT_MS = 20_000;
/** A question that was broken off by the loss of a backend is asked of so many further ones. */
const MOST_TRIES = 2;

/** What goes along when the backend changes. */
interface Luggage {
  readonly weights: WeightSet;
  /** What the optimizer of a run under way remembers. */
  readonly optimizer: OptimizerState | null;
}

/** What the worker does for the page, apart from training. One network, one backend at a time. */
export class Engine {
  readonly base: string;
  readonly network: Network;
  readonly backends: BackendChoice;
  readonly past: Past;
  readonly variant = new Variant();
  readonly trial: Trial;
  private readonly tracer = new Tracer(this);
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
    this.backends = new BackendChoice(tell, (start) => this.move(start));
    void this.backends.start(options);
    this.past = new Past(options.base, options.keeps);
    this.network = new Network({ base: options.base, own: this.past.own }, () => this.computes(), tell);
    this.trial = new Trial(this.backends, () => this.ready());
  }

  /** Settles when computing is allowed: a backend is up, and none is being changed. */
  clear(): Promise<void> {
    return this.backends.clear();
  }

  /** Settles likewise, with whether there is anything to compute with. */
  async computes(): Promise<boolean> {
    // It may be lost between its coming up and this.
    do await this.clear();
    while (this.backends.isLost);
    return this.backends.current !== null;
  }

  /** How often a backend was lost. */
  get losses(): number {
    return this.backends.losses;
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

  /** Changes the backend by `start`, and brings the network and its run along: as they are, or as they were last. */
  private async move<T>(start: () => Promise<Result<T>>): Promise<Result<T>> {
    const trainer = await this.training;
    const { model } = this.network;
    try {
      const luggage = await this.pack(trainer, model);
      const started = await start();
      if (!started.ok) return started;
      // They are set up again, on the new backend, when they are asked for.
      this.past.forget();
      this.variant.leaveBackend();
      this.network.arrive(model, luggage?.weights ?? null);
      await trainer?.arrive(luggage?.optimizer ?? null);
      return started;
    } catch (error) {
      return fail(words.notMoved(), String(error));
    }
  }

  /** What goes along to another backend; null where the present one can't be read any more. */
  private async pack(trainer: Trainer | undefined, model: Model | null): Promise<Luggage | null> {
    if (this.backends.isLost) return null;
    try {
      return await onBackend(async () => ({
        optimizer: (await trainer?.depart()) ?? null,
        weights: (await model?.weights()) ?? {},
      }));
    } catch (error) {
      if (error instanceof BackendLost) return null;
      throw error;
    }
  }

  /**
   * Does what needs the backend. When that is lost over it, it is done once more on the one that takes over; what
   * breaks over something else fails.
   */
  async compute<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    for (let tries = 0; ; tries++) {
      if (!(await this.computes())) return fail(words.nothingComputes());
      const { backend } = this;
      try {
        return await onBackend(work);
      } catch (error) {
        if (error instanceof BackendLost && tries < MOST_TRIES) continue;
        return fail(words.brokeOff({ name: BACKEND_WORD[backend] }), String(error));
      }
    }
  }

  async load(architecture: Architecture, source: WeightSource): Promise<Result<NetworkState>> {
    await (await this.training)?.cancel();
    const loading = this.network.load(architecture, source);
    this.loaded = loading.catch(() => undefined);
    return loading;
  }

  /** Settles when the network that was asked for last is there, or can't be. */
  async settled(): Promise<void> {
    await this.loaded;
  }

  /** The model, once computing is allowed and its first weights are there. */
  async ready(): Promise<Model | null> {
    await this.settled();
    return (await this.computes()) ? this.network.model : null;
  }

  trace(pixels: Pixels, moment: Moment | null): Promise<Result<Trace>> {
    return this.tracer.trace(pixels, moment);
  }

  glance(pixels: Pixels, moment: Moment): Promise<Result<Trace>> {
    return this.tracer.glance(pixels, moment);
  }

  /** Sets up or changes the changed copy of the network. */
  setVariant(architecture: Architecture, weights: WeightSet): Promise<Result<void>> {
    return this.compute(async () => this.variant.set(architecture, weights));
  }

  traceVariant(pixels: Pixels): Promise<Result<Trace>> {
    return this.tracer.traceVariant(pixels);
  }

  frameVariant(pixels: Pixels, shown: Shown): Promise<Result<readonly StageTrace[]>> {
    return this.tracer.frameVariant(pixels, shown);
  }

  predictVariant(pixels: Pixels, count: number): Promise<Result<Float32Array>> {
    return this.compute(async () => {
      const model = this.variant.model;
      return model.ok ? this.predictWith(model.value, pixels, count) : model;
    });
  }

  async predict(pixels: Pixels, count: number): Promise<Result<Float32Array>> {
    await this.settled();
    return this.compute(async () => {
      const { model } = this.network;
      return model?.complete ? this.predictWith(model, pixels, count) : fail(NO_NETWORK);
    });
  }

  private async predictWith(model: Model, pixels: Pixels, count: number): Promise<Result<Float32Array>> {
    const expected = count * size(model.pipeline.architecture.input);
    if (pixels.length !== expected)
      return fail(words.countMismatch({ count, expected, given: pixels.length }));
    const probabilities = await predictBatch(model, pixels, count);
    return transfer(ok(probabilities), [probabilities.buffer]);
  }

  async weights(stages?: readonly string[]): Promise<WeightSet> {
    await this.settled();
    const read = await this.compute(async () => ok((await this.network.model?.weights(stages)) ?? {}));
    const weights = read.ok ? read.value : {};
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
  async began(): Promise<void> {
    await within(KEEPING_LIMIT_MS, this.past.own.begin());
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
    // A copy goes to the page: these very arrays are what the network goes back to when the backend is lost.
    this.onSnapshot(snapshot);
    const kept = await within(KEEPING_LIMIT_MS, this.keep(snapshot));
    const problem = kept === 'late' ? notKept('it took too long').problem : kept.ok ? null : kept.problem;
    if (problem && !this.told) this.tell({ type: 'message', problem });
    this.told ||= problem !== null;
  }

  private async keep(snapshot: Snapshot): Promise<Result<void>> {
    const epoch = await this.past.own.keep(snapshot.network, snapshot.weights);
    const network = await this.past.own.keepNetwork(snapshot);
    return epoch.ok ? network : epoch;
  }

  chooseBackend(backend: BackendName): Promise<Result<void>> {
    return this.backends.use(backend, 'by hand');
  }
}
