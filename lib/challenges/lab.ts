/**
 * The engine beside the learner's own that the problems are worked on with: it keeps nothing. It holds the network that
 * comes with this site, which most problems are about, and trains other ones beside it.
 */

import type { EngineClient } from '@/lib/engine/client/client';
import type { EngineEvent } from '@/lib/engine/protocol';
import type { Survey } from '@/lib/engine/worker/survey';
import type { Case, Evidence } from '@/lib/faults/evidence';
import { investigate } from '@/lib/faults/investigate';
import type { Architecture } from '@/lib/network/architecture';
import type { BatchEvent, EpochRecord } from '@/lib/network/run';
import type { Pixels, Trace } from '@/lib/network/trace';
import type { WeightSet } from '@/lib/network/weights';
import { ok, type Result } from '@/lib/result';

/** What a training tells while it goes on. */
export interface Listener {
  onBatch?(batch: BatchEvent): void;
  onEpoch?(record: EpochRecord): void;
}

export class Lab {
  private whole: Promise<Result<WeightSet>> | null = null;
  /** The copy has one set of weights at a time: whoever asks waits for those before. */
  private last: Promise<unknown> = Promise.resolve();
  private training: Promise<unknown> = Promise.resolve();
  /** The stages of the copy whose weights are changed; null while there is no copy. */
  private changed: readonly string[] | null = null;

  constructor(
    private readonly engine: EngineClient,
    /** The network that comes with this site. */
    private readonly architecture: Architecture,
  ) {}

  /** The weights of the network that comes with this site. What failed is tried again when it is asked for again. */
  async weights(): Promise<Result<WeightSet>> {
    this.whole ??= this.fetch();
    const weights = await this.whole;
    if (!weights.ok) this.whole = null;
    return weights;
  }

  private async fetch(): Promise<Result<WeightSet>> {
    let leave = () => {};
    const told = new Promise<Result<void>>((resolve) => {
      leave = this.engine.subscribe((event: EngineEvent) => {
        if (event.type === 'network' && event.complete) resolve(ok(undefined));
        if (event.type === 'failed' || event.type === 'message')
          resolve({ ok: false, problem: event.problem });
      });
    });
    try {
      const loaded = await this.engine.load(this.architecture, 'shipped');
      const there = loaded.ok ? await told : loaded;
      return there.ok ? ok(await this.engine.weights()) : there;
    } finally {
      leave();
    }
  }

  /** All stages of a picture through the network, with some stages' weights changed. */
  trace(pixels: Pixels, changed: WeightSet = {}): Promise<Result<Trace>> {
    return this.withCopy(changed, async () => this.engine.traceVariant(pixels));
  }

  /** How strongly a stage answers to each held-out picture. */
  survey(stage: string): Promise<Result<Survey>> {
    return this.withCopy({}, async () => this.engine.survey('heldOut', stage));
  }

  private withCopy<T>(changed: WeightSet, ask: () => Promise<Result<T>>): Promise<Result<T>> {
    const once = async (): Promise<Result<T>> => {
      const set = await this.setCopy(changed);
      const answer = set.ok ? await ask() : set;
      if (!answer.ok) this.changed = null;
      return answer;
    };
    const asked = this.last.then(async () => {
      const there = this.changed !== null;
      const answer = await once();
      // A copy is gone with the worker that it was in.
      return answer.ok || !there ? answer : once();
    });
    this.last = asked.catch(() => undefined);
    return asked;
  }

  /** Gives the copy what it lacks: all, or what is changed now and what was changed before. */
  private async setCopy(changed: WeightSet): Promise<Result<void>> {
    const weights = await this.weights();
    if (!weights.ok) return weights;
    const stages = this.changed ?? Object.keys(weights.value);
    const lacking = Object.fromEntries(stages.map((stage) => [stage, weights.value[stage]]));
    const set = await this.engine.setVariant(this.architecture, { ...lacking, ...changed });
    if (set.ok) this.changed = Object.keys(changed);
    return set;
  }

  /** Trains a case to its end, or until it is stopped; after the one that is under way. */
  train(wanted: Case, pixels: Pixels, listener: Listener): Promise<Result<Evidence>> {
    // The end of a run that was stopped must not be taken for the end of the next.
    const trained = this.training.then(() => this.trainNow(wanted, pixels, listener));
    this.training = trained.catch(() => undefined);
    return trained;
  }

  private async trainNow(
    wanted: Case,
    pixels: Pixels,
    { onBatch, onEpoch }: Listener,
  ): Promise<Result<Evidence>> {
    // The network that comes with this site is fetched by way of the one that is trained: it comes first.
    const weights = await this.weights();
    if (!weights.ok) return weights;
    const leave = this.engine.subscribe((event) => {
      if (event.type === 'training' && event.event.type === 'epoch') onEpoch?.(event.event.record);
    });
    try {
      return await investigate(this.engine, wanted, pixels, onBatch);
    } finally {
      leave();
    }
  }

  /** Ends the training that is under way. */
  stop(): Promise<void> {
    return this.engine.stop();
  }

  dispose(): void {
    this.engine.dispose();
  }
}
