import type { Architecture } from '@/lib/network/architecture';
import { checkWeights } from '@/lib/network/check-weights';
import { buildPipeline, type Pipeline } from '@/lib/network/pipeline';
import type { NetworkState, OptimizerState, RunLog } from '@/lib/network/run';
import type { WeightSet } from '@/lib/network/weights';
import { fail, must, ok, type Result } from '@/lib/result';
import words from '@/words/engine';
import type { Snapshot } from '../api';
import { hasSpareCore } from '../backends/spare-core';
import type { EngineEvent, WeightSource } from '../protocol';
import { Model } from './model';
import { type Found, findWeights, type Surroundings } from './weight-source';

const FALLBACK_SEED = 1;
/** How long the page is given to draw what the first weights answer, in milliseconds, before the rest is asked for. */
const DRAWING_MS = 600;

/** With two cores, taking in megabytes of weights and drawing would take turns; with more they don't meet. */
const firstMapsDrawn = () => new Promise((resolve) => setTimeout(resolve, hasSpareCore() ? 0 : DRAWING_MS));

/** All that the network and its run were at one moment. Never given away: its arrays are those that come back. */
export type FullState = Omit<Snapshot, 'architecture' | 'run'>;

/** The one network of the worker: its model, where its weights come from, and how far they are trained. */
export class Network {
  private held: Model | null = null;
  private now: NetworkState = { origin: 'initial', seed: FALLBACK_SEED, epoch: 0, step: 0 };
  private run: RunLog | null = null;
  /** Set up with the weights, and out of date with the next step. */
  private remembered: OptimizerState | null = null;
  /** Which load is the newest; what an older one still brings is dropped. */
  private newestLoad = 0;
  private changes = 0;
  /** The newest state that is whole and checked, outside the backend, for the case that the backend is lost. */
  private full: FullState | null = null;

  /** `up` settles when no backend is being started or changed, with whether there is one to hold weights. */
  constructor(
    private readonly around: Surroundings,
    private readonly up: () => Promise<boolean>,
    private readonly notify: (event: EngineEvent) => void,
  ) {}

  get model(): Model | null {
    return this.held;
  }

  get state(): NetworkState {
    return this.now;
  }

  get log(): RunLog | null {
    return this.run;
  }

  /** What the optimizer of the log's run remembered, when that run can go on from here; else null. */
  get resumable(): OptimizerState | null {
    const { run, remembered } = this;
    const last = run?.epochs.at(-1)?.epoch ?? 0;
    return run && last < run.settings.epochs ? remembered : null;
  }

  /** Counts the changes of the weights: equal numbers, equal weights. */
  get version(): number {
    return this.changes;
  }

  /** Sets up another network. Where the shipped weights can't be had it is an untrained one, and a message says so. */
  async load(architecture: Architecture, source: WeightSource): Promise<Result<NetworkState>> {
    const mine = ++this.newestLoad;
    const built = buildPipeline(architecture);
    if (!built.ok) return built;
    const found = await findWeights(built.value, source, this.around);
    const up = await this.up();
    if (mine !== this.newestLoad) return fail(words.another());
    if (!up) return fail(words.nothingComputes());
    if (found.ok) return this.setUp(built.value, found.value);
    if (source !== 'kept' && source !== 'shipped') return found;
    this.notify({ type: 'message', problem: found.problem });
    return this.load(architecture, { initial: FALLBACK_SEED });
  }

  private setUp(pipeline: Pipeline, { rest, ...found }: Found): Result<NetworkState> {
    this.held?.dispose();
    const model = new Model(pipeline);
    this.held = model;
    this.full = { ...found, optimizer: found.optimizer ?? null };
    this.restore(model, this.full);
    if (rest) void this.complete(model, firstMapsDrawn().then(rest));
    return ok(found.network);
  }

  /** The network as it was. The weights have been checked. */
  private restore(model: Model, { weights, network, log, optimizer }: FullState): void {
    must(model.load(weights));
    this.now = network;
    this.remembered = optimizer;
    this.changed(network, log);
  }

  /** The newest full state, which the network goes back to when the backend is lost. */
  get lastFull(): FullState | null {
    return this.full;
  }

  /**
   * On another backend than before: with the weights brought along, or, where the one before was lost, as it was in its
   * last full state. The model stays the same object, so that a run goes on.
   */
  arrive(model: Model | null, weights: WeightSet | null): void {
    if (!model || model !== this.held) return;
    if (weights) {
      must(model.load(weights));
      this.changed(this.now, this.run);
    } else if (this.full) this.restore(model, this.full);
  }

  private async complete(model: Model, rest: Promise<Result<WeightSet>>): Promise<void> {
    const weights = await rest;
    if (!(await this.up()) || this.held !== model || this.now.origin !== 'shipped') return;
    const taken = weights.ok ? model.load(weights.value) : weights;
    if (taken.ok) {
      if (this.full) this.full = { ...this.full, weights: { ...this.full.weights, ...taken.value } };
      this.changed(this.now, this.run);
      return;
    }
    // Half a network answers nothing: an untrained one takes its place, as when not even the first half came.
    this.notify({ type: 'message', problem: taken.problem });
    await this.load(model.pipeline.architecture, { initial: FALLBACK_SEED });
  }

  /** Notes that the weights are others, or more, than before, and tells the page. */
  changed(state: NetworkState, log: RunLog | null): void {
    this.stepped(state);
    this.run = log;
    const stages = this.held?.stages ?? [];
    const complete = this.held?.complete ?? false;
    this.notify({
      type: 'network',
      network: state,
      version: this.changes,
      stages,
      complete,
      log,
      resumable: this.resumable !== null,
    });
  }

  /** The log's run is given up: it will not go on. */
  forgetRun(): void {
    this.remembered = null;
    if (this.full) this.full = { ...this.full, optimizer: null };
  }

  /** Notes a training step. The training itself notifies the page. */
  stepped(state: NetworkState): void {
    if (state.step !== this.now.step) this.remembered = null;
    this.now = state;
    this.changes++;
  }

  /**
   * All that is needed to set this network up elsewhere, and to go on with its run where `optimizer` is given.
   * Null while there is no network, or only half of one, or where it has weights that nothing can be computed with.
   */
  async snapshot(optimizer: OptimizerState | null): Promise<Snapshot | null> {
    const { held, now, run, around } = this;
    if (!held?.complete) return null;
    const weights = await held.weights();
    if (!checkWeights(held.pipeline, weights).ok) return null;
    const full = { weights, network: now, log: run, optimizer };
    if (held === this.held) this.full = full;
    return { architecture: held.pipeline.architecture, ...full, run: around.own.name };
  }
}
