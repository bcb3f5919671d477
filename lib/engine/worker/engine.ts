import { transfer } from 'comlink';
import type { Architecture } from '@/lib/network/architecture';
import { BACKEND_WORD, type BackendName } from '@/lib/network/backends';
import type { CopyHandle, EpochHandle, NetworkHandle, RunName } from '@/lib/network/handle';
import type { NetworkState, OptimizerState, RunLog } from '@/lib/network/run';
import type { SubjectFiles } from '@/lib/network/subject';
import type { Pixels, Trace } from '@/lib/network/trace';
import type { WeightSet } from '@/lib/network/weights';
import { fail, ok, type Result } from '@/lib/result';
import { loadShippedRun } from '@/lib/run/log';
import { size } from '@/lib/tensor/tensor';
import words from '@/words/engine';
import type { Snapshot, StartOptions, TraceScope, WeightScope } from '../api';
import { BackendChoice } from '../backends/backend-choice';
import { BackendProbe } from '../backends/backend-probe';
import { moveNetwork } from '../backends/moving';
import { BackendLost, onBackend } from '../backends/read-back';
import { type EngineEvent, isCopy, type OwnSetup, type Setup, type WeightSource } from '../protocol';
import type { PastNetwork } from '../runs/own-run';
import { Past } from '../runs/past';
import type { RunFiles } from '../runs/run-files';
import type { Trainer } from '../training/trainer';
import type { EngineCore } from './core';
import { Keeper } from './keeper';
import type { Model } from './model';
import { type FullState, Network } from './network';
import { Networks, NO_NETWORK } from './networks';
import type { Place } from './state-memory';
import { predictBatch } from './trace-stages';
import { Tracer } from './tracer';
import { buffersOf } from './transfer';

/** On how many further backends a request is repeated after one was lost during it. */
const MOST_TRIES = 2;

/** The worker's functions for the page, apart from training. One network, one backend at a time. */
export class Engine implements EngineCore {
  readonly base: string;
  readonly network: Network;
  readonly backends: BackendChoice;
  readonly past: Past;
  readonly networks: Networks;
  readonly probe: BackendProbe;
  private readonly tracer = new Tracer(this);
  private readonly keeper: Keeper;
  files: SubjectFiles = { images: null, shipped: null };
  private loaded: Promise<unknown> = Promise.resolve();
  private training?: Trainer;
  private filing?: RunFiles;

  constructor(
    options: StartOptions,
    readonly notify: (event: EngineEvent) => void,
    onSnapshot: (snapshot: Snapshot) => unknown,
  ) {
    this.base = options.base;
    this.backends = new BackendChoice(notify, (start) => moveNetwork(this, this.training, start));
    void this.backends.start(options);
    const shipped = () => this.files.shipped;
    this.past = new Past(options.base, options.keeps, shipped);
    const brought = () => this.files.brought ?? null;
    const around = { base: options.base, own: this.past.own, shipped, brought };
    this.network = new Network(around, () => this.computes(), notify);
    this.keeper = new Keeper(this.past.own, notify, onSnapshot);
    this.networks = new Networks(this);
    this.probe = new BackendProbe(this.backends, () => this.ready());
  }

  /** Resolves when computing is allowed: a backend is up, and none is being changed. */
  clear(): Promise<void> {
    return this.backends.clear();
  }

  /** Resolves likewise, with whether there is a backend to compute with. */
  async computes(): Promise<boolean> {
    // The backend may be lost between its start and this.
    do await this.clear();
    while (this.backends.isLost);
    return this.backends.current !== null;
  }

  /** How often a backend was lost. */
  get losses(): number {
    return this.backends.losses;
  }

  /** The trainer is a separate file, fetched at the first request. Later ones don't wait, so that none overtakes them. */
  async trainer(): Promise<Trainer> {
    if (this.training) return this.training;
    const { Trainer } = await import('../training/trainer');
    this.training ??= new Trainer(this);
    return this.training;
  }

  /** The code that writes and opens runs, likewise. */
  async runs(): Promise<RunFiles> {
    if (this.filing) return this.filing;
    const { RunFiles } = await import('../runs/run-files');
    this.filing ??= new RunFiles(this);
    return this.filing;
  }

  /** The settings and measurements of a run. */
  async log(run: RunName): Promise<Result<RunLog>> {
    return (await this.runs()).log(run);
  }

  /** Those of the run that ships with the subject's network. */
  shippedRun(): Promise<Result<RunLog>> {
    return loadShippedRun(this.files.shipped, undefined, this.base);
  }

  /** The backend that computes now. */
  get backend(): BackendName {
    return this.backends.current ?? 'cpu';
  }

  /**
   * Runs work that needs the backend. If that is lost meanwhile, the work is repeated on the one that takes
   * over; other errors are failures.
   */
  async compute<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    for (let tries = 0; ; tries++) {
      if (!(await this.computes())) return fail(words.nothingComputes());
      const { backend } = this;
      try {
        return await onBackend(work);
      } catch (error) {
        if (error instanceof BackendLost && tries < MOST_TRIES) continue;
        return fail(words.computeFailed({ name: BACKEND_WORD[backend] }), String(error));
      }
    }
  }

  async load(
    architecture: Architecture,
    source: WeightSource,
    { subject, files }: Pick<OwnSetup, 'subject' | 'files'> = {},
  ): Promise<Result<NetworkState>> {
    // With nothing to cancel, the network counts as requested at once, for questions that follow.
    if (this.training) await this.training.cancel();
    this.files = files ?? this.files;
    if (subject !== undefined) this.past.own.turnTo(subject);
    this.keeper.memory.free();
    const loading = this.network.load(architecture, source);
    this.loaded = loading.catch(() => undefined);
    return loading;
  }

  /** Resolves when the last requested network is loaded, or can't be. */
  async settled(): Promise<void> {
    await this.loaded;
  }

  /** The model, once computing is allowed and its first weights are loaded. */
  async ready(): Promise<Model | null> {
    await this.settled();
    return (await this.computes()) ? this.network.model : null;
  }

  /** Sets up the engine's own network, or a copy beside it. */
  async open(setup: Setup): Promise<Result<NetworkState>> {
    if (isCopy(setup)) return this.compute(async () => this.networks.copies.open(setup));
    const { architecture, source } = setup;
    if (typeof source === 'string' || !('opened' in source)) return this.load(architecture, source, setup);
    return (await this.runs()).takeOver(source.opened);
  }

  trace(handle: NetworkHandle, pixels: Pixels, scope: TraceScope = 'whole'): Promise<Result<Trace>> {
    return this.tracer.trace(handle, pixels, scope);
  }

  predict(handle: NetworkHandle, pixels: Pixels, count: number): Promise<Result<Float32Array>> {
    return this.networks.withWhole(handle, async ({ model }) => {
      const expected = count * size(model.pipeline.architecture.input);
      if (pixels.length !== expected)
        return fail(words.countMismatch({ count, expected, given: pixels.length }));
      const probabilities = await predictBatch(model, pixels, count);
      return transfer(ok(probabilities), [probabilities.buffer]);
    });
  }

  async weights(handle: NetworkHandle, scope: WeightScope = 'all'): Promise<Result<WeightSet>> {
    const found = await this.findWeights(handle, scope);
    return found.ok ? transfer(found, buffersOf({ weights: found.value })) : found;
  }

  private async findWeights(handle: NetworkHandle, scope: WeightScope): Promise<Result<WeightSet>> {
    const stages = typeof scope === 'string' ? undefined : scope;
    if (scope !== 'exact' || 'copy' in handle || handle.epoch === undefined)
      return this.networks.with(handle, async ({ model }) => ok(await model.weights(stages)));
    const small = await this.past.small(handle);
    return small.ok ? ok(small.value.weights) : small;
  }

  /** Frees a copy, or a run that was opened. */
  async close(closed: CopyHandle | { readonly run: RunName }): Promise<Result<void>> {
    if ('copy' in closed) this.networks.copies.close(closed);
    else (await this.runs()).close(closed.run);
    return ok(undefined);
  }

  /** The weights at the end of a recorded epoch. */
  async recall(handle: EpochHandle): Promise<Result<PastNetwork>> {
    const { model } = this.network;
    return model ? this.past.recall(handle, model.pipeline) : NO_NETWORK;
  }

  /** A run starts: the epochs of the previous one are deleted. */
  began(): Promise<void> {
    return this.keeper.begin();
  }

  /** Whether the stored run can be resumed in this tab. */
  goesOn({ pipeline }: Model): Promise<Result<void>> {
    return this.past.own.goesOn(pipeline.architecture, this.network.state.step);
  }

  /**
   * Stores the current network: in the browser for the next visit, and with the page in case this worker
   * dies. With the optimizer's state, which `remember` reads, its run can be resumed.
   */
  async save(remember: (place: Place) => Promise<OptimizerState>): Promise<void> {
    await this.clear();
    const { lastFull } = this.network;
    const place = this.keeper.placeBesides(lastFull ? [lastFull] : []);
    const snapshot = await this.network.snapshot(await remember(place), place);
    if (snapshot) await this.keeper.keep(snapshot);
  }

  /** Stores a state that the network had a few steps ago. */
  async keep(state: FullState): Promise<void> {
    const snapshot = this.network.snapshotOf(state);
    if (snapshot) await this.keeper.keep(snapshot);
  }

  chooseBackend(backend: BackendName): Promise<Result<void>> {
    return this.backends.use(backend, 'by hand');
  }
}
