import { createStore, del, entries, promisifyRequest } from 'idb-keyval';
import * as v from 'valibot';
import { announceChange } from '@/lib/data/database-news';
import { once } from '@/lib/once';
import { fail, ok, type Result } from '@/lib/result';
import { settingsSchema } from '@/lib/run/log';
import { settingsText } from '@/lib/run/settings';
import words from '@/words/experiment-plan';
import { conditionOf, FACTORS } from './factors';
import { type Experiment, JUDGES, REPEATS, VARIANTS } from './plan';

const VERSION = 1;
/** The last time that a date can hold, in milliseconds since 1970. */
const LAST_DATE = 8.64e15;
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
/** A loss that was no number is kept as what it was. */
const measured = v.union([v.number(), v.nan()]);

const planSchema = v.pipe(
  v.object({
    factor: v.picklist(FACTORS),
    variants: v.pipe(v.array(v.string()), v.minLength(VARIANTS.least), v.maxLength(VARIANTS.most)),
    repeats: v.pipe(whole, v.minValue(REPEATS.least), v.maxValue(REPEATS.most)),
    judge: v.picklist(JUDGES),
    settings: settingsSchema,
    guess: v.nullable(v.number()),
  }),
  v.check(
    ({ factor, variants, settings }) =>
      variants.every((value) => conditionOf(factor, value, settingsText(settings)).ok),
    'a variant that can’t be trained',
  ),
);

const keptSchema = v.pipe(
  v.object({
    version: v.literal(VERSION),
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
  }),
  v.check(
    ({ plan, runs }) => runs.every(({ variant }) => variant < plan.variants.length),
    'a run of a variant that there is not',
  ),
);
const newerSchema = v.object({ version: v.pipe(v.number(), v.minValue(VERSION + 1)) });

/** Opened at the first use: where there is no IndexedDB, only keeping fails. */
const store = once(() => createStore('pipeline-tracer-experiments', 'kept'));

/** Keeps an experiment as far as it has come, in place of what was kept of it before. */
export const keepExperiment = (experiment: Experiment): Promise<Result<void>> => keep(experiment, true);

/** The same for one that was kept before: if it was deleted meanwhile, in another tab, it does not come back. */
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

/** What this browser keeps. */
export interface Kept {
  /** The newest first. */
  readonly experiments: readonly Experiment[];
  /** How many were kept by a newer version of the site, and how many can't be read at all. They stay where they are. */
  readonly newer: number;
  readonly broken: number;
}

/** All kept experiments. Those that can't be read are counted, and left alone. */
export async function keptExperiments(): Promise<Result<Kept>> {
  try {
    const experiments: Experiment[] = [];
    let newer = 0;
    let broken = 0;
    for (const [, value] of await entries(store())) {
      const read = v.safeParse(keptSchema, value);
      if (read.success) {
        const { begunAt, plan, runs } = read.output;
        experiments.push({ begunAt, plan, runs });
      } else if (v.is(newerSchema, value)) newer++;
      else broken++;
    }
    experiments.sort((a, b) => b.begunAt - a.begunAt);
    return ok({ experiments, newer, broken });
  } catch (error) {
    return fail(words.notRead(), String(error));
  }
}

/** Forgets an experiment. Where nothing can be kept there is nothing to forget. */
export async function forgetExperiment(begunAt: number): Promise<void> {
  try {
    await del(begunAt, store());
    announceChange('experiments');
  } catch {
    // Nothing was kept.
  }
}
