import { transfer } from 'comlink';
import type { Architecture } from '@/lib/network/architecture';
import { BACKEND_WORD, type BackendName } from '@/lib/network/backends';
import type { CopyHandle, EpochHandle, NetworkHandle, RunName } from '@/lib/network/handle';
import type { NetworkState, OptimizerState, RunLog } from '@/lib/network/run';
import { FIRST_IMAGES, FIRST_SHIPPED, type SubjectFiles } from '@/lib/network/subject';
import type { Pixels, Trace } from '@/lib/network/trace';
import type { WeightSet } from '@/lib/network/weights';
import { fail, ok, type Result } from '@/lib/result';
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
import { Network } from './network';
import { Networks, NO_NETWORK } from './networks';
import { predictBatch } from './trace-stages';
import { Tracer } from './tracer';
import { buffersOf } from './transfer';

/** How many further backends a question is asked of after one was lost over it. */
const MOST_TRIES = 2;

/** What the worker does for the page, apart from training. One network, one backend at a time. */
export class Engine implements EngineCore {
  readonly base: string;
  readonly network: Network;
  readonly backends: BackendChoice;
  readonly past: Past;
  readonly networks: Networks;
  readonly probe: BackendProbe;
  private readonly tracer = new Tracer(this);
  private readonly keeper: Keeper;
  files: SubjectFiles = { images: FIRST_IMAGES, shipped: FIRST_SHIPPED };
  private loaded: Promise<unknown> = Promise.resolve();
  private training?: Trainer;
  private filing?: RunFiles;

  constructor(
    options: StartOptions,
    readonly notify: (event: EngineEvent) => void,
    onSnapshot: (snapshot: Snapshot) => void,
  ) {
    this.base = options.base;
    this.backends = new BackendChoice(notify, (start) => moveNetwork(this, this.training, start));
    void this.backends.start(options);
    const shipped = () => this.files.shipped;
    this.past = new Past(options.base, options.keeps, shipped);
    const around = { base: options.base, own: this.past.own, shipped };
    this.network = new Network(around, () => this.computes(), notify);
    this.keeper = new Keeper(this.past.own, notify, onSnapshot);
    this.networks = new Networks(this);
    this.probe = new BackendProbe(this.backends, () => this.ready());
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
  async trainer(): Promise<Trainer> {
    const { Trainer } = await import('../training/trainer');
    this.training ??= new Trainer(this);
    return this.training;
  }

  /** What writes and opens runs, likewise. */
  async runs(): Promise<RunFiles> {
    const { RunFiles } = await import('../runs/run-files');
    this.filing ??= new RunFiles(this);
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

  async load(
    architecture: Architecture,
    source: WeightSource,
    { subject, files }: Pick<OwnSetup, 'subject' | 'files'> = {},
  ): Promise<Result<NetworkState>> {
    await this.training?.cancel();
    this.files = files ?? this.files;
    if (subject !== undefined) this.past.own.turnTo(subject);
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

  /** A run begins: the epochs of the one before are deleted. */
  began(): Promise<void> {
    return this.keeper.begin();
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
    if (snapshot) await this.keeper.keep(snapshot);
  }

  chooseBackend(backend: BackendName): Promise<Result<void>> {
    return this.backends.use(backend, 'by hand');
  }
}
