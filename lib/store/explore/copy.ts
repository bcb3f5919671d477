import type { EngineClient } from '@/lib/engine/client/client';
import type { Trace } from '@/lib/network/trace';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/state';
import { conversation } from '../network/conversation';
import { network } from '../network/network';

/** The trace whose weights the worker's copy has. */
let given: Trace['weights'] | null = null;

/**
 * The engine, its copy of the network set up with the weights of a trace: of the network looked at, which may be one of
 * an earlier epoch.
 */
export async function withCopyOf(trace: Trace): Promise<Result<EngineClient>> {
  const { engine } = conversation;
  if (!engine || !trace.complete || trace.source !== 'live') return fail(words.onItsWay());
  if (given === trace.weights) return ok(engine);
  const set = await engine.setVariant(network.getState().pipeline.architecture, trace.weights);
  if (!set.ok) return set;
  given = trace.weights;
  return ok(engine);
}

/** Someone else changed the copy, or let it go: it is set up again when it is needed. */
export function forgetCopy(): void {
  given = null;
}
