import * as v from 'valibot';
import type { RunLog } from '@/lib/engine/protocol';
import { fail, ok, type Result } from '@/lib/result';
import { asset } from '@/lib/site/asset';
import { architectureSchema } from './architecture-schema';

/** JSON has no NaN: a loss that was none is written as null and read back as NaN. */
const measured = v.pipe(
  v.nullable(v.number()),
  v.transform((value) => value ?? Number.NaN),
);
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

const classIndex = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999));
const classOfEach = v.object({ training: v.array(classIndex), heldOut: v.array(classIndex) });
const norms = v.object({ weight: measured, gradient: v.nullable(v.number()) });

const epochSchema = v.object({
  epoch: whole,
  loss: measured,
  accuracy: share,
  heldOutLoss: measured,
  heldOutAccuracy: share,
  milliseconds: v.pipe(v.number(), v.minValue(0)),
  learningRate: v.number(),
  norms: v.record(v.string(), norms),
  answers: classOfEach,
});

const settingsSchema = v.object({
  optimizer: v.picklist(['sgd', 'momentum', 'adam', 'rmsprop']),
  learningRate: v.number(),
  batchSize: v.pipe(v.number(), v.integer(), v.minValue(1)),
  epochs: v.pipe(v.number(), v.integer(), v.minValue(1)),
  seed: whole,
});

/** A run's log in a file. */
export const runLogSchema: v.GenericSchema<unknown, RunLog> = v.object({
  settings: settingsSchema,
  architecture: architectureSchema,
  epochs: v.pipe(
    v.array(epochSchema),
    v.minLength(1),
    v.check(
      (epochs) => epochs.every(({ epoch }, at) => at === 0 || epoch > epochs[at - 1].epoch),
      'epochs must follow one another',
    ),
  ),
  backend: v.picklist(['webgpu', 'webgl', 'wasm', 'cpu']),
  labels: classOfEach,
});

const DAMAGED =
  'The log of the run that comes with this site can’t be read, so only the textbook’s trace is shown.';
const NOT_THERE =
  'The log of the run that comes with this site could not be fetched, so only the textbook’s trace is shown.';

/** Reads a run's log from parsed JSON. */
export function readRunLog(json: unknown): Result<RunLog> {
  const read = v.safeParse(runLogSchema, json);
  if (read.success) return ok(read.output);
  const [first] = read.issues;
  return fail(DAMAGED, `${v.getDotPath(first) ?? 'log'}: ${first.message}`);
}

/** The log of the shipped network's training, written by `npm run record` beside its weights. */
export async function loadShippedRun(signal?: AbortSignal): Promise<Result<RunLog>> {
  try {
    const response = await fetch(asset('/model/log.json'), { signal });
    if (!response.ok) return fail(NOT_THERE, `${response.status} ${response.statusText}`);
    return readRunLog(await response.json());
  } catch (error) {
    return fail(error instanceof SyntaxError ? DAMAGED : NOT_THERE, String(error));
  }
}
