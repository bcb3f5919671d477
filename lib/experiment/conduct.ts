import type { EngineClient } from '@/lib/engine/client/client';
import type { Hold } from '@/lib/engine/client/hold';
import type { BatchEvent } from '@/lib/network/run';
import { ok, type Result } from '@/lib/result';
import type { Varied } from './factors';
import { conditionOfRun, type Experiment, nextRun, type PlannedRun } from './plan';
import { trainRun } from './train-run';

/** Callbacks of a running experiment. */
export interface Listener {
  /** A run is under way; `share` of its steps are done. */
  readonly onStep: (run: PlannedRun, share: number) => void;
  /** Another run is finished. Awaited, so that it is stored before the next one starts. */
  readonly onRun: (experiment: Experiment) => Promise<void>;
}

/**
 * Trains the remaining runs of an experiment one after another. It pauses while it is held, and stops early,
 * with the runs so far, when `signal` aborts. An interrupted run starts again from its seed, so it gives the
 * same figures.
 */
export async function conduct(
  engine: EngineClient,
  varied: Varied,
  experiment: Experiment,
  { hold, signal }: { readonly hold: Hold; readonly signal: AbortSignal },
  { onStep, onRun }: Listener,
): Promise<Result<Experiment>> {
  let now = experiment;
  for (let next = nextRun(now); next; next = nextRun(now)) {
    await hold.clear();
    if (signal.aborted) return ok(now);
    const run = next;
    onStep(run, 0);
    const { epochs } = now.plan.settings;
    const lead = {
      hold,
      signal,
      onBatch: ({ epoch, batch, batches }: BatchEvent) => onStep(run, (epoch - 1 + batch / batches) / epochs),
    };
    const condition = conditionOfRun(varied, now.plan, run);
    const trained = await trainRun(engine, run, condition, lead, varied.dataSet.images);
    if (signal.aborted) return ok(now);
    if (!trained.ok) return trained;
    now = { ...now, runs: [...now.runs, trained.value] };
    await onRun(now);
  }
  return ok(now);
}
