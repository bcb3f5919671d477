import { type EpochHandle, OWN, type OwnHandle } from '@/lib/network/handle';
import type { BatchEvent, EpochRecord, NetworkState, RunLog, TrainingEvent } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';
import { fail, ok, type Problem, type Result } from '@/lib/result';
import type { EngineEvent } from '../protocol';
import type { EngineClient } from './client';
import { Hold } from './hold';

/** The result of a run. */
export interface EndedRun {
  /** Whether it reached its last epoch, diverged, or was stopped. */
  readonly how: 'finished' | 'diverged' | 'stopped';
  /** The message to the learner about a diverged run. */
  readonly problem: Problem | null;
  /** How far the network is trained. */
  readonly network: NetworkState | null;
  /** Null where it ended before anything was measured. */
  readonly log: RunLog | null;
  /** Every step, in order. */
  readonly batches: readonly BatchEvent[];
}

/** A network to train: its handle, and the engine that it is open in. */
export interface TrainableNetwork {
  readonly engine: EngineClient;
  /** The network that the engine trains, or one from the past, from which a run branches off. */
  readonly handle: OwnHandle | EpochHandle;
}

/** Control and callbacks of a run. */
export interface Lead {
  /** While it is held the run pauses after the current step, and continues from there. */
  readonly hold?: Hold;
  /** Aborts the run, as if it were stopped. */
  readonly signal?: AbortSignal;
  readonly onBatch?: (batch: BatchEvent) => void;
  readonly onEpoch?: (record: EpochRecord) => void;
}

/**
 * Trains a network to the end of a run: an engine's own from the initial weights of `settings.seed`, one from the past from
 * its epoch on. If the worker dies the run continues in the next one. Fails if the engine breaks, or the run can't start.
 */
export async function runToEnd(
  network: TrainableNetwork,
  settings: TrainingSettings,
  lead: Lead = {},
): Promise<Result<EndedRun>> {
  const run = new LedRun(network, lead);
  try {
    return await run.train(settings);
  } finally {
    run.leave();
  }
}

class LedRun {
  private readonly batches: BatchEvent[] = [];
  private network: NetworkState | null = null;
  private log: RunLog | null = null;
  private paused = false;
  private end: (ending: Result<EndedRun>) => void = () => {};
  private readonly ended = new Promise<Result<EndedRun>>((resolve) => {
    this.end = resolve;
  });
  private readonly hold: Hold;
  private readonly leaving: (() => void)[];

  constructor(
    private readonly trained: TrainableNetwork,
    private readonly lead: Lead,
  ) {
    this.hold = lead.hold ?? new Hold();
    const { signal } = lead;
    const giveUp = () => this.finish('stopped');
    signal?.addEventListener('abort', giveUp);
    this.leaving = [
      trained.engine.subscribe((event) => this.onEvent(event)),
      this.hold.subscribe(() => this.follow()),
      () => signal?.removeEventListener('abort', giveUp),
    ];
  }

  async train(settings: TrainingSettings): Promise<Result<EndedRun>> {
    if (this.lead.signal?.aborted) return ok(this.outcome('stopped'));
    const { engine, handle } = this.trained;
    const begun = await engine.train(handle, { order: 'begin', settings });
    if (!begun.ok) return begun;
    // Requests that arrived while the images were being fetched.
    if (this.hold.held) this.follow();
    return this.ended;
  }

  leave(): void {
    for (const leave of this.leaving) leave();
  }

  /** Wherever it branched off, the run that is under way is the one of the engine's own network. Only a paused run is resumed: resuming one that is under way would start a new one. */
  private follow(): void {
    if (this.hold.held && !this.paused) void this.trained.engine.train(OWN, { order: 'pause' });
    else if (!this.hold.held && this.paused) void this.resume();
  }

  private async resume(): Promise<void> {
    this.paused = false;
    const resumed = await this.trained.engine.train(OWN, { order: 'resume' });
    if (!resumed.ok) this.end(resumed);
  }

  private onEvent(event: EngineEvent): void {
    if (event.type === 'network') {
      this.network = event.network;
      this.log = event.log;
    }
    if (event.type === 'failed') this.end(fail(event.problem.sentence, event.problem.detail));
    if (event.type === 'training') this.onTraining(event.event);
  }

  private onTraining(event: TrainingEvent): void {
    switch (event.type) {
      case 'batch':
        this.batches.push(event);
        this.lead.onBatch?.(event);
        break;
      case 'epoch':
        this.lead.onEpoch?.(event.record);
        break;
      case 'wentBack':
        this.goBack(event.network);
        break;
      case 'paused':
        // It is held, or the worker died, and the replacement is at the end of an epoch.
        this.goBack(event.network);
        this.paused = true;
        if (!this.hold.held) void this.resume();
        break;
      case 'failed':
        if (event.diverged) this.finish('diverged', event.problem);
        else this.end(fail(event.problem.sentence, event.problem.detail));
        break;
      case 'finished':
      case 'stopped':
        this.finish(event.type);
    }
  }

  private goBack({ step }: NetworkState): void {
    while ((this.batches.at(-1)?.step ?? 0) > step) this.batches.pop();
  }

  private finish(how: EndedRun['how'], problem: Problem | null = null): void {
    this.end(ok(this.outcome(how, problem)));
  }

  private outcome(how: EndedRun['how'], problem: Problem | null = null): EndedRun {
    return { how, problem, network: this.network, log: this.log, batches: this.batches };
  }
}
