import { createStore, del, entries, promisifyRequest } from 'idb-keyval';
import * as v from 'valibot';
import { announceChange, answered, attempt } from '@/lib/data/database';
import { UNNAMED_SUBJECT } from '@/lib/network/subject';
import { once } from '@/lib/once';
import { fail, ok, type Result } from '@/lib/result';
import { settingsSchema } from '@/lib/run/log';
import { settingsText } from '@/lib/run/settings';
import words from '@/words/experiment-plan';
import { conditionOf, FACTORS, type Varied } from './factors';
import { type Experiment, JUDGES, REPEATS, VARIANTS } from './plan';

/** Version 1 lacks the subject: there was only one. */
const VERSION = 2;
/** The latest time of a date, in milliseconds since 1970. */
const LAST_DATE = 8.64e15;
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
/** A loss that is NaN is stored as NaN. */
const measured = v.union([v.number(), v.nan()]);

const planSchema = v.object({
  factor: v.pipe(
    v.string(),
    // Older stored experiments call the number of images `pictures`.
    v.transform((name) => (name === 'pictures' ? 'images' : name)),
    v.picklist(FACTORS),
  ),
  variants: v.pipe(v.array(v.string()), v.minLength(VARIANTS.least), v.maxLength(VARIANTS.most)),
  repeats: v.pipe(whole, v.minValue(REPEATS.least), v.maxValue(REPEATS.most)),
  judge: v.picklist(JUDGES),
  settings: settingsSchema,
  guess: v.nullable(v.number()),
});

const keptSchema = v.object({
  begunAt: v.pipe(v.number(), v.integer(), v.minValue(-LAST_DATE), v.maxValue(LAST_DATE)),
  plan: planSchema,
  runs: v.array(
    v.object({
      variant: whole,
      seed: whole,
      epochs: v.array(
        v.object({
          epoch: whole,
          loss: measured,
          accuracy: measured,
          heldOutLoss: measured,
          heldOutAccuracy: measured,
        }),
      ),
      broke: v.nullable(v.string()),
      milliseconds: v.number(),
    }),
  ),
});
/** The parts that every stored experiment has: its version and its subject. */
const headSchema = v.object({
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  subject: v.optional(v.string(), UNNAMED_SUBJECT),
});

/** An experiment with the network of a subject; null where it can't be read. */
function readExperiment(value: unknown, varied: Varied): Experiment | null {
  const read = v.safeParse(keptSchema, value);
  if (!read.success) return null;
  const { plan, runs, begunAt } = read.output;
  const { factor, variants, settings } = plan;
  const fits =
    variants.every((one) => conditionOf(varied, { factor, value: one }, settingsText(settings)).ok) &&
    runs.every(({ variant }) => variant < variants.length);
  return fits ? { begunAt, subject: varied.id, plan, runs } : null;
}

/** Opened at the first use: without IndexedDB only storing fails. */
const store = once(() => createStore('pipeline-tracer-experiments', 'kept'));

/** Stores the current state of an experiment, replacing its earlier one. */
export const keepExperiment = (experiment: Experiment): Promise<Result<void>> => keep(experiment, true);

/** The same for one that was stored before: if another tab has deleted it meanwhile, it stays deleted. */
export const keepFurther = (experiment: Experiment): Promise<Result<void>> => keep(experiment, false);

async function keep(experiment: Experiment, anew: boolean): Promise<Result<void>> {
  const { begunAt } = experiment;
  try {
    await store()('readwrite', async (kept) => {
      const isThere = (await promisifyRequest(kept.count(begunAt))) > 0;
      if (isThere || anew) kept.put({ version: VERSION, ...experiment }, begunAt);
      return promisifyRequest(kept.transaction);
    });
    announceChange('experiments');
    return ok(undefined);
  } catch (error) {
    const full = error instanceof DOMException && error.name === 'QuotaExceededError';
    return fail(words.notKept({ why: full ? 'full' : 'forbidden' }), String(error));
  }
}

/** The stored experiments of this browser. */
export interface Kept {
  /** The newest first. */
  readonly experiments: readonly Experiment[];
  /**
   * How many were stored by a newer version of the site, and how many can't be read at all. They are not
   * changed.
   */
  readonly newer: number;
  readonly broken: number;
}

/** All stored experiments with the network of a subject. Unreadable ones are counted, and not changed. */
export async function keptExperiments(varied: Varied): Promise<Result<Kept>> {
  const stored = await answered(
    words.noAnswer(),
    attempt({ failed: words.notRead(), full: words.notRead() }, () => entries(store())),
  );
  if (!stored.ok) return stored;
  const experiments: Experiment[] = [];
  let newer = 0;
  let broken = 0;
  for (const [, value] of stored.value) {
    const head = v.safeParse(headSchema, value);
    if (head.success && head.output.subject !== varied.id) continue;
    const isNewer = head.success && head.output.version > VERSION;
    const read = head.success && !isNewer ? readExperiment(value, varied) : null;
    if (read) experiments.push(read);
    else if (isNewer) newer++;
    else broken++;
  }
  experiments.sort((a, b) => b.begunAt - a.begunAt);
  return ok({ experiments, newer, broken });
}

/** Deletes an experiment. Where nothing can be stored there is nothing to delete. */
export async function forgetExperiment(begunAt: number): Promise<void> {
  try {
    await del(begunAt, store());
    announceChange('experiments');
  } catch {
    // Nothing was stored.
  }
}
