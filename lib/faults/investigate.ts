import type { EngineClient } from '@/lib/engine/client/client';
import type { EngineEvent } from '@/lib/engine/protocol';
import type { Case, Evidence } from '@/lib/faults/evidence';
import type { BatchEvent, RunLog } from '@/lib/network/run';
import type { Pixels } from '@/lib/network/trace';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/fault-evidence';

/**
 * Trains a case to its end and gathers what can be seen of it. A run that breaks off because its numbers end is a run to
 * look at as well. `onBatch` hears of every step.
 */
export async function investigate(
  engine: EngineClient,
  { settings, architecture }: Case,
  pixels: Pixels,
  onBatch: (batch: BatchEvent) => void = () => {},
): Promise<Result<Evidence>> {
  const batches: BatchEvent[] = [];
  let log: RunLog | null = null;
  let over: () => void = () => {};
  const ended = new Promise<void>((resolve) => {
    over = resolve;
  });
  const leave = engine.subscribe((event: EngineEvent) => {
    if (event.type === 'network') log = event.log;
    if (event.type === 'failed') over();
    if (event.type !== 'training') return;
    if (event.event.type === 'batch') {
      batches.push(event.event);
      onBatch(event.event);
    }
    if (event.event.type === 'wentBack') {
      const { step } = event.event.network;
      batches.splice(0, batches.length, ...batches.filter((batch) => batch.step <= step));
    }
    // The worker died or hung, and the one that took its place stands at the end of the last epoch.
    if (event.event.type === 'paused') void engine.resume().then((resumed) => resumed.ok || over());
    if (['finished', 'failed', 'stopped'].includes(event.event.type)) over();
  });
  try {
    const loaded = await engine.load(architecture, { initial: settings.seed });
    if (!loaded.ok) return loaded;
    log = null;
    const begun = await engine.train(settings);
    if (!begun.ok) return begun;
    await ended;
    const trace = await engine.trace({ pixels, moment: null });
    if (trace === 'superseded' || log === null) return fail(words.nothing());
    return trace.ok ? ok({ log, batches, stages: trace.value.stages }) : trace;
  } finally {
    leave();
  }
}
