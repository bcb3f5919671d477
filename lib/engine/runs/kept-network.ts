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
import { arraysOf, withNumbers, withOwnNumbers, withoutNumbers } from './apart';
import { canWriteNumbers, deleteNumbers, readNumbers, writeNumbers } from './own-files';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const values = v.object({ shape: v.array(count), values: v.instance(Float32Array) });
/** Which of them a layer has says its kind; {@link checkWeights} holds them against it. */
const byParameter = v.entriesFromList(PARAMETERS, v.optional(values));
/** The file beside the entry that has the numbers of its arrays, and their sum. Without it the arrays have them. */
const numbersSchema = v.object({ file: v.string(), sum: v.number() });
const keptSchema = v.object({
  architecture: architectureSchema,
  network: v.object({
    origin: v.picklist(['shipped', 'initial', 'trained', 'opened']),
    seed: count,
    epoch: count,
    step: count,
  }),
  weights: v.record(v.string(), v.object(byParameter)),
  log: v.nullable(runLogSchema),
  optimizer: v.nullable(
    v.array(
      v.object({
        name: v.string(),
        shape: v.array(count),
        values: v.instance(Float32Array),
        counts: v.boolean(),
      }),
    ),
  ),
  numbers: v.optional(numbersSchema),
});

/** A stored network that can be set up again and trained further. */
export type KeptNetwork = Omit<v.InferOutput<typeof keptSchema>, 'numbers'>;

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

/**
 * Stores the network of a subject's run in the browser, so that the next visit begins with it, once `before` is done. Returns
 * the names of the subject's stored runs, the last stored one first.
 */
export async function keepNetwork(
  subject: string,
  run: string,
  snapshot: Snapshot,
  before: Promise<unknown> = Promise.resolve(),
): Promise<Result<readonly string[]>> {
  let runs: readonly string[] = [];
  const listed = (kept: unknown) => {
    runs = [run, ...readRuns(subject, kept).filter((one) => one !== run)];
    return runs;
  };
  try {
    const numbers = await keepNumbers(run, snapshot);
    await before;
    const entry = numbers ? { ...withoutNumbers(snapshot), numbers } : withOwnNumbers(snapshot);
    lastStored = null;
    await Promise.all([update(keptName(RUNS, subject), listed, store()), set(run, entry, store())]);
    lastStored = { run, file: numbers?.file ?? null };
    return ok(runs);
  } catch (error) {
    return notKept(error);
  }
}

/** The two files of a run. The entry names one of them, so the other is written: an interrupted one harms nothing. */
const filesOf = (run: string) => [`${run}-0`, `${run}-1`] as const;

/**
 * The entry that was stored last, and the file that it names; null once another tab may have stored one. It is asked for
 * after each epoch, and the browser's answer takes as long as a training step.
 */
let lastStored: { readonly run: string; readonly file: string | null } | null = null;

/** Writes the numbers of a state into the file that is not in use; null where the browser can't. */
async function keepNumbers(
  run: string,
  snapshot: Snapshot,
): Promise<v.InferOutput<typeof numbersSchema> | null> {
  // Asked first: without such files the entry has all numbers, and would be read for nothing.
  if (!(await canWriteNumbers())) return null;
  const [first, second] = filesOf(run);
  const file = (await inUse(run)) === first ? second : first;
  const sum = await writeNumbers(file, arraysOf(snapshot));
  return sum === null ? null : { file, sum };
}

/** The file with the numbers of a run's stored network; null where it has none. */
async function inUse(run: string): Promise<string | null> {
  if (lastStored?.run === run) return lastStored.file;
  const read = v.safeParse(v.object({ numbers: numbersSchema }), await get(run, store()));
  return read.success ? read.output.numbers.file : null;
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
    lastStored = null;
    const name = run ?? (await keptRuns(subject))[0];
    if (name === undefined) return null;
    const read = v.safeParse(keptSchema, await get(name, store()));
    if (!read.success || !isSameArchitecture(read.output.architecture, architecture)) return null;
    const kept = await whole(read.output);
    const pipeline = buildPipeline(architecture);
    return kept && pipeline.ok && checkWeights(pipeline.value, kept.weights).ok ? kept : null;
  } catch {
    return null;
  }
}

/** A stored network with its numbers; null where their file is not there, or not as it was written. */
async function whole({ numbers, ...kept }: v.InferOutput<typeof keptSchema>): Promise<KeptNetwork | null> {
  if (!numbers) return kept;
  const values = await readNumbers(numbers.file, numbers.sum);
  return values && withNumbers(kept, values);
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
  lastStored = null;
  for (const file of filesOf(run)) await deleteNumbers(file);
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
