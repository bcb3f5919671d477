import { readSafetensors, type Safetensors, writeSafetensors } from '@/lib/checkpoint/safetensors';
import { ANSWER_MS } from '@/lib/data/database';
import type { Architecture } from '@/lib/network/architecture';
import type { Pipeline } from '@/lib/network/pipeline';
import type { NetworkState } from '@/lib/network/run';
import { UNNAMED_SUBJECT } from '@/lib/network/subject';
import type { WeightSet } from '@/lib/network/weights';
import { fail, ok, type Result } from '@/lib/result';
import { exactWeights, packWeights, unpackWeights } from '@/lib/run/packed';
import type { RecordedEpoch } from '@/lib/run/run-file';
import words from '@/words/engine-runs';
import type { Snapshot } from '../api';
import { within } from '../backends/within';
import { AsideRun, forgetRun } from './aside';
import { keepEpoch, keptEpoch } from './kept-epochs';
import { type KeptNetwork, keepNetwork, keptNetwork, keptRuns, notKept } from './kept-network';
import { heldRuns, RunHold } from './run-hold';

/** A network at the end of an epoch. */
export interface PastNetwork {
  readonly weights: WeightSet;
  readonly network: NetworkState;
}

/**
 * How many of a subject's runs are stored even where no tab holds them: the last stored one, and one of a
 * second tab that is just reloading.
 */
const KEPT_RUNS = 2;

/** A stored run, and its network. The name is null for an engine that stores nothing. */
export interface FoundRun {
  readonly run: string | null;
  readonly network: KeptNetwork;
}

/**
 * The learner's run in this tab: its network and its epochs, one file each, in the browser's storage, or in
 * memory where that is full or forbidden. Each run is stored under its own name, and the names by subject, so
 * those of two tabs or of two subjects are never mixed.
 */
export class OwnRun {
  private readonly inMemory = new Map<number, Uint8Array>();
  private readonly hold = new RunHold();
  private readonly aside = new AsideRun();
  private run: string | null = null;
  private of = UNNAMED_SUBJECT;

  /**
   * If nothing is to be stored, the epochs are only in memory, and those of other engines are not touched.
   */
  constructor(private readonly keeps = true) {}

  /** The subject whose runs these are, by its id. */
  get subject(): string {
    return this.of;
  }

  /** The name under which the run is stored. Null where it is only in memory, or there is none. */
  get name(): string | null {
    return this.run;
  }

  /** Changes to this subject. The stored data of the previous run, of a different subject, stays. */
  turnTo(subject: string): void {
    if (subject === this.subject) return;
    this.of = subject;
    this.run = null;
    this.aside.leave();
    this.inMemory.clear();
    this.hold.release();
  }

  /** Whether a run was reset that can still be brought back. */
  get hasAside(): boolean {
    return this.aside.isThere;
  }

  /** Whether it belongs to another tab, and is here for display only. */
  get isElsewhere(): boolean {
    return this.keeps && this.run !== null && !this.hold.holds;
  }

  /** Starts a new run, which replaces this tab's previous one. */
  async begin(): Promise<void> {
    this.inMemory.clear();
    if (!this.keeps) return;
    await this.aside.drop(this.subject);
    await this.forget();
    this.run = Math.random().toString(36).slice(2);
    await this.hold.take(this.run, true);
  }

  /**
   * The stored run: the newest that no other tab holds, or else, for display only, the newest. {@link goOnAs}
   * makes it this tab's: one that is found too late for that is not touched.
   */
  async find(architecture: Architecture): Promise<FoundRun | null> {
    if (!this.keeps) {
      const network = await keptNetwork(this.subject, architecture);
      return network && { run: null, network };
    }
    const runs = await keptRuns(this.subject);
    for (const atOnce of [true, false])
      for (const run of runs) {
        if (atOnce && !(await this.hold.take(run, true))) continue;
        const network = await keptNetwork(this.subject, architecture, run);
        if (network) return { run, network };
      }
    this.hold.release();
    const aside = await this.aside.findAgain(this.subject);
    if (aside !== null) void this.hold.take(aside, true);
    return null;
  }

  /**
   * The network in this tab is that of a stored run; the run is this tab's as soon as no other one holds it.
   */
  goOnAs(run: string | null): void {
    this.run = this.keeps ? run : null;
    if (this.run !== null) void this.hold.take(this.run, false);
  }

  /** Sets the run aside, unless it belongs to another tab. {@link bringBack} undoes it until the next one begins. */
  async setAside(): Promise<void> {
    const { run, subject } = this;
    this.run = null;
    // The lock stays: no other tab may delete the run.
    if (run !== null && this.hold.holds) await this.aside.put(subject, run);
    else this.hold.release();
  }

  /** The run that was set aside is the newest again. Returns whether there was one. */
  bringBack(): Promise<boolean> {
    return this.aside.bringBack(this.subject);
  }

  /** Deletes the run, unless it belongs to another tab. */
  async forget(): Promise<void> {
    const { run, subject } = this;
    this.run = null;
    if (run !== null && this.hold.holds) await forgetRun(subject, run);
    this.hold.release();
  }

  /**
   * Whether the run can be resumed here from a step: not while another tab holds it, nor after it continued
   * there.
   */
  async goesOn(architecture: Architecture, step: number): Promise<Result<void>> {
    if (!this.keeps || this.run === null) return ok(undefined);
    if (!this.hold.holds) return fail(words.elsewhere());
    const kept = await keptNetwork(this.subject, architecture, this.run);
    return kept && kept.network.step > step ? fail(words.wentOn()) : ok(undefined);
  }

  /** Its stored network. */
  async kept(architecture: Architecture): Promise<KeptNetwork | null> {
    return this.run === null ? null : keptNetwork(this.subject, architecture, this.run);
  }

  /** Stores the current network once `before` is done. Old runs that no tab holds any more make room. */
  async keepNetwork(snapshot: Snapshot, before: Promise<unknown>): Promise<Result<void>> {
    const { run, subject } = this;
    if (run === null) return ok(undefined);
    const kept = await keepNetwork(subject, run, snapshot, before);
    const old = (kept.ok ? kept.value : await keptRuns(subject)).slice(KEPT_RUNS);
    const inUse = old.length > 0 ? await heldRuns() : new Set();
    for (const one of old) if (!inUse.has(one)) await forgetRun(subject, one);
    return kept.ok ? ok(undefined) : kept;
  }

  /** Returns why the epoch stays in memory only, if the browser does not store it. */
  keep({ seed, epoch, step }: NetworkState, weights: WeightSet): Promise<Result<void>> {
    return this.put(epoch, seed, { step, tensors: new Map(packWeights(weights)) });
  }

  /** The same for packed weights. */
  async put(epoch: number, seed: number, { step, tensors }: RecordedEpoch): Promise<Result<void>> {
    const notes = { seed: `${seed}`, epoch: `${epoch}`, step: `${step}` };
    const file = writeSafetensors([...tensors], 'F32', notes);
    if (this.run === null) {
      this.inMemory.set(epoch, file);
      return ok(undefined);
    }
    try {
      await keepEpoch(this.run, epoch, file);
      return ok(undefined);
    } catch (error) {
      this.inMemory.set(epoch, file);
      return notKept(error);
    }
  }

  async at(epoch: number, pipeline: Pipeline): Promise<Result<PastNetwork>> {
    const read = await this.read(epoch);
    if (!read.ok) return read;
    const weights = unpackWeights(read.value.tensors, pipeline);
    return weights.ok ? ok({ weights: weights.value, network: stateAt(epoch, read.value) }) : weights;
  }

  async small(epoch: number): Promise<Result<PastNetwork>> {
    const read = await this.read(epoch);
    if (!read.ok) return read;
    return ok({ weights: exactWeights(read.value.tensors), network: stateAt(epoch, read.value) });
  }

  async recorded(epoch: number): Promise<Result<RecordedEpoch>> {
    const read = await this.read(epoch);
    return read.ok ? ok({ step: Number(read.value.notes.step), tensors: read.value.tensors }) : read;
  }

  /** An epoch in its stored form. */
  async read(epoch: number): Promise<Result<Safetensors>> {
    const here = this.inMemory.get(epoch);
    const kept = here || this.run === null ? null : await within(ANSWER_MS, keptEpoch(this.run, epoch));
    if (kept === 'late') return fail(words.epochSilent({ epoch }));
    const file = here ?? kept;
    return file ? readSafetensors(file) : fail(words.epochNotKept({ epoch }));
  }
}

function stateAt(epoch: number, { notes }: Safetensors): NetworkState {
  return { origin: 'trained', seed: Number(notes.seed), epoch, step: Number(notes.step) };
}
