import type { EngineClient } from '@/lib/engine/client/client';
import type { Architecture } from '@/lib/network/architecture';
import type { CopyHandle } from '@/lib/network/handle';
import type { Trace } from '@/lib/network/trace';
import type { WeightSet } from '@/lib/network/weights';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/state';
import { presentEngine } from '../engine/engine';

/** A copy of the selected network, and the engine that holds it. */
export interface Copied {
  readonly engine: EngineClient;
  readonly copy: CopyHandle;
}

interface Open extends Copied {
  /** The architecture that it was opened with. */
  readonly architecture: Architecture;
  readonly weights: WeightSet;
}

/**
 * A copy of the selected network, which may be one of an earlier epoch, with the weights of a trace. It does
 * not change while the original is trained.
 */
export const withCopyOf = copier();

/** One copy at a time, of the last requested network. */
function copier() {
  let open: Open | null = null;
  return async (architecture: Architecture, trace: Trace): Promise<Result<Copied>> => {
    const engine = presentEngine();
    if (!engine || !trace.complete || trace.source !== 'live') return fail(words.loading());
    if (open?.architecture === architecture && open.weights === trace.weights) return ok(open);
    const copy = open?.copy ?? engine.newCopy();
    const { weights, network } = trace;
    const opened = await engine.open({ handle: copy, architecture, source: { weights, network } });
    if (!opened.ok) return opened;
    open = { engine, copy, architecture, weights };
    return ok(open);
  };
}
