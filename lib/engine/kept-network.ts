import { createStore, del, get, set, type UseStore } from 'idb-keyval';
import * as v from 'valibot';
import type { Architecture } from '@/lib/pipeline/architecture';
import { buildPipeline } from '@/lib/pipeline/pipeline';
import { fail, ok, type Result } from '@/lib/result';
import { architectureSchema, isSameArchitecture } from '@/lib/run/architecture-schema';
import { runLogSchema } from '@/lib/run/log';
import words from '@/words/engine';
import type { Snapshot } from './api';
import { checkWeights } from './check-weights';

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const values = v.object({ shape: v.array(whole), values: v.instance(Float32Array) });
const keptSchema = v.object({
  architecture: architectureSchema,
  network: v.object({
    origin: v.picklist(['shipped', 'initial', 'trained', 'opened']),
    seed: whole,
    epoch: whole,
    step: whole,
  }),
  weights: v.record(v.string(), v.object({ kernel: values, bias: values })),
  log: v.nullable(runLogSchema),
  optimizer: v.nullable(
    v.array(
      v.object({
        name: v.string(),
        shape: v.array(whole),
        values: v.instance(Float32Array),
        counts: v.boolean(),
      }),
    ),
  ),
});

const KEY = 'network';

/** Opened at the first use: where there is no IndexedDB, only keeping fails. */
let opened: UseStore | undefined;
function store(): UseStore {
  opened ??= createStore('pipeline-tracer-network', 'kept');
  return opened;
}

/** Keeps a network in the browser, so that the next visit begins with it. Only one is kept, the newest. */
export async function keepNetwork(snapshot: Snapshot): Promise<Result<void>> {
  try {
    await set(KEY, snapshot, store());
    return ok(undefined);
  } catch (error) {
    return notKept(error);
  }
}

/** Why what was trained is not kept, and what the learner can do about it. */
export function notKept(error: unknown): ReturnType<typeof fail> {
  const full = error instanceof DOMException && error.name === 'QuotaExceededError';
  return fail(words.notKept({ why: full ? 'full' : 'forbidden' }), String(error));
}

/** The network kept for an architecture; null where there is none, it is another's, or it can't be read. */
export async function keptNetwork(architecture: Architecture): Promise<Snapshot | null> {
  try {
    const read = v.safeParse(keptSchema, await get(KEY, store()));
    if (!read.success || !isSameArchitecture(read.output.architecture, architecture)) return null;
    const pipeline = buildPipeline(architecture);
    return pipeline.ok && checkWeights(pipeline.value, read.output.weights).ok ? read.output : null;
  } catch {
    return null;
  }
}

/** Forgets the kept network. Where nothing can be kept there is nothing to forget. */
export async function forgetNetwork(): Promise<void> {
  try {
    await del(KEY, store());
  } catch {
    // Nothing was kept.
  }
}
