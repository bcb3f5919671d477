import * as v from 'valibot';
import { unlessStalled } from '@/lib/data/unless-stalled';
import type { RunName } from '@/lib/network/handle';
import type { RunLog } from '@/lib/network/run';
import { INITIALISATIONS, OPTIMIZERS, SCHEDULES } from '@/lib/network/settings';
import type { ShippedFiles } from '@/lib/network/subject';
import { fail, ok, type Result } from '@/lib/result';
import { asset } from '@/lib/site/asset';
import words from '@/words/run-log';
import { architectureSchema } from './architecture-schema';

/** JSON has no NaN: a loss that was NaN is written as null and read back as NaN. */
const measured = v.pipe(
  v.nullable(v.number()),
  v.transform((value) => value ?? Number.NaN),
);
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

const isClassIndex = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 999;
const classIndex = v.custom<number>(isClassIndex, 'not the index of a class');
// A log has a class for every image and epoch. One loop checks them; a schema for each took longer than
// everything else.
const classIndices = v.custom<number[]>(
  (value) => Array.isArray(value) && value.every(isClassIndex),
  'not indices of classes',
);
const classOfEach = v.object({
  training: classIndices,
  heldOut: classIndices,
  test: v.optional(classIndices),
});
const norms = v.object({ weight: measured, gradient: v.nullable(v.number()) });

const epochSchema = v.object({
  epoch: whole,
  loss: measured,
  accuracy: share,
  heldOutLoss: measured,
  heldOutAccuracy: share,
  testLoss: v.optional(measured),
  testAccuracy: v.optional(share),
  milliseconds: v.pipe(v.number(), v.minValue(0)),
  learningRate: v.number(),
  norms: v.record(v.string(), norms),
  answers: classOfEach,
});

const presentSettings = v.object({
  optimizer: v.picklist(OPTIMIZERS),
  learningRate: v.number(),
  batchSize: v.pipe(v.number(), v.integer(), v.minValue(1)),
  epochs: v.pipe(v.number(), v.integer(), v.minValue(1)),
  seed: whole,
  schedule: v.optional(v.picklist(SCHEDULES)),
  initialisation: v.optional(v.picklist(INITIALISATIONS)),
  dropout: v.optional(share),
  l2: v.optional(v.pipe(v.number(), v.minValue(0))),
  mirror: v.optional(v.boolean()),
  shift: v.optional(whole),
  jitter: v.optional(share),
  images: v.optional(v.nullable(whole)),
  labelNoise: v.optional(share),
  leftOut: v.optional(v.nullable(classIndex)),
  shuffle: v.optional(v.boolean()),
  patience: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1)))),
  balance: v.optional(v.boolean()),
  frozen: v.optional(v.array(v.string())),
});
/** The schema of settings in a file. Older files call the number of images `pictures`. */
export const settingsSchema = v.pipe(
  v.looseObject({}),
  v.transform(({ pictures: images, ...rest }) => (images === undefined ? rest : { images, ...rest })),
  presentSettings,
);

const epochsSchema = v.pipe(
  v.array(epochSchema),
  v.minLength(1),
  v.check(
    (epochs) => epochs.every(({ epoch }, at) => at === 0 || epoch > epochs[at - 1].epoch),
    'epochs must follow one another',
  ),
);

const runName = v.custom<RunName>(
  (name) => typeof name === 'string' && /^(own|shipped|file-\d+)$/.test(name),
);

const parentSchema = v.object({
  run: runName,
  settings: settingsSchema,
  epoch: whole,
  exact: v.boolean(),
  epochs: epochsSchema,
});

/** The schema of a run's log in a file. */
export const runLogSchema: v.GenericSchema<unknown, RunLog> = v.object({
  settings: settingsSchema,
  architecture: architectureSchema,
  dataSet: v.optional(v.object({ id: v.string(), training: whole, heldOut: whole })),
  epochs: epochsSchema,
  backend: v.picklist(['webgpu', 'webgl', 'wasm', 'cpu']),
  labels: classOfEach,
  parent: v.optional(parentSchema),
});

const DAMAGED = words.damaged();
const NOT_THERE = words.notThere();

/** Reads a run's log from parsed JSON. */
export function readRunLog(json: unknown): Result<RunLog> {
  const read = v.safeParse(runLogSchema, json);
  if (read.success) return ok(read.output);
  const [first] = read.issues;
  return fail(DAMAGED, `${v.getDotPath(first) ?? 'log'}: ${first.message}`);
}

/**
 * The log of a shipped network's training, written by `npm run record` beside its weights. `base` is the
 * prefix of the site's addresses; the page passes it to a worker. Null: of a network from a file there is none.
 */
export async function loadShippedRun(
  files: Pick<ShippedFiles, 'folder'> | null,
  signal?: AbortSignal,
  base?: string,
): Promise<Result<RunLog>> {
  if (!files) return fail(words.noRun());
  const { folder } = files;
  try {
    return await unlessStalled(async (_, ended) => {
      const response = await fetch(asset(`${folder}/log.json`, base), { signal: ended });
      if (!response.ok) return fail(NOT_THERE, `${response.status} ${response.statusText}`);
      return readRunLog(await response.json());
    }, signal);
  } catch (error) {
    return fail(error instanceof SyntaxError ? DAMAGED : NOT_THERE, String(error));
  }
}
