import { createStore, del, get, set, update } from 'idb-keyval';
import * as v from 'valibot';
import { PARAMETERS } from '@/lib/kinds/types';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { checkWeights } from '@/lib/network/check-weights';
import { keptName, UNNAMED_SUBJECT } from '@/lib/network/subject';
import { once } from '@/lib/once';
import { fail, ok, type Result } from '@/lib/result';
import { architectureSchema, isSameArchitecture } from '@/lib/run/architecture-schema';
import { runLogSchema } from '@/lib/run/log';
import words from '@/words/engine';
import type { Snapshot } from '../api';

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const values = v.object({ shape: v.array(whole), values: v.instance(Float32Array) });
/** Which of them a layer has says its kind; {@link checkWeights} holds them against it. */
const byParameter = v.entriesFromList(PARAMETERS, v.optional(values));
const keptSchema = v.object({
  architecture: architectureSchema,
  network: v.object({
    origin: v.picklist(['shipped', 'initial', 'trained', 'opened']),
    seed: whole,
    epoch: whole,
    step: whole,
  }),
  weights: v.record(v.string(), v.object(byParameter)),
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

/** A stored network that can be set up again and trained further. */
export type KeptNetwork = v.InferOutput<typeof keptSchema>;

/**
 * A subject's entry under this name lists its stored runs, the last stored one first. Each has its network
 * under its name.
 */
const RUNS = 'runs';
/** The same for those that were reset and can still be brought back. */
const ASIDE = 'aside';
/** The name of the network from the time of a single run. */
export const FIRST_RUN = 'network';
const runsSchema = v.array(v.string());

/** The names of a subject's stored runs. */
function readRuns(subject: string, kept: unknown): readonly string[] {
  const read = v.safeParse(runsSchema, kept);
  if (read.success) return read.output;
  return subject === UNNAMED_SUBJECT ? [FIRST_RUN] : [];
}

/** Opened at the first use: without IndexedDB only storing fails. */
const store = once(() => createStore('pipeline-tracer-network', 'kept'));

/** Stores the network of a subject's run in the browser, so that the next visit begins with it. */
export async function keepNetwork(subject: string, run: string, snapshot: Snapshot): Promise<Result<void>> {
  try {
    await update(
      keptName(RUNS, subject),
      (before) => [run, ...readRuns(subject, before).filter((one) => one !== run)],
      store(),
    );
    await set(run, snapshot, store());
    return ok(undefined);
  } catch (error) {
    return notKept(error);
  }
}

/** The names of a subject's stored runs, the last stored one first. */
export async function keptRuns(subject: string): Promise<readonly string[]> {
  try {
    return readRuns(subject, await get(keptName(RUNS, subject), store()));
  } catch {
    return [];
  }
}

/** Why the trained network is not stored, and what the learner can do about it. */
export function notKept(error: unknown): ReturnType<typeof fail> {
  const full = error instanceof DOMException && error.name === 'QuotaExceededError';
  return fail(words.notKept({ why: full ? 'full' : 'forbidden' }), String(error));
}

/**
 * The stored network of a subject's run, by default of the newest one; null where there is none, it has a
 * different architecture, or it can't be read.
 */
export async function keptNetwork(
  subject: string,
  architecture: Architecture,
  run?: string,
): Promise<KeptNetwork | null> {
  try {
    const name = run ?? (await keptRuns(subject))[0];
    if (name === undefined) return null;
    const read = v.safeParse(keptSchema, await get(name, store()));
    if (!read.success || !isSameArchitecture(read.output.architecture, architecture)) return null;
    const pipeline = buildPipeline(architecture);
    return pipeline.ok && checkWeights(pipeline.value, read.output.weights).ok ? read.output : null;
  } catch {
    return null;
  }
}

/** The names of a subject's runs that were set aside. */
export async function asideRuns(subject: string): Promise<readonly string[]> {
  try {
    const read = v.safeParse(runsSchema, await get(keptName(ASIDE, subject), store()));
    return read.success ? read.output : [];
  } catch {
    return [];
  }
}

/** Moves a run to the front of a list of its subject, out of the other one. Returns whether it is stored there. */
export async function moveRun(subject: string, run: string, to: 'runs' | 'aside'): Promise<boolean> {
  const others = (before: unknown) => readRuns(subject, before ?? []).filter((one) => one !== run);
  const [into, from] = to === 'aside' ? [ASIDE, RUNS] : [RUNS, ASIDE];
  try {
    await update(keptName(into, subject), (before) => [run, ...others(before)], store());
    await update(keptName(from, subject), others, store());
    return true;
  } catch {
    return false;
  }
}

/** Deletes the stored network of a subject's run. Where nothing can be stored there is nothing to delete. */
export async function forgetNetwork(subject: string, run: string): Promise<void> {
  try {
    await update(
      keptName(RUNS, subject),
      (before) => readRuns(subject, before).filter((one) => one !== run),
      store(),
    );
    const aside = (await asideRuns(subject)).filter((one) => one !== run);
    await set(keptName(ASIDE, subject), aside, store());
    await del(run, store());
  } catch {
    // Nothing was stored.
  }
}
