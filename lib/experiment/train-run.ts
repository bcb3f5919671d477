import type { EngineClient } from '@/lib/engine/client/client';
import type { EngineEvent } from '@/lib/engine/protocol';
import type { BatchEvent, EpochRecord } from '@/lib/network/run';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/experiment-plan';
import type { Condition } from './factors';
import type { EpochFigures, FinishedRun, PlannedRun } from './plan';

const LOST = words.lost();

/** Holds runs where someone wants that, at any step, and lets them go on. */
export class Hold {
  private wanted = false;
  private readonly listeners = new Set<() => void>();

  get held(): boolean {
    return this.wanted;
  }

  set(held: boolean): void {
    if (held === this.wanted) return;
    this.wanted = held;
    for (const listener of [...this.listeners]) listener();
  }

  /** Hears of every change. Answers how to stop hearing. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Settles when nothing is held. */
  async clear(): Promise<void> {
    while (this.wanted)
      await new Promise<void>((resolve) => {
        const leave = this.subscribe(() => {
          leave();
          resolve();
        });
      });
  }
}

/** How a run is led. */
export interface Conduct {
  readonly hold: Hold;
  /** Gives the run up. */
  readonly signal: AbortSignal;
  readonly onBatch?: (batch: BatchEvent) => void;
}

const figuresOf = ({ epoch, loss, accuracy, heldOutLoss, heldOutAccuracy }: EpochRecord): EpochFigures => ({
  epoch,
  loss,
  accuracy,
  heldOutLoss,
  heldOutAccuracy,
});

/**
 * Trains one run from its seed to its end and gathers its figures. While it is held it halts after the present step and
 * goes on from there. Numbers that end are a result; an engine that breaks is a failure.
 */
export async function trainRun(
  engine: EngineClient,
  planned: PlannedRun,
  { settings, architecture }: Condition,
  { hold, signal, onBatch = () => {} }: Conduct,
): Promise<Result<FinishedRun>> {
  const epochs: EpochFigures[] = [];
  let milliseconds = 0;
  let paused = false;
  let end: (ending: Result<FinishedRun>) => void = () => {};
  const ended = new Promise<Result<FinishedRun>>((resolve) => {
    end = resolve;
  });
  const finish = (broke: string | null) => end(ok({ ...planned, epochs, broke, milliseconds }));
  const goOn = async () => {
    paused = false;
    const resumed = await engine.resume();
    if (!resumed.ok) end(resumed);
  };
  const hear = (event: EngineEvent) => {
    if (event.type === 'failed') end(fail(event.problem.sentence, event.problem.detail));
    if (event.type !== 'training') return;
    const said = event.event;
    switch (said.type) {
      case 'batch':
        onBatch(said);
        break;
      case 'epoch':
        epochs.push(figuresOf(said.record));
        milliseconds += said.record.milliseconds;
        break;
      case 'wentBack':
        epochs.splice(0, epochs.length, ...epochs.filter(({ epoch }) => epoch <= said.network.epoch));
        break;
      case 'paused':
        paused = true;
        if (!hold.held) void goOn();
        break;
      case 'finished':
        finish(null);
        break;
      case 'failed':
        if (said.diverged) finish(said.problem.sentence);
        else end(fail(said.problem.sentence, said.problem.detail));
        break;
      case 'stopped':
        end(fail(LOST));
        break;
    }
  };
  const loaded = await engine.load(architecture, { initial: settings.seed });
  if (!loaded.ok) return loaded;
  await hold.clear();
  const leave = engine.subscribe(hear);
  // Only a run that has halted is told to go on: to one under way that would mean a new run.
  const leaveHold = hold.subscribe(() => {
    if (hold.held && !paused) void engine.pause();
    else if (!hold.held && paused) void goOn();
  });
  const giveUp = () => end(fail(LOST));
  signal.addEventListener('abort', giveUp);
  try {
    if (signal.aborted) return fail(LOST);
    const begun = await engine.train(settings);
    if (!begun.ok) return begun;
    // What was wanted while the pictures were on their way.
    if (hold.held && !paused) void engine.pause();
    return await ended;
  } finally {
    signal.removeEventListener('abort', giveUp);
    leave();
    leaveHold();
  }
}
