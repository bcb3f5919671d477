/**
 * The second engine, on which the challenges run; it stores nothing. It holds the network that comes with
 * this site, which most challenges are about, and trains other networks beside it.
 */

import type { Case, Evidence } from '@/lib/challenges/faults/evidence';
import { investigate } from '@/lib/challenges/faults/investigate';
import type { EngineClient } from '@/lib/engine/client/client';
import type { Lead } from '@/lib/engine/client/run-to-end';
import type { Survey } from '@/lib/engine/examine-protocol';
import { inTurn } from '@/lib/engine/in-turn';
import type { EngineEvent } from '@/lib/engine/protocol';
import { type CopyHandle, OWN } from '@/lib/network/handle';
import { filesOf, type Subject } from '@/lib/network/subject';
import type { Pixels, Trace } from '@/lib/network/trace';
import type { WeightSet } from '@/lib/network/weights';
import { ok, type Result } from '@/lib/result';

export class Lab {
  private whole: Promise<Result<WeightSet>> | null = null;
  /** The copy has one set of weights at a time, so requests queue. */
  private readonly copyInTurn = inTurn();
  /** Queued, so that the end of a stopped run is not mistaken for the end of the next. */
  private readonly trainInTurn = inTurn();
  /** Resolves when all orders to stop are carried out: the next training would take a late one for its own. */
  private stopping: Promise<unknown> = Promise.resolve();
  private readonly copy: CopyHandle;
  /** The stages of the copy whose weights are changed; null while it is not open. */
  private changed: readonly string[] | null = null;

  constructor(
    private readonly engine: EngineClient,
    /** The subject whose network comes with this site. */
    private readonly subject: Subject,
  ) {
    this.copy = engine.newCopy();
  }

  /** The weights of the network that comes with this site. After a failure the next call tries again. */
  async weights(): Promise<Result<WeightSet>> {
    this.whole ??= this.fetch();
    const weights = await this.whole;
    if (!weights.ok) this.whole = null;
    return weights;
  }

  private async fetch(): Promise<Result<WeightSet>> {
    let leave = () => {};
    const whole = new Promise<Result<void>>((resolve) => {
      leave = this.engine.subscribe((event: EngineEvent) => {
        if (event.type === 'network' && event.complete) resolve(ok(undefined));
        if (event.type === 'failed' || event.type === 'message')
          resolve({ ok: false, problem: event.problem });
      });
    });
    try {
      const { architecture } = this.subject;
      const opened = await this.engine.open({
        handle: OWN,
        architecture,
        source: 'shipped',
        files: filesOf(this.subject),
      });
      const there = opened.ok ? await whole : opened;
      return there.ok ? this.engine.weights(OWN) : there;
    } finally {
      leave();
    }
  }

  /** All stages of an image through the network, with some stages' weights changed. */
  trace(pixels: Pixels, changed: WeightSet = {}): Promise<Result<Trace>> {
    return this.withCopy(changed, () => this.engine.trace(this.copy, pixels));
  }

  /** How strongly a stage responds to each image of a set. */
  survey(set: 'heldOut' | 'test', stage: string): Promise<Result<Survey>> {
    return this.withCopy({}, () => this.engine.examine(this.copy, { name: 'survey', set, stage }));
  }

  private withCopy<T>(changed: WeightSet, ask: () => Promise<Result<T>>): Promise<Result<T>> {
    return this.copyInTurn(async () => {
      const open = await this.openCopy(changed);
      return open.ok ? ask() : open;
    });
  }

  /** Sends the copy the weights that it lacks: all, or those changed now and those changed before. */
  private async openCopy(changed: WeightSet): Promise<Result<unknown>> {
    const weights = await this.weights();
    if (!weights.ok) return weights;
    const stages = this.changed ?? Object.keys(weights.value);
    const lacking = Object.fromEntries(stages.map((stage) => [stage, weights.value[stage]]));
    const source = { weights: { ...lacking, ...changed } };
    const { architecture } = this.subject;
    const opened = await this.engine.open({ handle: this.copy, architecture, source });
    this.changed = opened.ok ? Object.keys(changed) : null;
    return opened;
  }

  /** Trains a case to its end, or until it is stopped; waits for a training that is under way. */
  train(wanted: Case, pixels: Pixels, lead: Pick<Lead, 'onBatch' | 'onEpoch'>): Promise<Result<Evidence>> {
    return this.trainInTurn(async () => {
      // The network that comes with this site is fetched through the trained network, so it comes first.
      const weights = await this.weights();
      await this.stopping;
      const files = filesOf(this.subject);
      return weights.ok ? investigate(this.engine, wanted, { pixels, files }, lead) : weights;
    });
  }

  /** Stops the training that is under way. */
  async stop(): Promise<void> {
    this.stopping = Promise.all([this.stopping, this.engine.train(OWN, { order: 'stop' })]);
    await this.stopping;
  }

  dispose(): void {
    this.engine.dispose();
  }
}
