import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { checkWeights } from '@/lib/network/check-weights';
import type { Pipeline } from '@/lib/network/pipeline';
import type { NetworkState, OptimizerState, RunLog } from '@/lib/network/run';
import { listParameters, type WeightSet } from '@/lib/network/weights';
import { fail, must, ok, type Result } from '@/lib/result';
import { epochToKeep, isOver } from '@/lib/run/early-stopping';
import { isShared } from '@/lib/tensor/shared';
import words from '@/words/engine';
import type { Snapshot } from '../api';
import { hasSpareCore } from '../backends/spare-core';
import type { EngineEvent, WeightSource } from '../protocol';
import { withOwnNumbers } from '../runs/apart';
import { Model } from './model';
import type { Place } from './state-memory';
import { FIRST_SEED, type Found, findWeights, type Surroundings } from './weight-source';

/**
 * How long the page gets to draw the output of the first weights, in milliseconds, before the rest is
 * fetched.
 */
const DRAWING_MS = 600;

/** With two cores, receiving megabytes of weights would compete with drawing; with more it does not. */
const firstMapsDrawn = () => new Promise((resolve) => setTimeout(resolve, hasSpareCore() ? 0 : DRAWING_MS));

/**
 * The complete state of the network and its run at one moment. Never transferred: its arrays are restored
 * later.
 */
export type FullState = Omit<Snapshot, 'architecture' | 'run'>;

/** The worker's one network: its model, where its weights come from, and how far they are trained. */
export class Network {
  private present: Model | null = null;
  private now: NetworkState = { origin: 'initial', seed: FIRST_SEED, epoch: 0, step: 0 };
  private run: RunLog | null = null;
  /** Set up with the weights, and outdated by the next step. */
  private remembered: OptimizerState | null = null;
  /** The newest load; results of older ones are dropped. */
  private newestLoad = 0;
  /** Ends the wait of the newest load for its weights, which may come late or never. */
  private overtake = () => {};
  private changes = 0;
  /** The weights that the network was opened with, for runs that begin with them. */
  private brought: { readonly pipeline: Pipeline; readonly weights: WeightSet } | null = null;
  /** The newest complete and checked state, outside the backend, in case that is lost. */
  private full: FullState | null = null;
  /** The version that the page sent in shared memory. */
  private sharedAt: number | null = null;

  /** `up` resolves when no backend is being started or changed, with whether there is one to hold weights. */
  constructor(
    private readonly around: Omit<Surroundings, 'notify'>,
    private readonly up: () => Promise<boolean>,
    private readonly notify: (event: EngineEvent) => void,
  ) {}

  get model(): Model | null {
    return this.present;
  }

  get state(): NetworkState {
    return this.now;
  }

  get log(): RunLog | null {
    return this.run;
  }

  /** The optimizer's state of the log's run, when that run can be resumed from here; otherwise null. */
  get resumable(): OptimizerState | null {
    const { run, remembered } = this;
    // A run whose page was left just before its end has still to return to its best epoch.
    const ended = run && isOver(run) && epochToKeep(run) === this.now.epoch;
    return run && !ended ? remembered : null;
  }

  /** Counts the changes of the weights: equal numbers, equal weights. */
  get version(): number {
    return this.changes;
  }

  /**
   * Sets up a new network. If the shipped weights can't be loaded it is an untrained one, and a message says
   * so.
   */
  async load(architecture: Architecture, source: WeightSource): Promise<Result<NetworkState>> {
    const mine = ++this.newestLoad;
    this.overtake();
    const overtaken = new Promise<null>((resolve) => {
      this.overtake = () => resolve(null);
    });
    const built = buildPipeline(architecture);
    if (!built.ok) return built;
    const around = { ...this.around, notify: this.notify };
    const found = await Promise.race([findWeights(built.value, source, around), overtaken]);
    const up = await this.up();
    if (mine !== this.newestLoad || !found) return fail(words.another());
    if (!up) return fail(words.nothingComputes());
    if (found.ok) return this.setUp(built.value, found.value);
    if (source !== 'kept' && source !== 'shipped') return found;
    this.notify({ type: 'message', problem: found.problem });
    return this.load(architecture, { initial: FIRST_SEED });
  }

  private setUp(pipeline: Pipeline, { rest, ...found }: Found): Result<NetworkState> {
    if (found.network.origin === 'opened') this.brought = { pipeline, weights: found.weights };
    this.present?.dispose();
    const model = new Model(pipeline);
    this.present = model;
    this.full = { ...found, optimizer: found.optimizer ?? null };
    this.restore(model, this.full);
    const parameters = listParameters(found.weights);
    this.sharedAt = parameters.every(([, { values }]) => isShared(values)) ? this.changes : null;
    if (rest) void this.complete(model, firstMapsDrawn().then(rest));
    return ok(found.network);
  }

  /** Restores a network. The weights have been checked. */
  private restore(model: Model, { weights, network, log, optimizer }: FullState): void {
    must(model.load(weights));
    this.now = network;
    this.remembered = optimizer;
    this.changed(network, log);
  }

  /** The weights that the network was opened with; null where it was not. */
  get opened(): WeightSet | null {
    const { brought } = this;
    const architecture = this.present?.pipeline.architecture;
    const isPresent = JSON.stringify(brought?.pipeline.architecture) === JSON.stringify(architecture);
    return brought && isPresent ? brought.weights : this.around.brought();
  }

  /** The present weights as the page sent them in shared memory; null where it didn't, or they have changed. */
  get sent(): WeightSet | null {
    return this.sharedAt === this.changes && this.present?.complete ? (this.full?.weights ?? null) : null;
  }

  /** The newest full state, which is restored when the backend is lost. */
  get lastFull(): FullState | null {
    return this.full;
  }

  /**
   * Moves to a new backend: with the given weights or, where the previous backend was lost, in the last full
   * state. The model stays the same object, so that a run continues.
   */
  arrive(model: Model | null, weights: WeightSet | null): void {
    if (!model || model !== this.present) return;
    if (weights) {
      must(model.load(weights));
      this.changed(this.now, this.run);
    } else if (this.full) {
      // The memory of states is used again, and the JavaScript backend computes with the very arrays that it is given.
      this.full = withOwnNumbers(this.full);
      this.restore(model, this.full);
    }
  }

  private async complete(model: Model, rest: Promise<Result<WeightSet>>): Promise<void> {
    const weights = await rest;
    if (!(await this.up()) || this.present !== model || this.now.origin !== 'shipped') return;
    const taken = weights.ok ? model.load(weights.value) : weights;
    if (taken.ok) {
      if (this.full) this.full = { ...this.full, weights: { ...this.full.weights, ...taken.value } };
      this.changed(this.now, this.run);
      return;
    }
    // An incomplete network can't predict: an untrained one replaces it, as when not even the first half was
    // loaded.
    this.notify({ type: 'message', problem: taken.problem });
    await this.load(model.pipeline.architecture, { initial: FIRST_SEED });
  }

  /** Records that weights have changed or were added, and notifies the page. */
  changed(state: NetworkState, log: RunLog | null): void {
    this.stepped(state);
    this.run = log;
    const stages = this.present?.stages ?? [];
    const complete = this.present?.complete ?? false;
    this.notify({
      type: 'network',
      subject: this.around.own.subject,
      network: state,
      version: this.changes,
      stages,
      complete,
      log,
      resumable: this.resumable !== null,
      ...(this.around.own.isElsewhere && { elsewhere: true }),
      ...(this.around.own.hasAside && { undoable: true }),
    });
  }

  /** The log's run is abandoned: it will not be resumed. */
  forgetRun(): void {
    this.remembered = null;
    if (this.full) this.full = { ...this.full, optimizer: null };
  }

  /** Records a training step. The training itself notifies the page. */
  stepped(state: NetworkState): void {
    if (state.step !== this.now.step) this.remembered = null;
    this.now = state;
    this.changes++;
  }

  /**
   * Everything needed to set this network up elsewhere, and to resume its run if `optimizer` is given. Null
   * while there is no network, or an incomplete one, or where it has weights that nothing can be computed
   * with. The weights are read into `place`.
   */
  async snapshot(optimizer: OptimizerState | null, place: Place): Promise<Snapshot | null> {
    const { present, now, run } = this;
    if (!present?.complete) return null;
    const weights = await present.weights(undefined, place);
    if (!checkWeights(present.pipeline, weights).ok) return null;
    const full = { weights, network: now, log: run, optimizer };
    return present === this.present ? this.snapshotOf(full) : null;
  }

  /** The same for a state that it had before, which becomes the newest full one. Its weights are checked. */
  snapshotOf(full: FullState): Snapshot | null {
    const { present, around } = this;
    if (!present?.complete) return null;
    this.full = full;
    return { architecture: present.pipeline.architecture, ...full, run: around.own.name };
  }
}
