import type { EngineClient } from '@/lib/engine/client/client';
import { inTurn } from '@/lib/engine/in-turn';
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
 * Uses a copy of the selected network, which may be one of an earlier epoch, with the weights of a trace. It does not change
 * while the original is trained, nor as long as it is used: whoever asks for a different network waits.
 */
export const withCopyOf = copier();

/** One copy at a time, of the last requested network; several can use it at once. */
function copier() {
  let open: Open | null = null;
  const uses = new Set<Promise<unknown>>();
  const turn = inTurn();
  async function opened(architecture: Architecture, trace: Trace): Promise<Result<Copied>> {
    const engine = presentEngine();
    if (!engine || !trace.complete || trace.source !== 'live') return fail(words.loading());
    if (open?.architecture === architecture && open.weights === trace.weights) return ok(open);
    await Promise.allSettled(uses);
    const copy = open?.copy ?? engine.newCopy();
    // Where it can't be opened, nobody knows what it holds.
    open = null;
    const { weights, network } = trace;
    const done = await engine.open({ handle: copy, architecture, source: { weights, network } });
    if (!done.ok) return done;
    open = { engine, copy, architecture, weights };
    return ok(open);
  }
  return async <T>(
    architecture: Architecture,
    trace: Trace,
    use: (copied: Copied) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    // In an object: others wait for the opening, not for what is done then.
    const begun = await turn(async () => {
      const copied = await opened(architecture, trace);
      if (!copied.ok) return { answer: Promise.resolve(copied) };
      const answer = use(copied.value);
      uses.add(answer);
      answer.then(
        () => uses.delete(answer),
        () => uses.delete(answer),
      );
      return { answer };
    });
    return begun.answer;
  };
}
